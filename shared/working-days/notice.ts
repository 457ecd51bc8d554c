import { isCalendarDay } from '../calendar-day.ts'
import type { NoticePreview, NoticeProblem } from '../calendar-notice.ts'
import { isWeekend } from './estimate.ts'
import type { HolidayDay } from './holiday-year.ts'
import type { ReadDays } from './notice-text.ts'
import { noticeDaysOfText } from './notice-text.ts'
import { SHIPPED_YEARS } from './shipped-years.ts'

/** More than any notice holds, less than a record takes. */
const MOST_DAYS = 120
const HOLIDAYS = ['元旦', '春节', '清明', '劳动', '端午', '中秋', '国庆']
/** So many differences from a shipped year are told one by one. */
const TOLD_DIFFERENCES = 10

/**
 * Reads a year's 放假安排 as a person pastes it: the text of the State Council's notice, or JSON in the
 * form of holiday-cn (`{ year, days: [{ name, date, isOffDay }] }`).
 *
 * Nothing is guessed: what does not fit is told, and a serious problem forbids the import.
 */
export function readNotice(text: string): NoticePreview {
  const trimmed = text.trim()
  const { year, days, problems } = trimmed.startsWith('{')
    ? daysOfJson(trimmed)
    : noticeDaysOfText(trimmed)
  if (days.length === 0) {
    return { days: [], problems: [problem('nothing-found', true)] }
  }
  const sorted = unique(days).sort((a, b) => (a.day < b.day ? -1 : 1))
  const found = [...problems, ...doubtsOf(year, sorted)]
  return year === undefined
    ? { days: sorted, problems: found }
    : { year, days: sorted, problems: found }
}

/** Whether it can be kept. */
export function isImportable(preview: NoticePreview): preview is NoticePreview & { year: number } {
  return preview.year !== undefined && !preview.problems.some((one) => one.isSerious)
}

function problem(
  code: NoticeProblem['code'],
  isSerious: boolean,
  facts: NoticeProblem['facts'] = {},
): NoticeProblem {
  return { code, isSerious, facts }
}

function daysOfJson(text: string): ReadDays {
  const nothing: ReadDays = { year: undefined, days: [], problems: [] }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return nothing
  }
  if (!isObject(value) || !Array.isArray(value['days'])) return nothing
  const { year } = value
  const days = value['days'].flatMap((one: unknown): HolidayDay[] => {
    if (!isObject(one)) return []
    const { date, isOffDay, name } = one
    if (typeof date !== 'string' || !isCalendarDay(date) || typeof isOffDay !== 'boolean') return []
    const label = typeof name === 'string' ? name.trim().slice(0, 60) : ''
    return [{ day: date, isOff: isOffDay, name: label === '' ? '放假安排' : label }]
  })
  return { ...nothing, year: typeof year === 'number' ? year : undefined, days }
}

function doubtsOf(year: number | undefined, days: readonly HolidayDay[]): NoticeProblem[] {
  const problems: NoticeProblem[] = []
  if (year === undefined || !Number.isInteger(year) || year < 2024 || year > 2199) {
    return [problem('year-missing', true)]
  }
  for (const { day, isOff } of days) {
    const isInYear = day.startsWith(`${year}-`) || day.startsWith(`${year - 1}-12-`)
    if (!isInYear) problems.push(problem('outside-year', true, { day }))
    if (!isOff && !isWeekend(day)) problems.push(problem('makeup-on-weekday', true, { day }))
  }
  if (days.length > MOST_DAYS) problems.push(problem('nothing-found', true))
  for (const name of HOLIDAYS) {
    if (!days.some((one) => one.isOff && one.name.includes(name))) {
      problems.push(problem('holiday-missing', false, { name }))
    }
  }
  const shipped = SHIPPED_YEARS.find((one) => one.year === year)
  if (shipped === undefined) return problems
  const told = new Map(days.map((one) => [one.day, one.isOff]))
  const ours = new Map(shipped.days.map((one) => [one.day, one.isOff]))
  const differing = [...new Set([...told.keys(), ...ours.keys()])].filter(
    (day) => told.get(day) !== ours.get(day),
  )
  for (const day of differing.sort().slice(0, TOLD_DIFFERENCES)) {
    problems.push(problem('differs-from-shipped', false, { day }))
  }
  return problems
}

/** The last word on a day counts. */
function unique(days: readonly HolidayDay[]): HolidayDay[] {
  return [...new Map(days.map((one) => [one.day, one])).values()]
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
