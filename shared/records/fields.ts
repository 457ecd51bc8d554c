import { z } from 'zod'
import { isCalendarDay } from '../calendar-day.ts'

/** 16 random bytes as 32 lower-case hex digits. */
export const RecordId = z.string().regex(/^[0-9a-f]{32}$/)
export type RecordId = z.infer<typeof RecordId>

export const CalendarDayField = z.string().refine(isCalendarDay)

/** One line a person typed. */
export const Line = z.string().trim().min(1).max(200)
/** Free text a person typed. */
export const Text = z.string().max(10_000)

/**
 * Set while the record's reminder is snoozed, with the reason a person gave. Each kind of
 * record has one reminder; a change of what it is about ends the snooze.
 */
export const SNOOZE_FIELDS = {
  snoozedUntilOn: CalendarDayField.optional(),
  snoozeReason: Line.optional(),
}
