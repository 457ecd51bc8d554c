import { VaultError } from '../shared/errors.ts'
import type { SlotSummary, Vault } from './vault/vault.ts'

/**
 * Whether a keychain's way in stays when all keys are changed: where its custodian stays and its time is
 * not over. It is the custodian's own, so a leaver's goes with them, whatever machine it lies on; and who
 * stays need do nothing, which a re-key promises. To be used by whoever calls `Vault.rekey`.
 */
export function isKeychainSlotKept(
  slot: Pick<SlotSummary, 'custodianId' | 'expiresAt'>,
  remainingCustodianIds: ReadonlySet<string>,
  now: number,
): boolean {
  return remainingCustodianIds.has(slot.custodianId) && (slot.expiresAt ?? 0) > now
}

/**
 * Takes keychain slots out of the vault whose time is over. The machine they were made on may be gone, so
 * whoever unlocks next does it. A vault that cannot be written now keeps them until it can.
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
