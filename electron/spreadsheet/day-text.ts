import { type CalendarDay, isCalendarDay } from '../../shared/calendar-day.ts'

export type DayReading = {
  day?: CalendarDay
  /** `month`: only a month was given, its first day is taken. `order`: month and day may be swapped. */
  doubt?: 'month' | 'order'
}

const DAY_MS = 86_400_000
/** 1900-03-01 and 2199-12-31 as serial numbers. */
const SERIAL_RANGE = [61, 109_574] as const

/**
 * The calendar day a cell means: 2019年3月5日, 2019/3/5, 2019.03.05, 20190305, 2019-03-05 10:00,
 * 19.3.5, 05/03/2019, 2019年3月, or a serial number of a spreadsheet.
 *
 * @returns `{}` when it is no day.
 */
export function readDay(cell: string, isDate1904: boolean): DayReading {
  const text = cell.normalize('NFKC').trim()
  if (/^\d{5,6}(\.\d+)?$/.test(text)) return fromSerialOrMonth(text, isDate1904)
  if (/^\d{8}(\d{6})?$/.test(text)) {
    return dayOrNone(text.slice(0, 4), text.slice(4, 6), text.slice(6, 8))
  }
  const [date] = text.split(/(?<=\d)(?:T|\s+)(?=\d{1,2}[::时点])|(?<=[日号])\s*(?=\S)/)
  const parts =
    /^(\d{4}|\d{2})\s*[-/.年\\]\s*(\d{1,2})\s*[-/.月\\]\s*(\d{1,2})\s*[日号]?\s*(星期.|周.|\([^)]*\))?$/.exec(
      date ?? '',
    )
  if (parts !== null) return dayOrNone(fullYear(parts[1] ?? ''), parts[2] ?? '', parts[3] ?? '')
  const month = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?(份)?$/.exec(date ?? '')
  if (month !== null) return { ...dayOrNone(month[1] ?? '', month[2] ?? '', '1'), doubt: 'month' }
  const western = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(date ?? '')
  return western === null ? {} : fromWestern(western[1] ?? '', western[2] ?? '', western[3] ?? '')
}

/** Five digits are a serial number, six `YYYYMM` where that makes a month, else a serial number. */
function fromSerialOrMonth(text: string, isDate1904: boolean): DayReading {
  if (/^(19|20)\d{4}$/.test(text)) {
    const month = dayOrNone(text.slice(0, 4), text.slice(4, 6), '1')
    if (month.day !== undefined) return { ...month, doubt: 'month' }
  }
  return readSerial(Number(text), isDate1904)
}

/** Whole days since 1899-12-30 (which allows for the false 1900-02-29), or since 1904-01-01. */
export function readSerial(serial: number, isDate1904: boolean): DayReading {
  const days = Math.floor(serial) + (isDate1904 ? 1462 : 0)
  if (!(days >= SERIAL_RANGE[0] && days <= SERIAL_RANGE[1])) return {}
  return { day: new Date(Date.UTC(1899, 11, 30) + days * DAY_MS).toISOString().slice(0, 10) }
}

function fromWestern(first: string, second: string, year: string): DayReading {
  const monthFirst = dayOrNone(year, first, second)
  const dayFirst = dayOrNone(year, second, first)
  if (monthFirst.day === undefined || monthFirst.day === dayFirst.day) {
    return monthFirst.day === undefined ? dayFirst : monthFirst
  }
  return dayFirst.day === undefined ? monthFirst : { ...monthFirst, doubt: 'order' }
}

function fullYear(year: string): string {
  if (year.length === 4) return year
  return Number(year) >= 90 ? `19${year}` : `20${year}`
}

function dayOrNone(year: string, month: string, day: string): DayReading {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isCalendarDay(text) ? { day: text } : {}
}
