import { randomBytes } from 'node:crypto'
import { VaultError } from '../../shared/errors.ts'
import { isEqual, toHex } from './bytes.ts'
import { encodePassphraseParameters, type KdfCost, SALT_BYTES } from './passphrase.ts'
import { putSlot, succeed } from './roster.ts'
import { isSlotKey, openLabel, type SlotRow } from './slot.ts'
import { deriveSlotKey } from './slot-finding.ts'
import { isPassphraseKind, SLOT_KINDS } from './slot-kinds.ts'
import { draftSlot } from './slot-making.ts'
import { summarizeSelf } from './slot-summary.ts'
import { readSlots } from './slots.ts'
import { sodium } from './sodium.ts'
import { requireWritable, type VaultCore } from './vault-core.ts'

/** Whether a passphrase opens the slot this vault was opened with (or, opened by a kit, any of its custodian's). */
export async function verifyPassphrase(core: VaultCore, passphrase: Uint8Array): Promise<boolean> {
  return (await findOwnPassphraseSlot(core, passphrase)) !== undefined
}

/**
 * Gives our passphrase slot another passphrase, another cost and new key pairs: who knows the old
 * passphrase and an old copy of the file learns nothing of later generations.
 *
 * @param cost - asked for once the current passphrase is known to be right: to find it takes seconds.
 * @throws VaultError `wrong-passphrase`, `kdf-parameters-refused`
 */
export async function changePassphrase(
  core: VaultCore,
  current: Uint8Array,
  next: Uint8Array,
  cost: () => Promise<KdfCost>,
): Promise<void> {
  const slot = await findOwnPassphraseSlot(core, current)
  if (slot === undefined) {
    throw new VaultError('wrong-passphrase', 'the current passphrase is another')
  }
  await rewritePassphraseSlot(core, slot, next, await cost())
}

/**
 * Sets a passphrase without knowing the current one: for who opened the vault with their recovery kit.
 *
 * @throws VaultError `refused` when the vault was not opened with a kit
 */
export async function replacePassphrase(
  core: VaultCore,
  next: Uint8Array,
  cost: KdfCost,
): Promise<void> {
  const slot = ownPassphraseSlots(core)[0]
  if (core.self.kind !== SLOT_KINDS.recoveryKit || slot === undefined) {
    throw new VaultError('refused', 'the vault was not opened with a recovery kit')
  }
  await rewritePassphraseSlot(core, slot, next, cost)
}

/**
 * Makes who came in by a split kit a custodian, with a passphrase of their own. From then on they are that custodian:
 * went the session on as the kit, they could approve as a second person what they ask for themselves.
 *
 * @throws VaultError `refused`, `kdf-parameters-refused`, `slots-full`
 */
export async function addOwnPassphrase(
  core: VaultCore,
  next: Uint8Array,
  cost: KdfCost,
  custodianName: string,
): Promise<{ slotId: string; custodianId: string }> {
  if (!summarizeSelf(core).isSplitKit) {
    throw new VaultError('refused', 'the vault was not opened with a split kit')
  }
  const parameters = encodePassphraseParameters(cost, randomBytes(SALT_BYTES))
  const unlock = { kind: 'passphrase', passphrase: next } as const
  const slotKey = await deriveSlotKey(core.vaultId, { parameters }, unlock, core.context.deriveKey)
  requireWritable(core)
  const id = new Uint8Array(randomBytes(16))
  const custodianId = new Uint8Array(randomBytes(16))
  const identity = { vaultId: core.vaultId, id, kind: SLOT_KINDS.passphrase, parameters }
  const draft = draftSlot(identity, custodianId, slotKey)
  sodium.memzero(slotKey)
  const label = { label: custodianName, custodianName }
  const facts = { ofCustodian: toHex(custodianId), name: custodianName }
  // What is drafted for others is zeroed once it is written.
  const { kem, signing } = draft.seeds
  const seeds = { kem, signing: Uint8Array.from(signing) }
  const own = { ...draft, seeds, pinKey: Uint8Array.from(draft.pinKey) }
  putSlot(core, draft, [], { action: 'slot.custodian-added', label, facts })
  succeed(core, own)
  core.self = { ...core.self, custodianId, custodianName }
  return { slotId: toHex(id), custodianId: toHex(custodianId) }
}

async function rewritePassphraseSlot(
  core: VaultCore,
  slot: SlotRow,
  next: Uint8Array,
  cost: KdfCost,
): Promise<void> {
  const parameters = encodePassphraseParameters(cost, randomBytes(SALT_BYTES))
  const unlock = { kind: 'passphrase', passphrase: next } as const
  const slotKey = await deriveSlotKey(core.vaultId, { parameters }, unlock, core.context.deriveKey)
  requireWritable(core)
  const member = core.state.certificate.members.find((one) => isEqual(one.slotId, slot.id))
  if (member === undefined) throw new VaultError('refused', 'the slot was removed meanwhile')
  const identity = { vaultId: core.vaultId, id: slot.id, kind: slot.kind, parameters }
  const draft = draftSlot(identity, member.custodianId, slotKey)
  sodium.memzero(slotKey)
  const label = openLabel(core.vaultId, slot, core.state.generation, core.state.keys)
  putSlot(core, draft, [member], { label, action: 'slot.passphrase-changed' })
}

async function findOwnPassphraseSlot(
  core: VaultCore,
  passphrase: Uint8Array,
): Promise<SlotRow | undefined> {
  for (const slot of ownPassphraseSlots(core)) {
    const unlock = { kind: 'passphrase', passphrase } as const
    const slotKey = await deriveSlotKey(core.vaultId, slot, unlock, core.context.deriveKey)
    const isOurs = isSlotKey(core.vaultId, slot, slotKey)
    sodium.memzero(slotKey)
    if (isOurs) return slot
  }
  return undefined
}

function ownPassphraseSlots(core: VaultCore): SlotRow[] {
  const { self, state } = core
  const own = state.certificate.members.filter((member) =>
    isEqual(member.custodianId, self.custodianId),
  )
  return readSlots(core).filter(
    (slot) =>
      isPassphraseKind(slot.kind) &&
      (isPassphraseKind(self.kind)
        ? isEqual(slot.id, self.slotId)
        : own.some((member) => isEqual(member.slotId, slot.id))),
  )
}
