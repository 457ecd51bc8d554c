import { dayOf } from '../../shared/calendar-day.ts'
import type { Handlers } from '../handlers.ts'
import { remindersOn } from '../ledger/ledger.ts'
import { reminderAt } from '../ledger/reminders.ts'
import { snoozeReminder } from '../ledger/snooze.ts'
import type { Session } from '../session.ts'

/** 提醒: what wants doing, and what may wait. */
export function remindersHandlers(
  session: Session,
): Pick<Handlers, 'reminders.list' | 'reminders.snooze' | 'reminders.unsnooze'> {
  return {
    'reminders.list': () => {
      const now = session.now()
      return remindersOn(session.open().ledger, dayOf(now)).map((one) => reminderAt(one, now))
    },
    'reminders.snooze': ({ id, untilOn, reason }) =>
      snoozeReminder(session, id, { untilOn, reason }),
    'reminders.unsnooze': ({ id }) => snoozeReminder(session, id, undefined),
  }
}
