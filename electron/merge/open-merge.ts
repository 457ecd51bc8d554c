import { VaultError } from '../../shared/errors.ts'
import { RECORD_KINDS } from '../../shared/records/record.ts'
import { createStore, type RecordStore } from '../ledger/store.ts'
import type { OpenVault } from '../session.ts'
import type { Vault } from '../vault/vault.ts'
import { type Differences, findDifferences } from './differences.ts'
import { type History, historyOf } from './history.ts'

/** Another copy that is open for reading, compared with the vault. */
export type OpenMerge = {
  vault: Vault
  /** The records of the other copy. */
  store: RecordStore
  history: History
  differences: Differences
}

/**
 * Compares a copy with the open vault.
 *
 * @throws VaultError `not-a-vault`, `vault-damaged`; `newer-format` when it holds what this version does not
 * know; `copy-has-newer-keys`
 */
export function compareCopy(open: OpenVault, vault: Vault, known?: RecordStore): OpenMerge {
  if (vault.generation > open.vault.generation) {
    throw new VaultError('copy-has-newer-keys', 'the other copy has newer keys')
  }
  const history = historyOf(open.vault.forkFrom(vault))
  const store = known ?? readStore(vault)
  const sides = { open, vault, store, history }
  return { vault, store, history, differences: findDifferences(sides) }
}

function readStore(vault: Vault): RecordStore {
  const records = [...vault.records()]
  const kinds: ReadonlySet<unknown> = new Set(RECORD_KINDS)
  if (records.every(({ overview }) => kinds.has(overview['kind']))) return createStore(records)
  throw new VaultError('newer-format', 'the other copy holds records of kinds unknown here')
}
