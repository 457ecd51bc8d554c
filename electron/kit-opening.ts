import { VaultError } from '../shared/errors.ts'
import type { Vault } from './vault/vault.ts'

/** A kit is for a new passphrase, and the others hear of it: reading alone would leave no word of it. */
export function kitForReading(): VaultError {
  return new VaultError('refused', 'a kit opens for a new passphrase, not for reading only', {
    facts: { reason: 'kit-read-only' },
  })
}

/**
 * Opens a vault by a kit, for reading where the file cannot be written.
 *
 * @param openForReading - absent: not to be tried.
 * @param now - Unix ms.
 * @throws VaultError those of `Vault.open`, and of keeping the entry that tells of the kit; nothing is open then.
 */
export async function openByKit(
  open: () => Promise<Vault>,
  openForReading: (() => Promise<Vault>) | undefined,
  now: () => number,
): Promise<Vault> {
  const vault = await open().catch((error: unknown) => {
    if (!isUnwritable(error) || openForReading === undefined) throw error
    return openForReading()
  })
  noteUnwrittenKit(vault, now())
  return vault
}

function isUnwritable(error: unknown): boolean {
  return error instanceof VaultError && error.code === 'folder-not-writable'
}

/** A kit that opened what cannot be written is told with the next change from this machine, or opens nothing. */
function noteUnwrittenKit(vault: Vault, at: number): void {
  if (vault.mode === 'normal') return
  const { custodianId, slotId, isSplitKit } = vault.self
  const by = isSplitKit ? 'recovery-shares' : 'recovery-kit'
  const facts = { by, slotId, isReadOnly: true }
  try {
    vault.appendAudit([{ action: 'vault.unlocked', at, custodianId, facts }])
  } catch (error) {
    vault.close()
    throw error
  }
}
