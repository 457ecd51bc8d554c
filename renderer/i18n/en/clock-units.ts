import type { ClockUnit } from '../../../shared/guides/guide.ts'

/** What clocks count in. */
export const CLOCK_UNITS: Readonly<Record<ClockUnit, string>> = {
  hours: 'hours',
  'working-days': 'working days',
  'calendar-days': 'days',
}
