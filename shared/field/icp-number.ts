import type { CalendarDay } from '../calendar-day.ts'
import type { Checked, FieldFinding } from '../finding.ts'
import type { ServiceKind } from '../records/service.ts'
import { refused, warning } from './checked.ts'
import { looksMadeUp, normaliseNumber } from './normalise.ts'
import type { Province } from './province.ts'
import { PROVINCES, provinceOfIcp, UNOFFICIAL_ICP_PREFIXES } from './province.ts'

/** The parts of an ICP filing number or of a licence number that serves as one. */
export type IcpNumber = {
  /** `filing`: 备; `licence`: 证, or B1-/B2- of a telecom licence. */
  form: 'filing' | 'licence'
  /** First character as written; 合字 for a nation-wide licence. */
  prefix: string
  /** The number without its service serial, normalised, such as 京ICP备12345678号. */
  subject: string
  digits: string
  /** Serial of the service; absent: the number of the subject itself. */
  serial?: number
  /** What the letter after the serial says. */
  serviceKind?: ServiceKind
  /** The whole, normalised. */
  text: string
  isMissingHao: boolean
}

const PREFIX = `[${PROVINCES.map((one) => one.icpPrefix).join('')}${Object.keys(UNOFFICIAL_ICP_PREFIXES).join('')}]`
const ICP = new RegExp(`^(${PREFIX})ICP([备证])(\\d+)(号)?(?:-(\\d+)([A-Z])?)?$`)
const TELECOM = new RegExp(`^(${PREFIX}|合字)(B[12])-(\\d+)(?:-(\\d+)([A-Z])?)?$`)

const KIND_OF_LETTER: Readonly<Record<string, ServiceKind>> = {
  A: 'app',
  X: 'mini-program',
  K: 'quick-app',
}

/** Takes a number apart without judging it; undefined when it is not one at all. */
export function parseIcpNumber(typed: string): IcpNumber | undefined {
  const text = normaliseNumber(typed)
  const icp = ICP.exec(text)
  if (icp !== null) {
    const [, prefix = '', sort, digits = '', hao, serial, letter] = icp
    const subject = `${prefix}ICP${sort}${digits}号`
    return {
      form: sort === '备' ? 'filing' : 'licence',
      prefix,
      subject,
      digits,
      ...service(serial, letter),
      text: subject + tail(serial, letter),
      isMissingHao: hao === undefined,
    }
  }
  const telecom = TELECOM.exec(text)
  if (telecom === null) return undefined
  const [, prefix = '', sort, digits = '', serial, letter] = telecom
  const subject = `${prefix}${sort}-${digits}`
  return {
    form: 'licence',
    prefix,
    subject,
    digits,
    ...service(serial, letter),
    text: subject + tail(serial, letter),
    isMissingHao: false,
  }
}

/**
 * 备案号 of a subject (主体备案号) or a service (服务备案号), or the licence number that
 * stands for it. Shape and digit counts are refused; an unofficial prefix, a missing 号,
 * an odd year and made-up digits warn.
 *
 * @param level - What the field is for. A subject's number has no serial; a service's
 * without one warns.
 */
export function checkIcpNumber(
  typed: string,
  level: 'subject' | 'service' | 'any',
  today: CalendarDay,
): Checked {
  const number = parseIcpNumber(typed)
  if (number === undefined) return refused('icp-number-shape')
  if (!isDigitCountRight(number)) {
    return refused('icp-number-digits', { count: number.digits.length })
  }
  if (!isSerialRight(number)) return refused('icp-number-serial')
  if (level === 'subject' && number.serial !== undefined) return refused('icp-number-not-subject')
  const findings: FieldFinding[] = []
  const official = UNOFFICIAL_ICP_PREFIXES[number.prefix]
  if (official !== undefined) {
    findings.push(warning('icp-number-unofficial-prefix', { prefix: number.prefix, official }))
  }
  if (number.isMissingHao) findings.push(warning('icp-number-missing-hao'))
  const year = oddYear(number, today)
  if (year !== undefined) findings.push(warning('icp-number-year', { year }))
  if (looksMadeUp(number.digits)) findings.push(warning('number-placeholder'))
  if (level === 'service' && number.serial === undefined) {
    findings.push(warning('icp-number-no-serial'))
  }
  return { value: number.text, findings }
}

/** Which province, and so which bureau, a number belongs to. */
export function provinceOfNumber(typed: string): Province | undefined {
  const number = parseIcpNumber(typed)
  return number === undefined ? undefined : provinceOfIcp(number.prefix)
}

/** The year a filing number was given in, by its digits; undefined for licences. */
export function yearOfNumber(number: IcpNumber): number | undefined {
  if (number.form === 'licence') return undefined
  const digits = number.digits
  return digits.length === 10 ? Number(digits.slice(0, 4)) : 2000 + Number(digits.slice(0, 2))
}

function service(serial: string | undefined, letter: string | undefined) {
  if (serial === undefined) return {}
  const serviceKind = letter === undefined ? 'website' : KIND_OF_LETTER[letter]
  // A serial with a leading zero or an unknown letter is kept as NaN and refused later.
  const isRight = /^[1-9]\d{0,4}$/.test(serial) && serviceKind !== undefined
  return {
    serial: isRight ? Number(serial) : Number.NaN,
    ...(serviceKind === undefined ? {} : { serviceKind }),
  }
}

function tail(serial: string | undefined, letter: string | undefined): string {
  return serial === undefined ? '' : `-${serial}${letter ?? ''}`
}

function isDigitCountRight({ form, digits, subject }: IcpNumber): boolean {
  if (form === 'filing') return digits.length === 8 || digits.length === 10
  if (subject.includes('ICP')) return digits.length >= 6 && digits.length <= 8
  return digits.length === 8
}

function isSerialRight({ serial }: IcpNumber): boolean {
  return serial === undefined || !Number.isNaN(serial)
}

/** Ten digits start with 2017 to next year, eight with 00 to this year. */
function oddYear(number: IcpNumber, today: CalendarDay): number | undefined {
  const year = yearOfNumber(number)
  if (year === undefined) return undefined
  const thisYear = Number(today.slice(0, 4))
  if (number.digits.length === 10) return year < 2017 || year > thisYear + 1 ? year : undefined
  return year > thisYear ? year : undefined
}
