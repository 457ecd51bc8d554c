import { z } from 'zod'
import type { CalendarYear, NoticePreview } from '../calendar-notice.ts'
import { Line } from '../records/fields.ts'
import { call, id, none } from './call.ts'

const text = z.string().min(1).max(100_000)

/** The working-day calendar: 调休 by the yearly 放假安排. */
export const CALENDAR_CALLS = {
  /** Every year from 2024 to two years ahead, and those of notices. */
  'calendar.list': call(none)<CalendarYear[]>(),
  /** Reads a pasted notice (its text, or JSON in the form of holiday-cn). Nothing is kept. */
  'calendar.previewNotice': call(z.strictObject({ text }))<NoticePreview>(),
  /** Keeps it; takes the place of an earlier notice of the year. Refused while a problem is serious. */
  'calendar.importNotice': call(z.strictObject({ text, source: Line }))<{
    year: number
    undoToken: number
  }>(),
  'calendar.removeNotice': call(id)<{ undoToken: number }>(),
} as const
