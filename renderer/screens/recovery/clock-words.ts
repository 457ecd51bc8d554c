import type { ClockView } from '../../../shared/case-view.ts'
import type { Text } from '../../i18n/text.ts'

const HOUR_MS = 3_600_000

type Recovery = Text['recovery']

/** How long is left, or how late it is: hours and minutes of clocks in hours, days of the others. */
export function clockLeft(clock: ClockView, now: number, { clocks }: Recovery): string {
  const { unit, dueAt, daysLeft, workingDaysLeft, state } = clock
  if (state === 'stopped') return clocks.stopped
  if (state === 'stopped-late') return clocks.stoppedLate
  if (unit === 'hours') {
    const left = Math.abs(dueAt - now)
    const hours = Math.floor(left / HOUR_MS)
    const minutes = Math.floor((left % HOUR_MS) / 60_000)
    return now > dueAt ? clocks.hoursLate(hours, minutes) : clocks.hoursLeft(hours, minutes)
  }
  if (state === 'overdue') return clocks.daysLate(-daysLeft)
  if (unit === 'working-days' && workingDaysLeft !== undefined) {
    return clocks.workingDaysLeft(workingDaysLeft)
  }
  return clocks.daysLeft(daysLeft)
}

/** `3–15 个工作日`, `24 小时`. */
export function clockSpan(
  { from, to, unit }: Pick<ClockView, 'from' | 'to' | 'unit'>,
  text: Recovery,
): string {
  return text.clocks.span(from === to ? `${to}` : `${from}–${to}`, unit, to)
}

/** Whether it needs attention: red when late, amber on its last days. */
export function clockTone(clock: ClockView, now: number): 'danger' | 'due' | 'quiet' {
  const { state, unit, dueAt, daysLeft, workingDaysLeft = daysLeft } = clock
  if (state === 'stopped' || state === 'stopped-late') return 'quiet'
  if (state === 'overdue' || now > dueAt) return 'danger'
  if (unit === 'hours') return 'due'
  return workingDaysLeft <= 1 ? 'due' : 'quiet'
}
