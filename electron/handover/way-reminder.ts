import type { CalendarDay } from '../../shared/calendar-day.ts'
import type { Reminder } from '../../shared/reminder.ts'
import type { WaysIn } from '../backups/drills.ts'
import { liveRecords, type RecordStore } from '../ledger/store.ts'

/** Custodians who have left and have a way into the vault again: an older file came back. */
export function wayReminders(
  store: RecordStore,
  today: CalendarDay,
  { custodianIds }: WaysIn,
): Reminder[] {
  const count = [...liveRecords(store, 'custodian')].filter(
    ({ data: { custodianId, leftOn } }) =>
      leftOn !== undefined && leftOn <= today && custodianIds?.has(custodianId) === true,
  ).length
  if (count === 0) return []
  const kind = 'former-way-in' as const
  return [{ id: `${kind}:`, kind, recordId: '', title: '', urgency: 'danger', count }]
}
