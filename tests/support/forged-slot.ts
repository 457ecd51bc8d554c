import { randomBytes } from 'node:crypto'
import { idBytes } from '../../electron/vault/bytes.ts'
import type { Member } from '../../electron/vault/certificate.ts'
import { encodePassphraseParameters } from '../../electron/vault/passphrase.ts'
import { putSlot } from '../../electron/vault/roster.ts'
import { deriveSlotKey } from '../../electron/vault/slot-finding.ts'
import { SLOT_KINDS } from '../../electron/vault/slot-kinds.ts'
import { draftSlot } from '../../electron/vault/slot-making.ts'
import type { VaultCore } from '../../electron/vault/vault-core.ts'
import { CHEAP } from './custody.ts'
import { bytesOf } from './vault.ts'

/** Puts a passphrase slot under any custodian's id, as a program of one's own can. */
export async function putPassphrase(
  core: VaultCore,
  custodianId: string,
  passphrase: string,
  replaced: readonly Member[] = [],
): Promise<void> {
  const parameters = encodePassphraseParameters(CHEAP, randomBytes(16))
  const unlock = { kind: 'passphrase', passphrase: bytesOf(passphrase) } as const
  const { vaultId, context } = core
  const slotKey = await deriveSlotKey(vaultId, { parameters }, unlock, context.deriveKey)
  const id = replaced[0]?.slotId ?? new Uint8Array(randomBytes(16))
  const identity = { vaultId, id, kind: SLOT_KINDS.passphrase, parameters }
  putSlot(core, draftSlot(identity, idBytes(custodianId), slotKey), replaced, {
    action: 'slot.passphrase-changed',
    label: { label: '', custodianName: '林备案' },
  })
}
