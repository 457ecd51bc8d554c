import type { CalendarDay } from '../calendar-day.ts'
import { addDays, addMonths, isCalendarDay } from '../calendar-day.ts'
import type { Letter, LetterKind } from '../records/letter.ts'
import type { LetterState } from './filled-letter.ts'

/** Offices take a paper only while its date is less than a month old. */
export const FRESH_DAYS = 30

/** An appeal is taken once the provider has had so many days to answer the complaint. */
export const ANSWER_DAYS = 15

/** Letters that are shown to an office, whose day should be near the day they are handed in. */
const DATED_KINDS: readonly LetterKind[] = [
  'authorization',
  'statement',
  'special-statement',
  'complaint',
]

/** The last day a paper of this kind is taken; absent where its age does not matter. */
export function freshUntil(letter: Pick<Letter, 'kind' | 'writtenOn'>): CalendarDay | undefined {
  return DATED_KINDS.includes(letter.kind) ? addDays(letter.writtenOn, FRESH_DAYS) : undefined
}

/** The last day of a term of `months` that begins on `from`: 2026-01-01 and 12 months end on 2026-12-31. */
export function termEnd(from: CalendarDay, months: number): CalendarDay {
  return addDays(addMonths(from, months), -1)
}

export function letterState(
  letter: Pick<Letter, 'revokedOn' | 'signedOn' | 'validUntilOn'>,
  today: CalendarDay,
): LetterState {
  if (letter.revokedOn !== undefined) return 'revoked'
  if (letter.signedOn === undefined) return 'draft'
  return letter.validUntilOn !== undefined && letter.validUntilOn < today ? 'ended' : 'signed'
}

/** `2026年11月22日`. */
export function chineseDay(day: CalendarDay): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** The day written as `2026年11月2日` or `2026-11-02`; undefined for anything else. */
export function dayFromChinese(text: string): CalendarDay | undefined {
  const [, year = '', month = '', date = ''] =
    /^(\d{4})[年/.-](\d{1,2})[月/.-](\d{1,2})日?$/.exec(text.trim()) ?? []
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isCalendarDay(day) ? day : undefined
}

const DIGITS = '零一二三四五六七八九'

/** 1–99 in Chinese: 一, 十, 十二, 二十一. */
export function chineseNumber(count: number): string {
  const tens = Math.floor(count / 10)
  const ones = count % 10
  const front = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`
  return front + (ones === 0 && tens > 0 ? '' : DIGITS[ones])
}
