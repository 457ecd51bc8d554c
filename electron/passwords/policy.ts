import { refusal, warning } from '../../shared/field/checked.ts'
import type { FieldFinding } from '../../shared/finding.ts'
import type { CredentialOrigin } from '../../shared/records/credential.ts'
import type { FilingFacts } from './filing-facts.ts'

/** The portal's own rule, the strictest of those known. */
export const MIN_LENGTH = 8
export const MAX_LENGTH = 20
/** No value is stored beyond this, however it came to us. */
export const MAX_STORED_LENGTH = 64
/** A run of a credit code, a sequence or a repetition from this length on is refused. */
const CODE_RUN = 6
const SEQUENCE = 4

/** Whether the value was somebody's choice, so that the policy binds it. */
export function isBoundByPolicy(origin: CredentialOrigin): boolean {
  return origin === 'chosen' || origin === 'generated'
}

/**
 * Judges a password by the rules for chosen ones: 8–20 printable ASCII characters of four classes, no
 * blank, none of the filing's facts, none of the last five, no sequence or repetition of four.
 *
 * A value that came from elsewhere (issued, temporary, imported) is never refused for more than its
 * length above 64: it is what the portal knows. What is odd about it is told as a warning.
 */
export function policyFindings(
  value: string,
  origin: CredentialOrigin,
  facts: FilingFacts,
): FieldFinding[] {
  if (value === '') return [refusal('password-empty')]
  if (value.length > MAX_STORED_LENGTH) {
    return [refusal('password-too-long', { maxLength: MAX_STORED_LENGTH })]
  }
  const oddities = characterFindings(value)
  if (!isBoundByPolicy(origin)) {
    const isHandedOut = origin === 'issued' || origin === 'temporary'
    return [
      ...oddities.map((finding): FieldFinding => ({ ...finding, severity: 'warning' })),
      ...(isHandedOut ? [warning('password-must-change')] : []),
    ]
  }
  return [
    ...shapeFindings(value),
    ...oddities,
    ...patternFindings(value),
    ...factFindings(value, facts),
  ]
}

function shapeFindings(value: string): FieldFinding[] {
  const findings: FieldFinding[] = []
  if (value.length < MIN_LENGTH || value.length > MAX_LENGTH) {
    findings.push(
      refusal('password-length', { length: value.length, min: MIN_LENGTH, max: MAX_LENGTH }),
    )
  }
  const classes = [/[a-z]/, /[A-Z]/, /[0-9]/, /[!-/:-@[-`{-~]/]
  const missing = classes.filter((one) => !one.test(value)).length
  if (missing > 0) findings.push(refusal('password-classes', { missing }))
  return findings
}

/** Reported, never mended: the stored value must be what the portal knows. */
function characterFindings(value: string): FieldFinding[] {
  const findings: FieldFinding[] = []
  // Full-width forms, and the blank that Chinese input methods make.
  if (/[\uff01-\uff5e\u3000]/.test(value)) findings.push(refusal('password-full-width'))
  if (value !== value.trim()) findings.push(refusal('password-edge-space'))
  else if (/\s/.test(value)) findings.push(refusal('password-inner-space'))
  if (/[^\x20-\x7e\uff01-\uff5e\s]/.test(value)) findings.push(refusal('password-not-ascii'))
  return findings
}

function patternFindings(value: string): FieldFinding[] {
  const findings: FieldFinding[] = []
  const folded = value.toLowerCase()
  if (hasRun(folded, (step) => step === 1) || hasRun(folded, (step) => step === -1)) {
    findings.push(refusal('password-sequence', { length: SEQUENCE }))
  } else if (hasKeyboardRun(folded)) {
    findings.push(refusal('password-sequence', { length: SEQUENCE }))
  }
  if (/(.)\1{3}/.test(folded)) findings.push(refusal('password-repeat', { length: SEQUENCE }))
  return findings
}

/** Four letters or four digits in a row, each one `step` from the one before. */
function hasRun(text: string, isStep: (step: number) => boolean): boolean {
  let length = 1
  for (let at = 1; at < text.length; at += 1) {
    const pair = text.slice(at - 1, at + 1)
    const isSameClass = /^[a-z]{2}$|^[0-9]{2}$/.test(pair)
    const step = text.charCodeAt(at) - text.charCodeAt(at - 1)
    length = isSameClass && isStep(step) ? length + 1 : 1
    if (length === SEQUENCE) return true
  }
  return false
}

const KEYBOARD_ROWS = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm']

function hasKeyboardRun(text: string): boolean {
  return KEYBOARD_ROWS.some((row) => {
    const back = [...row].reverse().join('')
    return sharesRun(text, row, SEQUENCE) || sharesRun(text, back, SEQUENCE)
  })
}

function factFindings(value: string, facts: FilingFacts): FieldFinding[] {
  const folded = value.toLowerCase()
  const findings: FieldFinding[] = []
  const has = (part: string) => part !== '' && folded.includes(part)
  if (facts.birthdays.flatMap(birthdayForms).some(has)) findings.push(refusal('password-birthday'))
  if (facts.mobiles.some((mobile) => mobile.length >= 6 && has(mobile.slice(-6)))) {
    findings.push(refusal('password-mobile'))
  }
  if (facts.idNumbers.some((id) => id.length >= 6 && has(id.slice(-6)))) {
    findings.push(refusal('password-id-digits'))
  }
  if (facts.creditCodes.some((code) => sharesRun(folded, code, CODE_RUN))) {
    findings.push(refusal('password-credit-code'))
  }
  if (facts.filingDigits.some((digits) => sharesRun(folded, digits, Math.min(digits.length, 8)))) {
    findings.push(refusal('password-filing-number'))
  }
  if (facts.domainLabels.some(has)) findings.push(refusal('password-domain'))
  if (facts.companyNames.some(has)) findings.push(refusal('password-company-name'))
  if (facts.usedBefore.includes(value)) findings.push(refusal('password-used-before'))
  return findings
}

/** yyyymmdd, yymmdd, mmddyyyy, and ddmmyyyy for good measure. */
function birthdayForms(day: string): string[] {
  const [year = '', month = '', date = ''] = day.split('-')
  return [
    year + month + date,
    year.slice(2) + month + date,
    month + date + year,
    date + month + year,
  ]
}

/** Whether `text` holds any `length` characters in a row of `source`. */
function sharesRun(text: string, source: string, length: number): boolean {
  for (let at = 0; at + length <= source.length; at += 1) {
    if (text.includes(source.slice(at, at + length))) return true
  }
  return false
}
