import { VaultError } from '../../shared/errors.ts'
import { toHex } from './bytes.ts'
import { closeDatabase, inspectHeader, openDatabase } from './database.ts'
import { prepareQueries } from './queries.ts'

/** What can be told of a vault without a key. */
export type VaultInfo = { vaultIdHex: string; format: number; sizeBytes: number }

export function inspectVault(path: string): VaultInfo {
  const { format, sizeBytes } = inspectHeader(path)
  const { db } = openDatabase(path, true)
  try {
    const row = prepareQueries(db).vault.get()
    if (!Buffer.isBuffer(row?.vaultId)) throw new VaultError('vault-damaged', 'the vault has no id')
    return { vaultIdHex: toHex(row.vaultId), format, sizeBytes }
  } finally {
    closeDatabase(db)
  }
}
