import { dayOf } from '../shared/calendar-day.ts'
import type { DueList } from '../shared/due-list.ts'
import { reminderCounts, remindersOn } from './ledger/ledger.ts'
import type { OpenVault } from './session.ts'

/** A menu is read at a glance. */
const MAX_LINES = 6

/** What the tray may show of an open ledger: counts and the worst lines, without what was put off. */
export function dueListOf({ ledger }: Pick<OpenVault, 'ledger'>, now: number): DueList {
  const today = dayOf(now)
  const lines = remindersOn(ledger, today)
    .filter(({ snoozedUntilOn }) => snoozedUntilOn === undefined)
    .slice(0, MAX_LINES)
    .map(({ kind, urgency, title, subject, daysLeft }) => ({
      kind,
      urgency,
      title: subject === undefined ? title : `${subject} · ${title}`,
      ...(daysLeft === undefined ? {} : { daysLeft }),
    }))
  return { day: today, counts: reminderCounts(ledger, today), lines }
}
