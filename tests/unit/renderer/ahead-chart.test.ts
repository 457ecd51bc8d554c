import { describe, expect, it } from 'vitest'
import {
  AHEAD_DAYS,
  barHeight,
  chartDays,
  monthMarks,
  nextDueDay,
} from '../../../renderer/screens/overview/ahead-chart.ts'

const due = (day: string, count = 1) => ({ day, count, worst: 'due' as const, titles: ['示例'] })

describe('the picture of the next 90 days', () => {
  it('has a place for each day from today on and leaves out what lies outside', () => {
    const days = chartDays('2026-11-22', [due('2026-11-21'), due('2026-11-22'), due('2027-02-20')])
    expect(days).toHaveLength(AHEAD_DAYS)
    expect(days[0]).toMatchObject({ day: '2026-11-22', isWeekend: true, due: { count: 1 } })
    expect(days[1]).toEqual({ index: 1, day: '2026-11-23', isWeekend: false })
    expect(days.at(-1)?.day).toBe('2027-02-19')
    expect(days.filter((day) => day.due !== undefined)).toHaveLength(1)
  })

  it('labels each month where it begins, and that of today at the left end', () => {
    const marks = monthMarks(chartDays('2026-11-22', []))
    expect(marks).toEqual([
      { index: 0, month: 11 },
      { index: 9, month: 12 },
      { index: 40, month: 1 },
      { index: 71, month: 2 },
    ])
  })

  it('does not label the month of today when the next one begins at once', () => {
    expect(monthMarks(chartDays('2026-11-29', []))[0]).toEqual({ index: 2, month: 12 })
  })

  it('walks from due day to due day and stops at the ends', () => {
    const days = chartDays('2026-11-22', [due('2026-11-25'), due('2026-12-01')])
    expect(nextDueDay(days, -1, 1)).toBe(3)
    expect(nextDueDay(days, 3, 1)).toBe(9)
    expect(nextDueDay(days, 9, 1)).toBeUndefined()
    expect(nextDueDay(days, AHEAD_DAYS, -1)).toBe(9)
  })

  it('keeps a crowded day from flattening the others', () => {
    expect(barHeight(400, 400)).toBe(1)
    expect(barHeight(4, 400)).toBeGreaterThan(0.05)
    expect(barHeight(0, 0)).toBe(0)
  })
})
