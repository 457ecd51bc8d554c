import { isCalendarDay } from '../calendar-day.ts'
import type { NoticeProblem } from '../calendar-notice.ts'
import type { HolidayDay } from './holiday-year.ts'
import { daysOfSpan } from './holiday-year.ts'

/** What was read, before anybody doubts it. */
export type ReadDays = { year: number | undefined; days: HolidayDay[]; problems: NoticeProblem[] }

const NAME = '元旦|春节|清明节?|劳动节|端午节?|中秋节?|国庆节?'
/** 二、春节： or 七、国庆节、中秋节： */
const HEADING = new RegExp(`((?:${NAME})(?:[、和](?:${NAME}))*):`, 'g')
const DATE = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:\(([^)]*)\))?/g
const WEEKDAYS = '日一二三四五六'

/** The days that the wording of a notice names: 2月15日（周日）至23日（周一）放假调休，共9天。2月14日（周六）上班。 */
export function noticeDaysOfText(text: string): ReadDays {
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  const named = /(\d{4})年(?:部分)?节假日/.exec(plain) ?? /(\d{4})年/.exec(plain)
  const year = named === null ? undefined : Number(named[1])
  const reading: ReadDays = { year, days: [], problems: [] }
  if (year === undefined) return reading
  const headings = [...plain.matchAll(HEADING)]
  for (const [index, heading] of headings.entries()) {
    const section = plain.slice(heading.index + heading[0].length, headings[index + 1]?.index)
    readSection(heading[1] ?? '', section, year, reading)
  }
  return reading
}

function readSection(name: string, section: string, year: number, reading: ReadDays): void {
  for (const sentence of section.split('。')) {
    if (sentence.endsWith('上班')) {
      for (const date of datesIn(sentence, name, year, reading.problems)) {
        reading.days.push({ day: date.day, isOff: false, name })
      }
      continue
    }
    // Only what comes before 放假: 鼓励…安排职工在除夕（2月9日）休息 is no holiday.
    const at = sentence.indexOf('放假')
    if (at === -1) continue
    const days = offDaysIn(sentence.slice(0, at), name, year, reading.problems)
    for (const day of days) reading.days.push({ day, isOff: true, name })
    const said = /共(\d+)天/.exec(sentence)?.[1]
    if (said !== undefined && Number(said) !== days.length) {
      reading.problems.push({
        code: 'count-differs',
        isSerious: true,
        facts: { name, said: Number(said), counted: days.length },
      })
    }
  }
}

type FoundDate = { day: string; index: number; end: number }

function offDaysIn(text: string, name: string, year: number, problems: NoticeProblem[]): string[] {
  const days: string[] = []
  let before: FoundDate | undefined
  for (const date of datesIn(text, name, year, problems)) {
    const isRange = before !== undefined && text.slice(before.end, date.index) === '至'
    if (isRange && before !== undefined && date.day > before.day) {
      days.push(...daysOfSpan(before.day, date.day).slice(1, MOST_SPAN))
    } else {
      days.push(date.day)
    }
    before = date
  }
  return days
}

/** No holiday is longer; a misread month must not fill a year. */
const MOST_SPAN = 20

function datesIn(text: string, name: string, year: number, problems: NoticeProblem[]): FoundDate[] {
  const found: FoundDate[] = []
  let month: string | undefined
  for (const match of text.matchAll(DATE)) {
    const [whole, yearText, monthText, dayText = '', remark] = match
    month = monthText ?? month
    if (month === undefined) continue

    // 元旦's December is the year before.
    const isYearBefore = name.startsWith('元旦') && month === '12'
    const ofYear = yearText ?? (isYearBefore ? year - 1 : year)
    const day = `${ofYear}-${month.padStart(2, '0')}-${dayText.padStart(2, '0')}`
    if (!isCalendarDay(day)) continue
    const weekday = /(?:周|星期)([日天一二三四五六])/.exec(remark ?? '')?.[1]?.replace('天', '日')
    const real = WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()]
    if (weekday !== undefined && weekday !== real) {
      problems.push({ code: 'weekday-differs', isSerious: true, facts: { day } })
    }
    found.push({ day, index: match.index, end: match.index + whole.length })
  }
  return found
}
