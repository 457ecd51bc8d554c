import type { CalendarDay } from '../calendar-day.ts'
import type { Checked } from '../finding.ts'
import type { Contact } from '../records/contact.ts'
import { refused, warning } from './checked.ts'
import { normaliseNumber } from './normalise.ts'
import { checkResidentId } from './resident-id.ts'

/**
 * The number of a person's ID of any kind. Only the resident ID has arithmetic; the
 * shapes of the others change with the years and warn.
 */
export function checkIdNumber(
  text: string,
  kind: NonNullable<Contact['idKind']>,
  today: CalendarDay,
): Checked {
  if (kind === 'resident-id') return checkResidentId(text, today)
  const value = normaliseNumber(text)
  if (!/^[A-Z0-9-]{4,30}$/.test(value)) return refused('id-number-shape')
  const isUsual = kind === 'other' || USUAL_SHAPES[kind].test(value)
  return { value, findings: isUsual ? [] : [warning('id-number-unusual')] }
}

const USUAL_SHAPES = {
  passport: /^(?=.*\d)[A-Z0-9]{7,9}$/,
  'hk-macau-permit': /^[HM]\d{8}$/,
  'taiwan-permit': /^\d{8}$/,
} as const
