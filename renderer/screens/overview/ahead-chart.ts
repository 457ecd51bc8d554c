import { addDays, type CalendarDay, daysBetween } from '../../../shared/calendar-day.ts'
import type { HealthSummary } from '../../../shared/views.ts'

/** Days the picture shows, today included. */
export const AHEAD_DAYS = 90

type DueDay = HealthSummary['ahead'][number]

/** A day of the picture, with what falls due on it, if anything. */
export type ChartDay = { index: number; day: CalendarDay; isWeekend: boolean; due?: DueDay }

export type MonthMark = { index: number; month: number }

/** Every one of the 90 days from `today` on; days outside the span are left out. */
export function chartDays(today: CalendarDay, ahead: readonly DueDay[]): ChartDay[] {
  const dueAt = new Map(ahead.map((due) => [daysBetween(today, due.day), due]))
  return Array.from({ length: AHEAD_DAYS }, (_, index) => {
    const day = addDays(today, index)
    const weekday = weekdayOf(day)
    const due = dueAt.get(index)
    const isWeekend = weekday === 0 || weekday === 6
    return due === undefined ? { index, day, isWeekend } : { index, day, isWeekend, due }
  })
}

/** Where each month begins; the month of today stands at its left end unless the next one begins at once. */
export function monthMarks(days: readonly ChartDay[]): MonthMark[] {
  const starts = days.filter(({ index, day }) => index > 0 && day.endsWith('-01'))
  const marks = starts.map(({ index, day }) => ({ index, month: Number(day.slice(5, 7)) }))
  const [first] = days
  if (first === undefined || (marks[0] !== undefined && marks[0].index < 5)) return marks
  return [{ index: 0, month: Number(first.day.slice(5, 7)) }, ...marks]
}

/** Height of a day's bar, 0–1. The root keeps one crowded day from flattening all others. */
export function barHeight(count: number, greatest: number): number {
  return greatest === 0 ? 0 : Math.sqrt(count / greatest)
}

/** The next day with something due, from `from` in the direction of `step`; undefined when there is none. */
export function nextDueDay(
  days: readonly ChartDay[],
  from: number,
  step: 1 | -1,
): number | undefined {
  for (let index = from + step; index >= 0 && index < days.length; index += step) {
    if (days[index]?.due !== undefined) return index
  }
  return undefined
}

/** 0 = Sunday. */
export function weekdayOf(day: CalendarDay): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}
