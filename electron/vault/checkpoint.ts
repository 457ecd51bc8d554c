import { VaultError } from '../../shared/errors.ts'
import { checkpointMessage } from './audit-chain.ts'
import { toHex } from './bytes.ts'
import { sign } from './signature.ts'
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
    transact(core, [{ action: 'audit.checkpoint', ...common, facts }], () => {})
  } catch (error) {
    // A disk that is full must not keep the vault open. A bug must not hide.
    if (!(error instanceof VaultError)) throw error
  }
}
