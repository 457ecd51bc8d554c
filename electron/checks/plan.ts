import type { CalendarDay } from '../../shared/calendar-day.ts'
import type { CheckDue, CheckGroup, CheckPlan, CheckStanding } from '../../shared/check-view.ts'
import { CHECK_STANDINGS } from '../../shared/check-view.ts'
import type { LedgerRecord } from '../../shared/records/record.ts'
import type { RecordStore } from '../ledger/store.ts'
import { liveRecord, liveRecords, usersOf } from '../ledger/store.ts'
import type { RecordId } from '../vault/vault.ts'
import { isChecked, standingOf } from './standing.ts'

/** Which services are due for their quarterly check, by entity, worst first. */
export function checkPlan(store: RecordStore, today: CalendarDay): CheckPlan {
  const groups = new Map<RecordId, CheckGroup>()
  const counts: Record<CheckStanding, number> = {
    overdue: 0,
    never: 0,
    due: 0,
    soon: 0,
    current: 0,
  }
  for (const service of liveRecords(store, 'service')) {
    if (!isChecked(service)) continue
    const due = checkDue(store, service, today)
    counts[due.standing] += 1
    const group = groups.get(service.data.entityId) ?? groupOf(store, service.data.entityId)
    if (group === undefined) continue
    groups.set(service.data.entityId, group)
    group.services.push(due)
    if (rank(due.standing) < rank(group.standing)) group.standing = due.standing
  }
  return {
    today,
    groups: [...groups.values()].map(inOrder).sort(compareGroups),
    counts,
    openTaskCount: openTaskCount(store),
  }
}

/** How many services are due, without making the plan: for the reminder. */
export function checkCounts(
  store: RecordStore,
  today: CalendarDay,
): Pick<Record<CheckStanding, number>, 'overdue' | 'never' | 'due'> {
  const counts = { overdue: 0, never: 0, due: 0 }
  for (const service of liveRecords(store, 'service')) {
    if (!isChecked(service)) continue
    const { standing } = standingOf(store, service, today)
    if (standing === 'overdue' || standing === 'never' || standing === 'due') counts[standing] += 1
  }
  return counts
}

function checkDue(
  store: RecordStore,
  service: LedgerRecord<'service'>,
  today: CalendarDay,
): CheckDue {
  const { standing, last, open, dueOn } = standingOf(store, service, today)
  const due: CheckDue = {
    serviceId: service.id,
    name: service.data.name,
    standing,
    openTaskCount: usersOf(store, service.id, 'task').filter(
      ({ data }) => data.doneOn === undefined,
    ).length,
  }
  const { filingNumber } = service.data
  if (filingNumber !== undefined) due.filingNumber = filingNumber
  if (last?.data.finishedOn !== undefined) due.lastOn = last.data.finishedOn
  if (dueOn !== undefined) due.dueOn = dueOn
  if (open !== undefined) due.openCheckId = open.id
  return due
}

function groupOf(store: RecordStore, entityId: RecordId): CheckGroup | undefined {
  const entity = liveRecord(store, 'entity', entityId)
  if (entity === undefined) return undefined
  const group: CheckGroup = {
    entityId,
    entityName: entity.data.name,
    standing: 'current',
    services: [],
  }
  if (entity.data.province !== undefined) group.province = entity.data.province
  return group
}

function openTaskCount(store: RecordStore): number {
  let count = 0
  for (const { data } of liveRecords(store, 'task')) if (data.doneOn === undefined) count += 1
  return count
}

function inOrder(group: CheckGroup): CheckGroup {
  group.services.sort(
    (a, b) => rank(a.standing) - rank(b.standing) || compareDays(a.dueOn, b.dueOn),
  )
  return group
}

function compareGroups(a: CheckGroup, b: CheckGroup): number {
  return (
    rank(a.standing) - rank(b.standing) ||
    compareDays(a.services[0]?.dueOn, b.services[0]?.dueOn) ||
    b.services.length - a.services.length ||
    (a.entityName < b.entityName ? -1 : 1)
  )
}

function rank(standing: CheckStanding): number {
  return CHECK_STANDINGS.indexOf(standing)
}

/** What has no day comes first: it was never looked at. */
function compareDays(a = '', b = ''): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
