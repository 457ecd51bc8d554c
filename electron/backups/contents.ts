import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import {
  type BackupContents,
  type BackupDifference,
  DIFFERENCE_KINDS,
  MAX_DIFFERENCES,
} from '../../shared/backup-view.ts'
import type { LedgerRecord, RecordKind } from '../../shared/records/record.ts'
import { recordTitle } from '../../shared/records/record-title.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { placeOf } from '../ledger/titles.ts'
import type { OpenVault } from '../session.ts'
import type { Difference, Vault } from '../vault/vault.ts'

/** A backup that is open for reading beside the vault. */
export type BrowsedBackup = {
  vault: Vault
  /** The records of the backup, with what searches them. */
  store: Ledger
  /** When its file is one of the catalogue's. */
  backupId?: string
}

/** The catalogue, the drills and the company rule are of the vault now: an older one of them is no loss. */
const OWN_KINDS: ReadonlySet<string> = new Set<RecordKind>(['backup', 'drill', 'company-rule'])

/** What differs between the backup and the vault now. Never a secret: only whether one is another. */
export function contentsOf(open: OpenVault, { vault, store }: BrowsedBackup): BackupContents {
  const all = open.vault
    .compareWith(vault)
    .filter(({ overview }) => !OWN_KINDS.has(String(overview['kind'])))
    .map((difference) => differenceOf(open, store, difference))
    .filter((one) => one !== undefined)
    .sort(compare)
  const counts = Object.entries(store.kinds)
    .map(([kind, records]) => ({ kind, count: records.size }))
    .filter(({ kind, count }) => count > 0 && !OWN_KINDS.has(kind))
  return {
    fileName: path.basename(vault.path),
    revision: vault.revision,
    nowRevision: open.vault.revision,
    checkWords: vault.checkWords(),
    counts,
    differences: all.slice(0, MAX_DIFFERENCES),
    differenceCount: all.length,
  }
}

function differenceOf(
  { ledger }: OpenVault,
  store: Ledger,
  { recordId, isSecretChanged, kind }: Difference,
): BackupDifference | undefined {
  const there = store.records.get(recordId)
  const here = ledger.records.get(recordId)
  // A record of a kind that this version does not know has no name that could be shown.
  const shown = there ?? here
  if (shown === undefined) return undefined
  const subject = placeOf(there === undefined ? ledger : store, shown).subject
  return {
    recordId,
    difference:
      kind === 'only-here' ? 'only-now' : kind === 'only-there' ? 'only-backup' : 'changed',
    kind: shown.kind,
    title: recordTitle(shown),
    ...(subject === undefined ? {} : { subject }),
    isSecretChanged,
    isTrashed: here?.trashedAt !== undefined,
    ...(there === undefined ? {} : { backupUpdatedAt: there.updatedAt }),
    ...(here === undefined ? {} : { nowUpdatedAt: here.updatedAt }),
    fields: here === undefined || there === undefined ? [] : changedFields(there, here),
  }
}

function changedFields(there: LedgerRecord, here: LedgerRecord): string[] {
  // `as`: data of one kind, read by the names that both have.
  const before = there.data as Readonly<Record<string, unknown>>
  const now = here.data as Readonly<Record<string, unknown>>
  const names = new Set([...Object.keys(before), ...Object.keys(now)])
  return [...names].filter((name) => !isDeepStrictEqual(before[name], now[name]))
}

function compare(a: BackupDifference, b: BackupDifference): number {
  const rank = (one: BackupDifference) => DIFFERENCE_KINDS.indexOf(one.difference)
  return rank(a) - rank(b) || (a.title < b.title ? -1 : 1)
}
