import { addDays, addMonths, type CalendarDay } from '../../../shared/calendar-day.ts'
import type { LedgerRecord } from '../../../shared/records/record.ts'

/** The kinds of record that 联系人 shows, each in a tab. */
export const CONTACT_TABS = ['contact', 'provider', 'channel'] as const
export type ContactTab = (typeof CONTACT_TABS)[number]

export type TabRecord = LedgerRecord<ContactTab>

/** What wants a look at a person, a firm or a channel; worked out, never stored. */
export const STANDINGS = [
  'id-expired',
  'id-expiring',
  'never-verified',
  'stale',
  'unreachable',
  'fine',
  'left',
] as const
export type Standing = (typeof STANDINGS)[number]

/** IDs are told so many days before their end: a filing wants three months of validity left. */
const ID_SOON_DAYS = 90
/** Contact data are looked at every quarter. */
const VERIFY_MONTHS = 3

/** How `record` stands on `today`. */
export function standingOf(record: TabRecord, today: CalendarDay): Standing {
  switch (record.kind) {
    case 'contact': {
      const { leftOn, idValidUntilOn, phone } = record.data
      if (leftOn !== undefined && leftOn <= today) return 'left'
      if (idValidUntilOn !== undefined && idValidUntilOn < today) return 'id-expired'
      if (idValidUntilOn !== undefined && idValidUntilOn <= addDays(today, ID_SOON_DAYS)) {
        return 'id-expiring'
      }
      return phone === undefined ? 'unreachable' : 'fine'
    }
    case 'provider':
    case 'channel': {
      const { verifiedOn } = record.data
      if (verifiedOn === undefined) return 'never-verified'
      return addMonths(verifiedOn, VERIFY_MONTHS) <= today ? 'stale' : 'fine'
    }
  }
}
