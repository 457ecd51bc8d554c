import { z } from 'zod'
import { CalendarDayField, Line } from './fields.ts'

/** 放假安排: a year's notice, imported once the State Council has published it. */
export const HolidayNotice = z.strictObject({
  year: z.int().min(2024).max(2199),
  /** Days off and makeup days. The notice of a year may hold days of the year before. */
  days: z
    .array(z.strictObject({ day: CalendarDayField, isOff: z.boolean(), name: Line }))
    .min(1)
    .max(120),
  /** Title, number or address of the notice. */
  source: Line,
  importedOn: CalendarDayField,
  person: Line,
})
export type HolidayNotice = z.infer<typeof HolidayNotice>
