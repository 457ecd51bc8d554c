import { VaultError } from '../../shared/errors.ts'
import { RECORD_KINDS } from '../../shared/records/record.ts'
import { createStore, type RecordStore } from '../ledger/store.ts'
import type { OpenVault } from '../session.ts'
import type { Steps } from '../slices.ts'
import type { OpenRecord, Vault } from '../vault/vault.ts'
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
 * Compares a copy with the open vault, which must not be written between two steps. Yields how many records were
 * compared.
 *
 * @throws VaultError `not-a-vault`, `vault-damaged`, `copy-has-newer-keys`
 */
export function* compareCopy(
  open: OpenVault,
  { vault, store }: Pick<OpenMerge, 'vault' | 'store'>,
): Steps<OpenMerge> {
  requireKeys(open, vault)
  const history = historyOf(yield* open.vault.forkFrom(vault))
  const sides = { open, vault, store, history }
  return { vault, store, history, differences: yield* findDifferences(sides) }
}

/** @throws VaultError `copy-has-newer-keys` */
export function requireKeys(open: OpenVault, vault: Vault): void {
  if (vault.generation <= open.vault.generation) return
  throw new VaultError('copy-has-newer-keys', 'the other copy has newer keys')
}

/** @throws VaultError `newer-format` when the copy holds what this version does not know */
export function* readStore(vault: Vault): Steps<RecordStore> {
  const records: OpenRecord[] = []
  for (const record of vault.records()) {
    records.push(record)
    yield undefined
  }
  const kinds: ReadonlySet<unknown> = new Set(RECORD_KINDS)
  if (records.every(({ overview }) => kinds.has(overview['kind']))) return createStore(records)
  throw new VaultError('newer-format', 'the other copy holds records of kinds unknown here')
}
