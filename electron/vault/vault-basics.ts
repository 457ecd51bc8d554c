import { VaultError } from '../../shared/errors.ts'
import type { Queries } from './queries.ts'

/** The rows that everything else begins with, read without any key. @throws VaultError `vault-damaged` */
export function readBasics(queries: Queries) {
  const vault = queries.vault.all()
  const head = queries.head.all()
  const [vaultRow] = vault
  const [headRow] = head
  if (vaultRow === undefined || headRow === undefined || vault.length > 1 || head.length > 1) {
    throw new VaultError('vault-damaged', 'the vault has no head')
  }
  // Before the check of the structure, so even NULL may stand here.
  const isId = Buffer.isBuffer(vaultRow.vaultId) && vaultRow.vaultId.length === 16
  if (!isId) throw new VaultError('vault-damaged', 'the vault has no id')
  return {
    vault: vaultRow,
    head: headRow,
    slots: queries.slots.all(),
    certificates: queries.certificates.all(),
  }
}
