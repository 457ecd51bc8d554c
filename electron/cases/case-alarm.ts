import type { CalendarDay } from '../../shared/calendar-day.ts'
import { addDays, dayOf } from '../../shared/calendar-day.ts'
import type { ClockView } from '../../shared/case-view.ts'
import type { LedgerRecord } from '../../shared/records/record.ts'
import type { Alarm } from '../ledger/alarms.ts'
import type { RecordStore } from '../ledger/store.ts'
import { runningClocks, startOfDay } from './clocks.ts'

/** A clock of ours is near for so many days, one of theirs from the day before its last. */
const OURS_DUE_DAYS = 3
const THEIRS_DUE_DAYS = 1
/** A case that nobody touched for so long wants a look. */
const IDLE_DAYS = 7

/** What is to be said of an open case on a day: its worst clock, or that it waits for us. */
export function caseAlarm(
  store: RecordStore,
  { data, updatedAt }: LedgerRecord<'case'>,
  today: CalendarDay,
): Alarm | undefined {
  if (data.closedOn !== undefined) return undefined
  // By the day alone, which alarms are kept for; a clock of hours brings its moment along.
  const running = runningClocks(store, data, startOfDay(today))
  const [worst] = running
  if (worst !== undefined && worst.state === 'overdue') {
    return { kind: 'case-clock-overdue', urgency: 'danger', dueOn: worst.dueOn }
  }
  const near = running.find(isNear)
  if (near !== undefined) {
    const isOfHours = near.unit === 'hours'
    return {
      kind: 'case-clock-due',
      urgency: isOfHours && near.party === 'us' ? 'danger' : 'due',
      dueOn: near.dueOn,
      ...(isOfHours && { dueAt: near.dueAt }),
    }
  }
  if (running.some((clock) => clock.party === 'them')) return undefined
  const idleOn = addDays(dayOf(updatedAt), IDLE_DAYS)
  return { kind: 'case-waiting', urgency: idleOn <= today ? 'due' : 'soon', dueOn: idleOn }
}

function isNear({ party, unit, daysLeft }: ClockView): boolean {
  if (unit === 'hours') return true
  return daysLeft <= (party === 'us' ? OURS_DUE_DAYS : THEIRS_DUE_DAYS)
}
