import chineseDays from 'chinese-days'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../shared/calendar-day.ts'
import {
  addWorkingDays,
  isWorkingDay,
  workingCalendar,
  workingDaysBetween,
} from '../../../shared/working-days/calendar.ts'
import { estimatedYear, LAST_ESTIMATED_YEAR } from '../../../shared/working-days/estimate.ts'
import { SHIPPED_YEARS } from '../../../shared/working-days/shipped-years.ts'

const calendar = workingCalendar()

function* daysOfYear(year: number): Generator<string> {
  for (let day = `${year}-01-01`; day.startsWith(`${year}`); day = addDays(day, 1)) yield day
}

describe('the working-day calendar', () => {
  it.each([
    ['2025-12-31', 1, '2026-01-04'],
    ['2026-02-13', 3, '2026-02-25'],
    ['2026-02-13', 10, '2026-03-05'],
    ['2026-04-30', 1, '2026-05-06'],
    ['2026-09-18', 5, '2026-09-24'],
    ['2026-09-24', 3, '2026-09-30'],
    ['2026-09-30', 5, '2026-10-13'],
  ])('counts from %s by %i working days to %s', (day, count, expected) => {
    expect(addWorkingDays(day, count, calendar)).toEqual({ day: expected, isEstimated: false })
    expect(workingDaysBetween(day, expected, calendar)).toEqual({ count, isEstimated: false })
  })

  it('says so when a day lies beyond the last known notice', () => {
    expect(addWorkingDays('2026-12-28', 5, calendar)).toEqual({
      day: '2027-01-05',
      isEstimated: true,
    })
    expect(addWorkingDays('2026-12-28', 3, calendar).isEstimated).toBe(false)
    expect(workingDaysBetween('2026-12-28', '2027-01-05', calendar)).toEqual({
      count: 5,
      isEstimated: true,
    })
  })

  it.each([2024, 2025, 2026])('agrees with chinese-days on every day of %i', (year) => {
    for (const day of daysOfYear(year)) {
      expect([day, isWorkingDay(day, calendar)]).toEqual([day, chineseDays.isWorkday(day)])
    }
  })

  it('estimates 2027 by the statute, without guessing bridging days', () => {
    const off = estimatedYear(2027).days.map(({ day }) => day.slice(5))
    expect(off.join(' ')).toBe(
      '01-01 02-05 02-06 02-07 02-08 02-09 02-10 04-05 05-01 05-02 05-03 05-04 06-09 09-15 ' +
        '10-01 10-02 10-03 10-04 10-05',
    )
  })

  it('gives every later year its thirteen statutory days, none of them lost on a weekend', () => {
    for (let year = 2027; year <= LAST_ESTIMATED_YEAR; year += 1) {
      const working = estimatedYear(year).days.filter(({ day }) => {
        const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
        return weekday !== 0 && weekday !== 6
      })
      expect([year, working.length]).toEqual([year, 13])
    }
  })

  it('has 春节, 端午 and 中秋 where the Chinese calendar has them', () => {
    const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', {
      timeZone: 'UTC',
      month: 'numeric',
      day: 'numeric',
    })
    const on = (day: string) => lunar.format(new Date(`${day}T00:00:00Z`))
    for (let year = 2027; year <= LAST_ESTIMATED_YEAR; year += 1) {
      const first = (name: string) =>
        estimatedYear(year)
          .days.filter((one) => one.name === name)
          .map(({ day }) => on(day))
      expect([year, first('春节')]).toEqual([year, expect.arrayContaining(['1/1', '1/2', '1/3'])])
      expect([year, first('端午节')]).toEqual([year, expect.arrayContaining(['5/5'])])
      const all = estimatedYear(year).days.map(({ day }) => on(day))
      expect([year, all.includes('8/15')]).toEqual([year, true])
    }
  })

  it('has 清明 where the sun stands at fifteen degrees', () => {
    for (let year = 2027; year <= LAST_ESTIMATED_YEAR; year += 1) {
      const yearOfCentury = year % 100
      const day = Math.floor(yearOfCentury * 0.2422 + 4.81) - Math.floor(yearOfCentury / 4)
      expect(estimatedYear(year).days.map((one) => one.day)).toContain(`${year}-04-0${day}`)
    }
  })

  it('takes an imported notice in place of the estimate, with its days of the year before', () => {
    const days = [
      { day: '2026-12-31', isOff: true, name: '元旦' },
      { day: '2027-01-01', isOff: true, name: '元旦' },
      { day: '2027-01-03', isOff: false, name: '元旦' },
    ]
    const imported = workingCalendar([{ year: 2027, days, source: 'notice' }])
    expect(addWorkingDays('2026-12-30', 1, imported)).toEqual({
      day: '2027-01-03',
      isEstimated: false,
    })
    expect(imported.sourceOf(2027)).toBe('imported')
    expect(imported.sourceOf(2028)).toBe('estimated')
    expect(calendar.sourceOf(2026)).toBe('shipped')
  })

  it('counts backwards, and nothing from a day to itself', () => {
    expect(workingDaysBetween('2026-10-13', '2026-09-30', calendar).count).toBe(-5)
    expect(workingDaysBetween('2026-10-13', '2026-10-13', calendar).count).toBe(0)
    expect(addWorkingDays('2026-10-01', 0, calendar).day).toBe('2026-10-01')
  })

  it('ships no day twice and none outside its year', () => {
    for (const { year, days } of SHIPPED_YEARS) {
      expect(new Set(days.map(({ day }) => day)).size).toBe(days.length)
      expect(days.every(({ day }) => day.startsWith(`${year}-`))).toBe(true)
    }
  })
})
