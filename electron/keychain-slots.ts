import { VaultError } from '../shared/errors.ts'
import type { Vault } from './vault/vault.ts'

/**
 * Takes keychain slots out of the vault whose time is over. The machine they were made on may be gone, so
 * whoever unlocks next does it. A vault that cannot be written now keeps them until it can.
 *
 * A change of all keys keeps those whose custodian stays, and drops a leaver's with their other ways in,
 * whatever machine they lie on: a re-key promises that who stays need do nothing.
 */
export function removeExpiredKeychainSlots(vault: Vault, now: number): void {
  if (vault.mode !== 'normal' || vault.self.scope !== 'all') return
  const expired = vault
    .slots()
    .filter(({ kind, expiresAt }) => kind === 'os-keychain' && (expiresAt ?? 0) <= now)
  if (expired.length === 0) return
  try {
    vault.removeSlots(
      expired.map(({ id }) => id),
      'expired',
    )
  } catch (error) {
    if (!(error instanceof VaultError)) throw error
  }
}
