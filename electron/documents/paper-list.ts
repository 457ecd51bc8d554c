import type { PaperView } from '../../shared/document-views.ts'
import type { LedgerRecord } from '../../shared/records/record.ts'
import { recordTitle } from '../../shared/records/record-title.ts'
import type { RecordStore } from '../ledger/store.ts'
import { liveRecords, oldestFirst } from '../ledger/store.ts'
import type { RecordId } from '../vault/vault.ts'

/** All papers that are not in the trash, oldest first, each with the names of whose it is. */
export function paperList(store: RecordStore): PaperView[] {
  return oldestFirst([...liveRecords(store, 'document')]).map((paper) => paperView(store, paper))
}

/** The papers tied to one of these records, such as a filing's own. */
export function papersOf(store: RecordStore, ids: ReadonlySet<RecordId>): PaperView[] {
  const papers = [...liveRecords(store, 'document')].filter((paper) =>
    holderIds(paper).some((id) => ids.has(id)),
  )
  return oldestFirst(papers).map((paper) => paperView(store, paper))
}

function paperView(store: RecordStore, paper: LedgerRecord<'document'>): PaperView {
  const holders = holderIds(paper).flatMap((id) => {
    const holder = store.records.get(id)
    return holder === undefined ? [] : [recordTitle(holder)]
  })
  return { ...paper, holders }
}

function holderIds({ data }: LedgerRecord<'document'>): RecordId[] {
  const { entityId, contactId, serviceId, domainId } = data
  return [entityId, contactId, serviceId, domainId].filter((id) => id !== undefined)
}
