import type { CaseLine } from '../../shared/case-view.ts'
import { guideOf } from '../../shared/guides/guide-list.ts'
import type { LedgerRecord } from '../../shared/records/record.ts'
import type { RecordStore } from '../ledger/store.ts'
import { recordOf } from '../ledger/store.ts'
import { blockOf } from './blocking.ts'
import { runningClocks } from './clocks.ts'
import { progressOf } from './progress.ts'

/** A case in a list: what comes next and the clock it is judged by. */
export function caseLine(store: RecordStore, record: LedgerRecord<'case'>, now: number): CaseLine {
  const { id, data, updatedAt } = record
  const isOpen = data.closedOn === undefined
  const guide = guideOf(data.guideId)
  const progress = guide === undefined ? undefined : progressOf(guide, data)
  const clocks = runningClocks(store, data, now)
  const line: CaseLine = {
    id,
    number: data.number,
    title: data.title,
    entityId: data.entityId,
    entityName: recordOf(store, 'entity', data.entityId)?.data.name ?? '',
    guideId: data.guideId,
    isOpen,
    openedOn: data.openedOn,
    runningClockCount: clocks.length,
    settledCount: progress?.settledCount ?? 0,
    stepCount: progress?.stepCount ?? 0,
    isBlocked: blockOf(store, data) !== undefined,
    updatedAt,
  }
  const providerName = recordOf(store, 'provider', data.providerId)?.data.name
  if (providerName !== undefined) line.providerName = providerName
  if (data.closedOn !== undefined) line.closedOn = data.closedOn
  if (data.closeReason !== undefined) line.closeReason = data.closeReason
  if (data.outcome !== undefined) line.outcome = data.outcome.kind
  const next = isOpen ? progress?.next : undefined
  if (next !== undefined) {
    line.nextStep = { guideId: data.guideId, stepId: next.step.id, title: next.step.title }
  }
  const [worst] = clocks
  if (worst !== undefined) line.worstClock = worst
  return line
}
