import type { CalendarDay } from '../calendar-day.ts'

/** A day that is not what its weekday says: off, or a makeup day that is worked. */
export type HolidayDay = { day: CalendarDay; isOff: boolean; name: string }

/** 放假安排 of one year, as the State Council announced it. May hold days of the year before. */
export type HolidayYear = { year: number; days: readonly HolidayDay[]; source: string }

/** A span of days off within one year, first and last day included, as `MM-DD`. */
type Span = readonly [name: string, from: string, to: string]

/** Every day between two, both included. */
export function daysOfSpan(from: CalendarDay, to: CalendarDay): CalendarDay[] {
  const days: CalendarDay[] = []
  const last = Date.parse(`${to}T00:00:00Z`)
  for (let at = Date.parse(`${from}T00:00:00Z`); at <= last; at += 86_400_000) {
    days.push(new Date(at).toISOString().slice(0, 10))
  }
  return days
}

/** A year written as spans off and makeup days (`MM-DD`, with the holiday they make up for). */
export function holidayYear(
  year: number,
  source: string,
  off: readonly Span[],
  makeup: readonly (readonly [name: string, day: string])[],
): HolidayYear {
  const days = [
    ...off.flatMap(([name, from, to]) =>
      daysOfSpan(`${year}-${from}`, `${year}-${to}`).map((day) => ({ day, isOff: true, name })),
    ),
    ...makeup.map(([name, day]) => ({ day: `${year}-${day}`, isOff: false, name })),
  ].sort((a, b) => (a.day < b.day ? -1 : 1))
  return { year, days, source }
}
