import type { CalendarDay } from '../calendar-day.ts'
import { addDays } from '../calendar-day.ts'
import type { HolidayYear } from './holiday-year.ts'

/**
 * Days that the moon and the sun give, as `MM-DD`: 春节 (初一), 清明, 端午, 中秋. Worked out once;
 * a test compares them with the Chinese calendar that JavaScript knows.
 */
const MOVING_DAYS: Readonly<Record<number, readonly [string, string, string, string]>> = {
  2027: ['02-06', '04-05', '06-09', '09-15'],
  2028: ['01-26', '04-04', '05-28', '10-03'],
  2029: ['02-13', '04-04', '06-16', '09-22'],
  2030: ['02-03', '04-05', '06-05', '09-12'],
  2031: ['01-23', '04-05', '06-24', '10-01'],
  2032: ['02-11', '04-04', '06-12', '09-19'],
  2033: ['01-31', '04-04', '06-01', '09-08'],
  2034: ['02-19', '04-05', '06-20', '09-27'],
  2035: ['02-08', '04-05', '06-10', '09-16'],
  2036: ['01-28', '04-04', '05-30', '10-04'],
  2037: ['02-15', '04-04', '06-18', '09-24'],
  2038: ['02-04', '04-05', '06-07', '09-13'],
  2039: ['01-24', '04-05', '05-27', '10-02'],
  2040: ['02-12', '04-04', '06-14', '09-20'],
  2041: ['02-01', '04-04', '06-03', '09-10'],
  2042: ['01-22', '04-04', '06-22', '09-28'],
  2043: ['02-10', '04-05', '06-11', '09-17'],
  2044: ['01-30', '04-04', '05-31', '10-05'],
  2045: ['02-17', '04-04', '06-19', '09-25'],
  2046: ['02-06', '04-04', '06-08', '09-15'],
  2047: ['01-26', '04-05', '05-29', '10-04'],
  2048: ['02-14', '04-04', '06-15', '09-22'],
  2049: ['02-02', '04-04', '06-04', '09-11'],
  2050: ['01-23', '04-04', '06-23', '09-30'],
}

/** The last year whose moving holidays are known here. */
export const LAST_ESTIMATED_YEAR = 2050

/**
 * 预估: the statutory holidays of a year whose notice is not out, by 全国年节及纪念日放假办法 (2024-11-10).
 * One that falls on a weekend, or on another holiday, is made up on the next working day; bridging
 * days (调休) cannot be guessed and the real notice will differ by them.
 */
export function estimatedYear(year: number): HolidayYear {
  const days = new Map<CalendarDay, string>()
  for (const [name, holidays] of statutoryDays(year)) {
    const toMakeUp = holidays.filter((day) => isWeekend(day) || days.has(day))
    for (const day of holidays) if (!days.has(day)) days.set(day, name)
    for (const day of toMakeUp) days.set(nextWorkingDay(day, days), name)
  }
  const sorted = [...days].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    year,
    days: sorted.map(([day, name]) => ({ day, isOff: true, name })),
    source: '全国年节及纪念日放假办法',
  }
}

/** Saturday or Sunday. */
export function isWeekend(day: CalendarDay): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6
}

function statutoryDays(year: number): [name: string, days: CalendarDay[]][] {
  const on = (monthDay: string) => `${year}-${monthDay}`
  const found: [string, CalendarDay[]][] = [['元旦', [on('01-01')]]]
  const moving = MOVING_DAYS[year]
  if (moving !== undefined) {
    const [newYear, qingming, dragonBoat] = moving.map(on)
    if (newYear !== undefined) {
      found.push(['春节', [-1, 0, 1, 2].map((offset) => addDays(newYear, offset))])
    }
    if (qingming !== undefined) found.push(['清明节', [qingming]])
    found.push(['劳动节', [on('05-01'), on('05-02')]])
    if (dragonBoat !== undefined) found.push(['端午节', [dragonBoat]])
  } else {
    found.push(['劳动节', [on('05-01'), on('05-02')]])
  }
  found.push(['国庆节', [on('10-01'), on('10-02'), on('10-03')]])
  // After 国庆, so that a 中秋 within it is the one that is made up.
  if (moving !== undefined) found.push(['中秋节', [on(moving[3])]])
  return found
}

function nextWorkingDay(after: CalendarDay, taken: ReadonlyMap<CalendarDay, string>): CalendarDay {
  let day = addDays(after, 1)
  while (isWeekend(day) || taken.has(day)) day = addDays(day, 1)
  return day
}
