import { randomBytes } from 'node:crypto'
import { VaultError } from '../../shared/errors.ts'
import { isEqual, toHex, u8 } from './bytes.ts'
import { putSlot } from './roster.ts'
import { openLabel } from './slot.ts'
import { SLOT_KINDS } from './slot-kinds.ts'
import { draftSlot } from './slot-making.ts'
import { readSlots } from './slots.ts'
import type { VaultCore } from './vault-core.ts'

const KEYCHAIN = 4

/**
 * Makes a way in for a machine's keychain: 32 random bytes that open the ledger and no secret.
 *
 * @param given - the machine's name, and until when it opens, Unix ms.
 * @throws VaultError `invalid-value` for a time that is over, `slots-full`
 */
export function addKeychainSlot(
  core: VaultCore,
  { label, expiresAt }: { label: string; expiresAt: number },
): { slotId: string; slotKey: Uint8Array } {
  const { vaultId, self, context } = core
  if (expiresAt <= context.now()) throw new VaultError('invalid-value', 'the time is over already')
  const slotKey = new Uint8Array(randomBytes(32))
  const id = new Uint8Array(randomBytes(16))
  const identity = { vaultId, id, kind: SLOT_KINDS.osKeychain, parameters: u8(KEYCHAIN) }
  const older = olderSlots(core, label)
  putSlot(core, draftSlot(identity, self.custodianId, slotKey), older, {
    action: 'slot.keychain-added',
    label: { label, custodianName: self.custodianName, expiresAt },
    facts: { label, expiresAt },
  })
  return { slotId: toHex(id), slotKey }
}

/** Our own keychain slots of the same machine. */
function olderSlots(core: VaultCore, machine: string) {
  const { vaultId, state, self } = core
  const slots = readSlots(core).filter(
    (slot) =>
      slot.kind === SLOT_KINDS.osKeychain &&
      openLabel(vaultId, slot, state.generation, state.keys).label === machine,
  )
  return state.certificate.members.filter(
    (member) =>
      isEqual(member.custodianId, self.custodianId) &&
      slots.some((slot) => isEqual(slot.id, member.slotId)),
  )
}
