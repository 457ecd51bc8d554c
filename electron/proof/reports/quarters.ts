import { addDays, addMonths, type CalendarDay } from '../../../shared/calendar-day.ts'

export type Quarter = { year: string; quarter: number; fromOn: CalendarDay; toOn: CalendarDay }

/** Most of a report: ten years. */
const MAX_QUARTERS = 40

/** The quarters of the calendar that a period touches, each cut to the period. */
export function quartersOf(fromOn: CalendarDay, toOn: CalendarDay): Quarter[] {
  const quarters: Quarter[] = []
  const month = Number(fromOn.slice(5, 7))
  const first = String(month - ((month - 1) % 3)).padStart(2, '0')
  let start = `${fromOn.slice(0, 4)}-${first}-01`
  while (start <= toOn && quarters.length < MAX_QUARTERS) {
    const next = addMonths(start, 3)
    const last = addDays(next, -1)
    quarters.push({
      year: start.slice(0, 4),
      quarter: Math.ceil(Number(start.slice(5, 7)) / 3),
      fromOn: start < fromOn ? fromOn : start,
      toOn: last > toOn ? toOn : last,
    })
    start = next
  }
  return quarters
}
