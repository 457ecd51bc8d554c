import { VaultError } from '../../shared/errors.ts'
import { CHECKPOINT, checkpointMessage, type OpenedAuditRow } from './audit-chain.ts'
import { idBytes, isEqual, toHex } from './bytes.ts'
import type { Member } from './certificate.ts'
import { isSignature, sign } from './signature.ts'
import { transact } from './transaction.ts'
import type { VaultCore } from './vault-core.ts'

/** Locking is in the trail, and the trail up to it is signed, so that nobody can rewrite it unseen later. */
export function writeCheckpoint(core: VaultCore): void {
  const common = { at: core.context.now(), custodianId: toHex(core.self.custodianId) }
  try {
    transact(core, [{ action: 'vault.locked', ...common }], () => {})
    const { audit } = core.state
    const signature = sign(core.self.signingSeed, checkpointMessage(core.vaultId, audit))
    const facts = {
      sequence: audit.count,
      chain: toHex(audit.chain),
      slotId: toHex(core.self.slotId),
      signature: toHex(signature),
    }
    transact(core, [{ action: CHECKPOINT, ...common, facts }], (draft) => {
      draft.isCheckpoint = true
    })
  } catch (error) {
    // A disk that is full must not keep the vault open. A bug must not hide.
    if (!(error instanceof VaultError)) throw error
  }
}

/**
 * Whether a checkpoint is signed, for the entry just before it, with a key that some certificate gives to the
 * slot it names. Any other entry is as it should be.
 *
 * @param previous - the chain value of the entry before.
 */
export function isCheckpointRight(
  vaultId: Uint8Array,
  members: readonly Member[],
  { record }: Pick<OpenedAuditRow, 'record'>,
  previous: Uint8Array,
): boolean {
  if (record.action !== CHECKPOINT) return true
  const count = record.sequence - 1
  const { sequence, chain, slotId, signature } = record.facts ?? {}
  if (typeof slotId !== 'string' || !/^[0-9a-f]{32}$/.test(slotId)) return false
  if (typeof signature !== 'string' || !/^[0-9a-f]{128}$/.test(signature)) return false
  if (sequence !== count || chain !== toHex(previous)) return false
  const message = checkpointMessage(vaultId, { count, chain: previous })
  const bytes = new Uint8Array(Buffer.from(signature, 'hex'))
  return members.some(
    (member) =>
      isEqual(member.slotId, idBytes(slotId)) && isSignature(member.signingKey, message, bytes),
  )
}
