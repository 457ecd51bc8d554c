import { type CalendarDay, dayOf } from '../shared/calendar-day.ts'
import { reminderCounts } from './ledger/ledger.ts'
import type { SessionControl } from './session.ts'

/**
 * Makes a look at the calendar, to be taken every few seconds: when a vault was unlocked, and when a new
 * day begins under an open one, the window gets new counts and the person one notification.
 */
export function createReminderClock(session: SessionControl): () => void {
  let toldOn: CalendarDay | undefined
  return () => {
    if (!session.isOpen()) return
    const today = dayOf(session.now())
    if (today === toldOn) return
    toldOn = today
    const counts = reminderCounts(session.open().ledger, today)
    session.emit({ event: 'reminders-changed', ...counts })
    const { danger, due } = counts
    if (danger + due === 0) return
    // A system without notifications must not disturb anything.
    session.host('notify.reminders', { danger, due }).catch(() => undefined)
  }
}
