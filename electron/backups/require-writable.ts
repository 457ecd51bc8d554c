import { VaultError } from '../../shared/errors.ts'
import type { Vault } from '../vault/vault.ts'

/**
 * For what ends in a change of the vault, before anything else is done for it.
 *
 * @throws VaultError `evidence-mode`, `read-only`, `ledger-only`
 */
export function requireWritable(vault: Vault): void {
  if (vault.mode === 'evidence') throw new VaultError('evidence-mode', 'open as evidence only')
  if (vault.mode === 'read-only') throw new VaultError('read-only', 'open for reading only')
  requireFullScope(vault)
}

/** An auditor changes nothing, and puts no other file in the vault's place. @throws VaultError `ledger-only` */
export function requireFullScope({ self }: Vault): void {
  if (self.scope === 'all') return
  throw new VaultError('ledger-only', 'this way in opens the ledger only')
}
