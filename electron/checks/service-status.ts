import type { Finding } from '../../shared/guides/guide.ts'
import type { CheckItem } from '../../shared/records/check.ts'
import type { LedgerRecord, RecordOverview } from '../../shared/records/record.ts'
import type { RecordStore } from '../ledger/store.ts'
import { liveRecord, overviewOf } from '../ledger/store.ts'
import type { LedgerChange } from '../ledger/write.ts'

/** The item that looks at 是否限制接入, and what it may find. */
const ACCESS_ITEM = 'not-restricted'
const RESTRICTED = 'restricted'

/** 是否限制接入 is a fact of the service: what the query says becomes its status, and back. */
export function serviceStatusChange(
  store: RecordStore,
  check: LedgerRecord<'check'>,
  itemId: string,
  findings: readonly Finding[],
  result: CheckItem['result'],
  now: number,
): LedgerChange[] {
  if (itemId !== ACCESS_ITEM) return []
  const service = liveRecord(store, 'service', check.data.serviceId)
  if (service === undefined) return []
  const isRestricted = findings.some(({ id }) => id === RESTRICTED)
  const status = isRestricted ? 'restricted' : result === 'fine' ? 'active' : service.data.status
  if (status === service.data.status || service.data.status === 'cancelled') return []
  const overview: RecordOverview = {
    ...overviewOf(service),
    kind: 'service',
    data: { ...service.data, status },
    updatedAt: now,
  }
  return [{ type: 'put', id: service.id, overview, expectedRevision: service.revision }]
}
