import { dayOf, daysBetween } from '../../shared/calendar-day.ts'
import type { TaskLine } from '../../shared/check-view.ts'
import { GUIDE_IDS } from '../../shared/guides/guide.ts'
import type { LedgerRecord, RecordOverview } from '../../shared/records/record.ts'
import { invalidValue } from '../ledger/invalid-value.ts'
import type { RecordStore } from '../ledger/store.ts'
import { liveRecords, overviewOf, requireLive } from '../ledger/store.ts'
import { placeOf } from '../ledger/titles.ts'
import { writeRecords } from '../ledger/write.ts'
import type { Session } from '../session.ts'
import type { RecordId } from '../vault/vault.ts'

/** Open tasks by their day, those without one last; then done ones, newest first. */
export function taskLines(store: RecordStore, now: number): TaskLine[] {
  return [...liveRecords(store, 'task')]
    .map((task) => taskLine(store, task, now))
    .sort(compareTasks)
}

/**
 * Marks a task as done today.
 *
 * @throws VaultError `record-not-found`; `invalid-value` (field `doneOn`) when it is done already.
 */
export function finishTask(
  session: Session,
  id: RecordId,
  result: string | undefined,
): { undoToken: number } {
  const { ledger } = session.open()
  const task = requireLive(ledger, 'task', id)
  if (task.data.doneOn !== undefined) throw invalidValue('doneOn', 'not-allowed')
  const now = session.now()
  const data = { ...task.data, doneOn: dayOf(now) }
  if (result !== undefined && result !== '') data.result = result
  const overview: RecordOverview = { ...overviewOf(task), kind: 'task', data, updatedAt: now }
  return writeRecords(
    session,
    [{ type: 'put', id, overview, expectedRevision: task.revision }],
    [{ action: 'task.done', recordId: id }],
  )
}

function taskLine(store: RecordStore, task: LedgerRecord<'task'>, now: number): TaskLine {
  const { subject, rowId } = placeOf(store, task)
  const line: TaskLine = { ...task }
  if (subject !== undefined) line.subject = subject
  if (rowId !== undefined) line.rowId = rowId
  if (task.data.dueOn !== undefined) line.daysLeft = daysBetween(dayOf(now), task.data.dueOn)
  const guideId = GUIDE_IDS.find((one) => one === task.data.guideId)
  if (guideId !== undefined) line.guideId = guideId
  return line
}

function compareTasks({ data: a }: TaskLine, { data: b }: TaskLine): number {
  if (a.doneOn !== undefined || b.doneOn !== undefined) {
    if (a.doneOn === undefined) return -1
    if (b.doneOn === undefined) return 1
    return a.doneOn < b.doneOn ? 1 : -1
  }
  return (a.dueOn ?? '~') < (b.dueOn ?? '~') ? -1 : 1
}
