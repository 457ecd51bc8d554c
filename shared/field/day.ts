import type { CalendarDay } from '../calendar-day.ts'
import { isCalendarDay } from '../calendar-day.ts'
import type { Checked } from '../finding.ts'
import { refusal, warning } from './checked.ts'

/**
 * What a day may be: `past` warns of one to come, `past-only` refuses it (a password set
 * tomorrow would never fall due), `future` warns of one that has passed.
 */
export type DayRule = 'past' | 'past-only' | 'future'

/** No filing is older than the first commercial access to the network. */
const EARLIEST = '1995-01-01'

/** A real day of the calendar that suits the field. */
export function checkDay(day: string, rule: DayRule, today: CalendarDay): Checked {
  if (!isCalendarDay(day)) return { findings: [refusal('not-a-date')] }
  if (day > today && rule === 'past-only') return { findings: [refusal('date-in-future')] }
  if (day > today && rule === 'past') return { value: day, findings: [warning('date-in-future')] }
  if (day < today && rule === 'future') return { value: day, findings: [warning('date-passed')] }
  if (day < EARLIEST) return { value: day, findings: [warning('date-too-early')] }
  return { value: day, findings: [] }
}
