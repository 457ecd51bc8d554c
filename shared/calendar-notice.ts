import type { CalendarDay } from './calendar-day.ts'

export type NoticeDay = { day: CalendarDay; isOff: boolean; name: string }

/** Something in a pasted 放假安排 that a person should look at. */
export const NOTICE_PROBLEMS = [
  /** Nothing of a 放假安排 was found in the text. */
  'nothing-found',
  'year-missing',
  /** The span is not as long as its 共…天 (`name`, `said`, `counted`). */
  'count-differs',
  /** A weekday in brackets is not that of the day (`day`). */
  'weekday-differs',
  /** A makeup day that is no weekend (`day`). */
  'makeup-on-weekday',
  /** One of the seven holidays is not in it (`name`). */
  'holiday-missing',
  /** Differs from what the app ships for the year (`day`). */
  'differs-from-shipped',
  /** Neither the year of the notice nor the one before (`day`). */
  'outside-year',
] as const
export type NoticeProblem = {
  code: (typeof NOTICE_PROBLEMS)[number]
  isSerious: boolean
  facts: Readonly<Record<string, string | number>>
}

export type NoticePreview = {
  year?: number
  days: NoticeDay[]
  problems: NoticeProblem[]
  /** A notice of that year is there already and would be replaced. */
  replacesId?: string
}

export type CalendarYear = {
  year: number
  /** shipped: exact · imported: a notice of this vault · estimated: 预估. */
  source: 'shipped' | 'imported' | 'estimated'
  days: NoticeDay[]
  /** Of an imported year. */
  notice?: { id: string; source: string; importedOn: CalendarDay; person: string }
}
