import type { Checked, FieldFinding } from '../finding.ts'
import { refused, warning } from './checked.ts'
import { looksMadeUp, normaliseNumber } from './normalise.ts'

/** Virtual operators: their numbers may not get the ministry's SMS. */
const VIRTUAL = ['162', '165', '167', '170', '171']
/** Segments that were too new for the ministry's SMS in 2018. */
const UNSUPPORTED_IN_2018 = ['147', '166', '198', '199']

/** A mainland mobile number, kept as eleven digits; +86, blanks and hyphens fall away. */
export function checkMobile(text: string): Checked {
  const value = stripCountry(normaliseNumber(text).replaceAll('-', ''))
  if (!/^1[3-9]\d{9}$/.test(value)) return refused('mobile-shape')
  const segment = value.slice(0, 3)
  const findings: FieldFinding[] = []
  if (VIRTUAL.includes(segment)) findings.push(warning('mobile-virtual', { segment }))
  if (UNSUPPORTED_IN_2018.includes(segment)) {
    findings.push(warning('mobile-segment-unsupported', { segment }))
  }
  if (looksMadeUp(value.slice(3))) findings.push(warning('number-placeholder'))
  return { value, findings }
}

/** A landline with its area code, kept as `0571-87078277`. For bureaus and firms. */
export function checkLandline(text: string): Checked {
  const digits = normaliseNumber(text)
  if (!/^0\d{2,3}-?\d{7,8}$/.test(digits)) return refused('landline-shape')
  if (digits.includes('-')) return { value: digits, findings: [] }
  // 010 and 02x are the three-digit area codes.
  const areaLength = /^0(10|2\d)/.test(digits) ? 3 : 4
  return { value: `${digits.slice(0, areaLength)}-${digits.slice(areaLength)}`, findings: [] }
}

/**
 * The number of a person or a firm. A person's landline or foreign number warns, since no
 * code reaches it; a firm may also have a short hotline or a 400 number.
 */
export function checkPhone(text: string, owner: 'person' | 'firm'): Checked {
  const mobile = checkMobile(text)
  if (mobile.value !== undefined) return mobile
  const landline = checkLandline(text)
  if (landline.value !== undefined) {
    return owner === 'firm' ? landline : { ...landline, findings: [warning('phone-is-landline')] }
  }
  const value = normaliseNumber(text)
  if (
    owner === 'firm' &&
    /^(400-?\d{3}-?\d{4}|[89]00-?\d{3}-?\d{4}|1\d{4}|9\d{4,7})$/.test(value)
  ) {
    return { value, findings: [] }
  }
  if (/^\+(?!86)[\d-]{6,18}$/.test(value)) return { value, findings: [warning('phone-is-foreign')] }
  return mobile
}

function stripCountry(digits: string): string {
  return digits.replace(/^(\+86|0086)/, '').replace(/^86(?=1\d{10}$)/, '')
}
