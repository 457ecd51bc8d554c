import { dayOf } from '../../shared/calendar-day.ts'
import type { CalendarYear, NoticePreview } from '../../shared/calendar-notice.ts'
import { VaultError } from '../../shared/errors.ts'
import { HolidayNotice } from '../../shared/records/holiday-notice.ts'
import { isImportable, readNotice } from '../../shared/working-days/notice.ts'
import { FIRST_SHIPPED_YEAR } from '../../shared/working-days/shipped-years.ts'
import { newRecordId, overviewOf, requireLive } from '../ledger/store.ts'
import { writeRecords } from '../ledger/write.ts'
import type { Session } from '../session.ts'
import type { RecordId } from '../vault/vault.ts'
import { calendarOf, noticesOf } from './vault-calendar.ts'

/** So many years from this one on are shown, as estimates where no notice is known. */
const YEARS_AHEAD = 2

/** What is known of each year. */
export function listCalendar(session: Session): CalendarYear[] {
  const { ledger } = session.open()
  const calendar = calendarOf(ledger)
  const notices = new Map(noticesOf(ledger).map((notice) => [notice.data.year, notice]))
  const thisYear = Number(dayOf(session.now()).slice(0, 4))
  const last = Math.max(thisYear + YEARS_AHEAD, ...notices.keys())
  const years: CalendarYear[] = []
  for (let year = FIRST_SHIPPED_YEAR; year <= last; year += 1) {
    // Between the years ahead and a notice far beyond them nothing is worth showing.
    if (year > thisYear + YEARS_AHEAD && !notices.has(year)) continue
    const shown: CalendarYear = {
      year,
      source: calendar.sourceOf(year),
      days: calendar.daysOf(year).map((day) => ({ ...day })),
    }
    const notice = notices.get(year)
    if (notice !== undefined) {
      const { source, importedOn, person } = notice.data
      shown.notice = { id: notice.id, source, importedOn, person }
    }
    years.push(shown)
  }
  return years
}

/** Reads a pasted notice and tells whether it would replace one. */
export function previewNotice(session: Session, text: string): NoticePreview {
  const preview = readNotice(text)
  const before = noticesOf(session.open().ledger).find(({ data }) => data.year === preview.year)
  return before === undefined ? preview : { ...preview, replacesId: before.id }
}

/**
 * Keeps a notice, in the name of the custodian, in place of an earlier one of the year.
 *
 * @throws VaultError `invalid-value` while a problem is serious.
 */
export function importNotice(
  session: Session,
  text: string,
  source: string,
): { year: number; undoToken: number } {
  const { vault, ledger } = session.open()
  const preview = previewNotice(session, text)
  if (!isImportable(preview)) throw notANotice()
  const now = session.now()
  const { year, replacesId } = preview
  const parsed = HolidayNotice.safeParse({
    year,
    days: preview.days,
    source,
    importedOn: dayOf(now),
    person: vault.custodianName,
  })
  if (!parsed.success) throw notANotice()
  const before =
    replacesId === undefined ? undefined : requireLive(ledger, 'holiday-notice', replacesId)
  const id = before?.id ?? newRecordId()
  const { undoToken } = writeRecords(
    session,
    [
      {
        type: 'put',
        id,
        expectedRevision: before?.revision ?? 0,
        overview: {
          kind: 'holiday-notice',
          data: parsed.data,
          createdAt: before?.createdAt ?? now,
          updatedAt: now,
        },
      },
    ],
    [{ action: 'calendar.import', recordId: id, facts: { year, count: preview.days.length } }],
  )
  return { year, undoToken }
}

/** The year goes back to what is shipped or estimated. */
export function removeNotice(session: Session, id: RecordId): { undoToken: number } {
  const notice = requireLive(session.open().ledger, 'holiday-notice', id)
  return writeRecords(
    session,
    [
      {
        type: 'put',
        id,
        expectedRevision: notice.revision,
        overview: { ...overviewOf(notice), trashedAt: session.now() },
      },
    ],
    [{ action: 'calendar.remove', recordId: id, facts: { year: notice.data.year } }],
  )
}

function notANotice(): VaultError {
  return new VaultError('invalid-value', 'the text is no notice that can be kept', {
    facts: { field: 'text', code: 'not-allowed' },
  })
}
