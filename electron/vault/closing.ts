import { writeCheckpoint } from './checkpoint.ts'
import { closeDatabase } from './database.ts'
import { removeLockFile } from './opened-elsewhere.ts'
import { zeroKeys } from './root-keys.ts'
import { sodium } from './sodium.ts'
import type { VaultCore } from './vault-core.ts'

/**
 * Signs the end of the trail, gives the file free and zeroes the keys. What of them is in the
 * WebAssembly heap goes with the process.
 */
export function closeCore(core: VaultCore): void {
  if (!core.db.open) return
  const isWriter = core.mode === 'normal'
  if (isWriter && !core.isBusy && !core.isBroken) writeCheckpoint(core)
  closeDatabase(core.db)
  if (isWriter) removeLockFile(core.path)
  zeroKeys(core.state.keys)
  const { constants, self } = core
  const secrets = [constants.anchorKey, constants.auditChainKey, self.signingSeed, self.pinKey]
  for (const secret of secrets) sodium.memzero(secret)
}
