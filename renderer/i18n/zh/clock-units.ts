import type { ClockUnit } from '../../../shared/guides/guide.ts'

type Names<K extends string> = Readonly<Record<K, string>>

/** What clocks count in. */
export const CLOCK_UNITS: Names<ClockUnit> = {
  hours: '小时',
  'working-days': '个工作日',
  'calendar-days': '天',
}
