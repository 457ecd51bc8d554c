import type { CalendarDay } from '../calendar-day.ts'
import { addDays } from '../calendar-day.ts'
import { estimatedYear, isWeekend } from './estimate.ts'
import type { HolidayYear } from './holiday-year.ts'
import { FIRST_SHIPPED_YEAR, SHIPPED_YEARS } from './shipped-years.ts'

/** Where what is known of a year comes from. */
export type YearSource = 'shipped' | 'imported' | 'estimated'

/** Which days are worked: 调休 by the notices, weekends otherwise. */
export type WorkingCalendar = {
  sourceOf(year: number): YearSource
  /** Days of a year that are not what their weekday says. */
  daysOf(year: number): HolidayYear['days']
  isWorkingDay(day: CalendarDay): boolean
}

/** `isEstimated`: 预估, it passed through a year whose notice is not known. */
export type WorkingDay = { day: CalendarDay; isEstimated: boolean }

/** Longest count that is worked out; more than any deadline has. */
const LONGEST_COUNT = 2_000

/**
 * Makes the calendar of a vault: shipped years, and over them the notices that were imported.
 *
 * All years are merged before they are looked at, for a notice may hold days of the year before it.
 */
export function workingCalendar(imported: readonly HolidayYear[] = []): WorkingCalendar {
  const exact = new Map<number, { source: YearSource; year: HolidayYear }>()
  for (const year of SHIPPED_YEARS) exact.set(year.year, { source: 'shipped', year })
  for (const year of imported) exact.set(year.year, { source: 'imported', year })
  const days = new Map<CalendarDay, boolean>()
  for (const { year } of exact.values()) {
    for (const { day, isOff } of year.days) days.set(day, !isOff)
  }
  const estimated = new Map<number, HolidayYear>()
  const knownYear = (year: number): HolidayYear => {
    const known = exact.get(year)?.year ?? estimated.get(year)
    if (known !== undefined) return known
    const made = estimatedYear(year)
    estimated.set(year, made)
    for (const { day, isOff } of made.days) if (!days.has(day)) days.set(day, !isOff)
    return made
  }
  return {
    // Before the first shipped year only weekends and statutory days are known either.
    sourceOf: (year) => exact.get(year)?.source ?? 'estimated',
    daysOf: (year) => knownYear(year).days,
    isWorkingDay(day) {
      const year = Number(day.slice(0, 4))
      if (year >= FIRST_SHIPPED_YEAR) knownYear(year)
      return days.get(day) ?? !isWeekend(day)
    },
  }
}

/** Whether the day is worked: a makeup day is, a holiday is not, else Monday to Friday. */
export function isWorkingDay(day: CalendarDay, calendar: WorkingCalendar): boolean {
  return calendar.isWorkingDay(day)
}

/**
 * The day `count` working days after `day`; the start is not counted. Zero is the day itself.
 *
 * @param count - 0 to 2,000.
 */
export function addWorkingDays(
  day: CalendarDay,
  count: number,
  calendar: WorkingCalendar,
): WorkingDay {
  return remember(calendar, `${day}+${count}`, () => sumOf(day, count, calendar))
}

/** How many working days lie after `from` up to and with `to`; negative when `to` is earlier. */
export function workingDaysBetween(
  from: CalendarDay,
  to: CalendarDay,
  calendar: WorkingCalendar,
): { count: number; isEstimated: boolean } {
  return remember(calendar, `${from}..${to}`, () => countOf(from, to, calendar))
}

function countOf(
  from: CalendarDay,
  to: CalendarDay,
  calendar: WorkingCalendar,
): { count: number; isEstimated: boolean } {
  const [first, last] = from <= to ? [from, to] : [to, from]
  let count = 0
  let isEstimated = false
  for (let day = first; day < last; ) {
    day = addDays(day, 1)
    isEstimated ||= calendar.sourceOf(Number(day.slice(0, 4))) === 'estimated'
    if (calendar.isWorkingDay(day)) count += 1
  }
  return { count: from <= to ? count : -count || 0, isEstimated }
}

function sumOf(day: CalendarDay, count: number, calendar: WorkingCalendar): WorkingDay {
  let left = Math.min(Math.max(0, Math.trunc(count)), LONGEST_COUNT)
  let current = day
  let isEstimated = false
  while (left > 0) {
    current = addDays(current, 1)
    isEstimated ||= calendar.sourceOf(Number(current.slice(0, 4))) === 'estimated'
    if (calendar.isWorkingDay(current)) left -= 1
  }
  return { day: current, isEstimated }
}

/** Cases share their days: each sum is worked out once for a calendar. */
const remembered = new WeakMap<WorkingCalendar, Map<string, unknown>>()
const MOST_REMEMBERED = 5_000

function remember<T>(calendar: WorkingCalendar, key: string, work: () => T): T {
  let known = remembered.get(calendar)
  if (known === undefined || known.size > MOST_REMEMBERED) {
    known = new Map()
    remembered.set(calendar, known)
  }
  if (!known.has(key)) known.set(key, work())
  // `as`: a key is made by one function only, which always gives the same type.
  return known.get(key) as T
}
