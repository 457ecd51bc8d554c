import type { DueAsk, DueListProblem, DueReply } from '../shared/due-list.ts'
import { VaultError } from '../shared/errors.ts'
import { dueListOf } from './due-list.ts'
import { openVaultOf } from './open-vault.ts'
import { Vault, type VaultContext } from './vault/vault.ts'

/**
 * Looks into a vault with the keychain's key and says what is due.
 *
 * It is opened for reading only: starting a machine must not change the file, or two computers that share
 * it by a synced folder would each make a version of their own. Nothing but a shared lock is held, for as
 * long as reading takes. The trail is told at the next unlock: `due-looks.ts`.
 */
export async function readDueList(ask: DueAsk, context: VaultContext): Promise<DueReply> {
  const unlock = { kind: 'keychain', slotKey: ask.slotKey } as const
  try {
    const vault = await Vault.open(ask.path, unlock, { readOnly: true }, context)
    try {
      if (vault.mode === 'evidence') return { problem: 'vault-suspect' }
      return { list: dueListOf(openVaultOf(vault), context.now()) }
    } finally {
      vault.close()
    }
  } catch (error) {
    if (error instanceof VaultError) return { problem: PROBLEMS[error.code] ?? 'unreadable' }
    throw error
  }
}

const PROBLEMS: Partial<Record<VaultError['code'], DueListProblem>> = {
  'keychain-expired': 'expired',
  'wrong-keychain-key': 'slot-removed',
  'file-not-found': 'vault-missing',
  'opened-elsewhere': 'vault-busy',
  'forged-vault': 'vault-suspect',
  'schema-altered': 'vault-suspect',
  'vault-damaged': 'vault-suspect',
}
