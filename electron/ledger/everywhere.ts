import type { CallOutput } from '../../shared/contract.ts'
import { recordTitle } from '../../shared/records/record-title.ts'
import type { Ledger } from './ledger.ts'
import { searchRecords } from './search/search-tables.ts'
import { placeOf } from './titles.ts'

const MAX_HITS = 50

/** Ctrl/Cmd+K: the best records of any kind, each with the line of 台账 it leads to. */
export function searchEverywhere(
  ledger: Ledger,
  query: string,
): CallOutput<'ledger.searchEverywhere'> {
  if (query.trim() === '') return { hits: [] }
  const hits: CallOutput<'ledger.searchEverywhere'>['hits'] = []
  for (const id of searchRecords(ledger.search, ledger, query, MAX_HITS)) {
    const record = ledger.records.get(id)
    if (record === undefined) continue
    const { rowId, subject } = placeOf(ledger, record)
    const subtitle =
      record.kind === 'entity' || record.kind === 'service'
        ? (record.data.filingNumber ?? subject)
        : subject
    hits.push({
      id,
      kind: record.kind,
      title: recordTitle(record),
      ...(subtitle === undefined ? {} : { subtitle }),
      ...(rowId === undefined ? {} : { rowId }),
    })
  }
  return { hits }
}
