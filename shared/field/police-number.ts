import type { Checked, FieldFinding } from '../finding.ts'
import { refused, warning } from './checked.ts'
import { looksMadeUp, normaliseNumber } from './normalise.ts'
import type { Province } from './province.ts'
import { provinceOfCode, provinceOfPolice } from './province.ts'

const SHAPE = /^(\p{Script=Han})公网安备(\d+)(号)?$/u

/**
 * 公安备案号, kept as 京公网安备11010802012345号. Only the count of digits (14) and the first
 * character are judged: area codes may be pseudo-codes of the police.
 */
export function checkPoliceNumber(typed: string): Checked {
  const text = normaliseNumber(typed)
  const found = SHAPE.exec(text)
  const prefix = found?.[1]
  const digits = found?.[2]
  if (prefix === undefined || digits === undefined) {
    return refused(/公.*备/.test(text) ? 'police-number-wording' : 'police-number-shape')
  }
  const province = provinceOfPolice(prefix)
  if (province === undefined) return refused('police-number-prefix', { prefix })
  if (digits.length !== 14) return refused('police-number-digits', { count: digits.length })
  const findings: FieldFinding[] = []
  if (found?.[3] === undefined) findings.push(warning('police-number-missing-hao'))
  if (provinceOfCode(digits) !== province) {
    findings.push(warning('police-number-province-digits', { prefix, digits: digits.slice(0, 2) }))
  }
  if (looksMadeUp(digits)) findings.push(warning('number-placeholder'))
  return { value: `${prefix}公网安备${digits}号`, findings }
}

/** The province of a number that was checked. */
export function provinceOfPoliceNumber(number: string): Province | undefined {
  return provinceOfPolice(number.slice(0, 1))
}

/** Where the public can look a checked number up. */
export function policeQueryUrl(number: string): string {
  return `https://beian.mps.gov.cn/#/query/webSearch?code=${number.replace(/\D/g, '')}`
}
