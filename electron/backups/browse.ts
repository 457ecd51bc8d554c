import type { BackupRecordLine, BackupRecordView } from '../../shared/backup-view.ts'
import { MAX_BACKUP_RECORDS } from '../../shared/backup-view.ts'
import type { LedgerRecord } from '../../shared/records/record.ts'
import { RECORD_KINDS } from '../../shared/records/record.ts'
import { recordTitle } from '../../shared/records/record-title.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { referencesOf } from '../ledger/references.ts'
import { searchRecords } from '../ledger/search/search-tables.ts'
import { requireRecord } from '../ledger/store.ts'
import { placeOf } from '../ledger/titles.ts'
import type { RecordId } from '../vault/vault.ts'

/** What is in a backup that is open: all of it by kind and name, or what a search finds, best first. */
export function recordsIn(
  ledger: Ledger,
  query: string,
): { records: BackupRecordLine[]; total: number } {
  const found =
    query.trim() === ''
      ? [...ledger.records.values()].sort(compare)
      : searchRecords(ledger.search, ledger, query, MAX_BACKUP_RECORDS).flatMap(
          (id) => ledger.records.get(id) ?? [],
        )
  const records = found.slice(0, MAX_BACKUP_RECORDS).map((record) => lineOf(ledger, record))
  return { records, total: found.length }
}

/** One record of a backup as it was then. Never its secret. */
export function recordIn(ledger: Ledger, id: RecordId): BackupRecordView {
  const record = requireRecord(ledger, id)
  const named = referencesOf(record).flatMap((one) => ledger.records.get(one.id) ?? [])
  return {
    ...lineOf(ledger, record),
    fields: Object.entries(record.data).map(([name, value]) => ({ name, value })),
    names: Object.fromEntries(named.map((one) => [one.id, recordTitle(one)])),
    hasSecret: record.hasSecret,
    createdAt: record.createdAt,
  }
}

function lineOf(ledger: Ledger, record: LedgerRecord): BackupRecordLine {
  const { subject } = placeOf(ledger, record)
  return {
    recordId: record.id,
    kind: record.kind,
    title: recordTitle(record),
    ...(subject === undefined ? {} : { subject }),
    isTrashed: record.trashedAt !== undefined,
    updatedAt: record.updatedAt,
  }
}

function compare(a: LedgerRecord, b: LedgerRecord): number {
  const [one, other] = [recordTitle(a), recordTitle(b)]
  return (
    RECORD_KINDS.indexOf(a.kind) - RECORD_KINDS.indexOf(b.kind) ||
    (one < other ? -1 : one > other ? 1 : 0)
  )
}
