import type { CopySecret } from '../../shared/contract/copy-secret.ts'
import { VaultError } from '../../shared/errors.ts'
import type { SessionControl } from '../session.ts'
import { type Unlock, Vault } from '../vault/vault.ts'

/**
 * Opens a copy of this vault for reading. No anchor is asked or written, and no wrong passphrase counted.
 *
 * @throws VaultError `not-a-vault` when it is of another vault, `copy-went-apart` when it is of another line of it,
 * `vault-damaged` when it is not whole, and those of `Vault.open`
 */
export async function openCopyOf(
  session: SessionControl,
  file: string,
  secret: CopySecret,
): Promise<Vault> {
  const context = await session.context()
  const unlock: Unlock =
    secret.kind === 'passphrase'
      ? { kind: 'passphrase', passphrase: new TextEncoder().encode(secret.passphrase) }
      : secret
  const anchors = { read: () => undefined, write: () => {} }
  let vault: Vault
  try {
    vault = await Vault.open(file, unlock, { readOnly: true }, { ...context, anchors })
  } finally {
    if (unlock.kind === 'passphrase') unlock.passphrase.fill(0)
  }
  try {
    if (vault.mode === 'evidence') throw new VaultError('vault-damaged', 'the copy is not whole')
    session.open().vault.requireCopy(vault)
    return vault
  } catch (error) {
    vault.close()
    throw error
  }
}
