import type { CalendarDay } from '../../shared/calendar-day.ts'
import type { Reminder } from '../../shared/reminder.ts'
import type { RecordStore } from '../ledger/store.ts'
import { checkCounts } from './plan.ts'

/** One line for all services whose quarterly check is due: one for each of thousands would hide all else. */
export function checkReminders(store: RecordStore, today: CalendarDay): Reminder[] {
  const { overdue, never, due } = checkCounts(store, today)
  const reminders: Reminder[] = []
  if (overdue > 0) {
    reminders.push({
      ...WHOLE_VAULT,
      id: 'check-overdue:',
      kind: 'check-overdue',
      urgency: 'danger',
      count: overdue,
    })
  }
  if (never + due > 0) {
    reminders.push({
      ...WHOLE_VAULT,
      id: 'check-due:',
      kind: 'check-due',
      urgency: 'due',
      count: never + due,
    })
  }
  return reminders
}

const WHOLE_VAULT = { recordId: '', title: '' }
