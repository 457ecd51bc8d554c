import type { CalendarDay } from '../calendar-day.ts'
import { isCalendarDay } from '../calendar-day.ts'
import type { Checked } from '../finding.ts'
import { refused, warning } from './checked.ts'
import { normaliseNumber } from './normalise.ts'
import { provinceOfCode } from './province.ts'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_CHARACTERS = '10X98765432'
/** Taiwan, Hong Kong and Macau residence permits. */
const OTHER_REGIONS = ['71', '81', '82', '83']

/**
 * 居民身份证 (GB 11643, ISO 7064 MOD 11-2). A 15-digit number of the first generation
 * is kept with a warning; `convertLegacyResidentId` makes the 18-digit one.
 *
 * @param today - No one is born later.
 */
export function checkResidentId(text: string, today: CalendarDay): Checked {
  const value = normaliseNumber(text)
  if (/^\d{15}$/.test(value)) return checkLegacy(value)
  if (!/^[1-9]\d{16}[\dX]$/.test(value)) return refused('resident-id-shape')
  if (!isKnownRegion(value)) return refused('resident-id-region', { region: value.slice(0, 2) })
  const birth = birthDayOf(value)
  if (!/^(19|20)/.test(value.slice(6))) return refused('resident-id-century')
  if (birth === undefined) return refused('resident-id-birth-date')
  if (birth > today) return refused('resident-id-birth-date-in-future')
  if (residentCheckCharacter(value) !== value[17]) return refused('resident-id-check-digit')
  return { value, findings: [] }
}

/** `YYYY-MM-DD` of an 18- or 15-digit number; undefined when it holds no real day. */
export function birthDayOf(id: string): CalendarDay | undefined {
  const digits = id.length === 15 ? `19${id.slice(6, 12)}` : id.slice(6, 14)
  const day = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`
  return isCalendarDay(day) ? day : undefined
}

/** The 18-digit form of a 15-digit number: 19 before the year, check character at the end. */
export function convertLegacyResidentId(legacy: string): string {
  const body = `${legacy.slice(0, 6)}19${legacy.slice(6)}`
  return body + residentCheckCharacter(body)
}

/** The check character of the first 17 digits. */
export function residentCheckCharacter(id: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(id[index]), 0)
  return CHECK_CHARACTERS[sum % 11] ?? ''
}

function checkLegacy(value: string): Checked {
  if (!isKnownRegion(value)) return refused('resident-id-region', { region: value.slice(0, 2) })
  if (birthDayOf(value) === undefined) return refused('resident-id-birth-date')
  return { value, findings: [warning('resident-id-legacy')] }
}

function isKnownRegion(id: string): boolean {
  return provinceOfCode(id) !== undefined || OTHER_REGIONS.includes(id.slice(0, 2))
}
