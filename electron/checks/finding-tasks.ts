import type { CalendarDay } from '../../shared/calendar-day.ts'
import { addDays, dayOf } from '../../shared/calendar-day.ts'
import type { Finding, Step } from '../../shared/guides/guide.ts'
import type { LedgerRecord, RecordOverview } from '../../shared/records/record.ts'
import type { Task } from '../../shared/records/task.ts'
import type { WorkingCalendar } from '../../shared/working-days/calendar.ts'
import { addWorkingDays } from '../../shared/working-days/calendar.ts'
import { calendarOf } from '../cases/vault-calendar.ts'
import type { RecordStore } from '../ledger/store.ts'
import { newRecordId, usersOf } from '../ledger/store.ts'
import type { LedgerChange } from '../ledger/write.ts'

/**
 * The tasks that an item's findings become. A finding that is a task already keeps it; open tasks of this
 * item whose finding was taken back go.
 */
export function findingTasks(
  store: RecordStore,
  check: LedgerRecord<'check'>,
  step: Step,
  findings: readonly Finding[],
  now: number,
): LedgerChange[] {
  const today = dayOf(now)
  const ofItem = usersOf(store, check.id, 'task').filter(({ data }) => data.itemId === step.id)
  const isFound = (id: string | undefined) => findings.some((finding) => finding.id === id)
  const gone = ofItem
    .filter(({ data }) => data.doneOn === undefined && !isFound(data.findingId))
    .map(({ id }): LedgerChange => ({ type: 'delete', id }))
  const added = findings
    .filter((finding) => !ofItem.some(({ data }) => data.findingId === finding.id))
    .map((finding): LedgerChange => {
      const data = taskOf(check, step, finding, today, calendarOf(store))
      const overview: RecordOverview = { kind: 'task', data, createdAt: now, updatedAt: now }
      return { type: 'put', id: newRecordId(), overview, expectedRevision: 0 }
    })
  return [...gone, ...added]
}

function taskOf(
  check: LedgerRecord<'check'>,
  step: Step,
  finding: Finding,
  today: CalendarDay,
  calendar: WorkingCalendar,
): Task {
  const { entityId, serviceId, person } = check.data
  const task: Task = {
    title: finding.task.zh,
    origin: 'check',
    dueOn: dueOn(finding, today, calendar),
    entityId,
    serviceId,
    checkId: check.id,
    itemId: step.id,
    findingId: finding.id,
    person,
    notes: finding.text.zh,
  }
  if (finding.guide !== undefined) task.guideId = finding.guide
  if (finding.tone === 'danger') task.isDanger = true
  return task
}

function dueOn({ within }: Finding, today: CalendarDay, calendar: WorkingCalendar): CalendarDay {
  if (within.unit === 'calendar-days') return addDays(today, within.count)
  return addWorkingDays(today, within.count, calendar).day
}
