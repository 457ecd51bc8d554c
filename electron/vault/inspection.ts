import { VaultError } from '../../shared/errors.ts'
import { toHex } from './bytes.ts'
import { closeDatabase, inspectHeader, openDatabase } from './database.ts'
import { prepareQueries } from './queries.ts'
import { isArchiveKind } from './slot-kinds.ts'

/** What can be told of a vault without a key. */
export type VaultInfo = {
  vaultIdHex: string
  format: number
  sizeBytes: number
  /** A sealed archive, by its one way in; what it is called says nothing. */
  isArchive: boolean
}

export function inspectVault(path: string): VaultInfo {
  const { format, sizeBytes } = inspectHeader(path)
  const { db } = openDatabase(path, true)
  try {
    const queries = prepareQueries(db)
    const row = queries.vault.get()
    if (!Buffer.isBuffer(row?.vaultId)) throw new VaultError('vault-damaged', 'the vault has no id')
    const isArchive = queries.slots.all().every(({ kind }) => isArchiveKind(kind))
    return { vaultIdHex: toHex(row.vaultId), format, sizeBytes, isArchive }
  } finally {
    closeDatabase(db)
  }
}
