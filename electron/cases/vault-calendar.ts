import type { LedgerRecord } from '../../shared/records/record.ts'
import type { WorkingCalendar } from '../../shared/working-days/calendar.ts'
import { workingCalendar } from '../../shared/working-days/calendar.ts'
import type { RecordStore } from '../ledger/store.ts'
import { liveRecords } from '../ledger/store.ts'

type Kept = { key: string; calendar: WorkingCalendar }

/** One calendar a store, made anew when a notice changed: every clock of every case asks for it. */
const kept = new WeakMap<RecordStore, Kept>()

/** The working-day calendar with the notices of this vault. */
export function calendarOf(store: RecordStore): WorkingCalendar {
  const notices = noticesOf(store)
  const key = notices.map(({ id, revision }) => `${id}:${revision}`).join(' ')
  const known = kept.get(store)
  if (known?.key === key) return known.calendar
  const calendar = workingCalendar(notices.map(({ data }) => data))
  kept.set(store, { key, calendar })
  return calendar
}

/** The notices that count, one a year: the last that was imported. */
export function noticesOf(store: RecordStore): LedgerRecord<'holiday-notice'>[] {
  const byYear = new Map<number, LedgerRecord<'holiday-notice'>>()
  for (const notice of liveRecords(store, 'holiday-notice')) {
    const other = byYear.get(notice.data.year)
    if (other === undefined || other.createdAt < notice.createdAt) {
      byYear.set(notice.data.year, notice)
    }
  }
  return [...byYear.values()].sort((a, b) => a.data.year - b.data.year)
}
