import type { CalendarDay } from '../../shared/calendar-day.ts'
import { daysBetween } from '../../shared/calendar-day.ts'
import type { LedgerRecord } from '../../shared/records/record.ts'
import { recordTitle } from '../../shared/records/record-title.ts'
import type { Reminder } from '../../shared/reminder.ts'
import { REMINDER_URGENCIES } from '../../shared/reminder.ts'
import type { Alarm } from './alarms.ts'
import type { RecordStore } from './store.ts'
import { placeOf } from './titles.ts'

/** Until when and why a record's reminder is put off; nothing for kinds that cannot be. */
function snoozeOf(record: LedgerRecord): { snoozedUntilOn?: CalendarDay; snoozeReason?: string } {
  const { data } = record
  if (!('snoozedUntilOn' in data) || data.snoozedUntilOn === undefined) return {}
  const { snoozedUntilOn, snoozeReason } = data
  return snoozeReason === undefined ? { snoozedUntilOn } : { snoozedUntilOn, snoozeReason }
}

/** Whether the record's reminder is hidden on `today`. */
export function isSnoozed(record: LedgerRecord, today: CalendarDay): boolean {
  const until = snoozeOf(record).snoozedUntilOn
  return until !== undefined && until > today
}

/** The line of 提醒 for an alarm. */
export function reminderOf(
  store: RecordStore,
  record: LedgerRecord,
  alarm: Alarm,
  today: CalendarDay,
): Reminder {
  const { subject, serviceId, entityId } = placeOf(store, record)
  const reminder: Reminder = {
    id: `${alarm.kind}:${record.id}`,
    kind: alarm.kind,
    urgency: alarm.urgency,
    recordId: record.id,
    title: recordTitle(record),
  }
  if (subject !== undefined && record.kind !== 'entity') reminder.subject = subject
  if (serviceId !== undefined) reminder.serviceId = serviceId
  if (entityId !== undefined) reminder.entityId = entityId
  if (alarm.dueOn !== undefined) {
    reminder.dueOn = alarm.dueOn
    reminder.daysLeft = daysBetween(today, alarm.dueOn)
  }
  if (alarm.dueAt !== undefined) reminder.dueAt = alarm.dueAt
  if (isSnoozed(record, today)) Object.assign(reminder, snoozeOf(record))
  return reminder
}

/** A reminder as it is to be told at a moment of its day: hours may have run out since the day began. */
export function reminderAt(reminder: Reminder, now: number): Reminder {
  if (reminder.kind !== 'case-clock-due' || (reminder.dueAt ?? now) >= now) return reminder
  const kind = 'case-clock-overdue'
  return { ...reminder, kind, id: `${kind}:${reminder.recordId}`, urgency: 'danger' }
}

/** After every day. A table without a column of providers brings thousands of alarms that hid the overdue passwords. */
const NO_DAY = '~'

/** Where a reminder stands among all, as text to sort by: worst first, then by day, what has none after what has one. */
export function reminderPlace({ urgency, dueOn }: Pick<Reminder, 'urgency' | 'dueOn'>): string {
  return `${REMINDER_URGENCIES.indexOf(urgency)}${dueOn ?? NO_DAY}`
}

/** By place, then by name. */
export function compareReminders(a: Reminder, b: Reminder): number {
  return (
    REMINDER_URGENCIES.indexOf(a.urgency) - REMINDER_URGENCIES.indexOf(b.urgency) ||
    compareText(a.dueOn ?? NO_DAY, b.dueOn ?? NO_DAY) ||
    compareText(a.title, b.title) ||
    compareText(a.id, b.id)
  )
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
