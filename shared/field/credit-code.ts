import type { Checked } from '../finding.ts'
import { refused, warning } from './checked.ts'
import { normaliseNumber } from './normalise.ts'
import { organizationCheckCharacter } from './organization-code.ts'
import { provinceOfCode } from './province.ts'

/** GB 32100-2015: digits and capital letters without I, O, S, V, Z. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
/** 100000 is the national registry; the last three are Taiwan, Hong Kong, Macau. */
const OTHER_REGIONS = ['10', '71', '81', '82']

/**
 * 统一社会信用代码 (GB 32100-2015), 18 characters, the last a check character.
 *
 * Wrong length, letter or check character is refused; an odd region or inner
 * organization code only warns.
 */
export function checkCreditCode(text: string): Checked {
  const value = normaliseNumber(text).replaceAll('-', '')
  if (value.length !== 18) return refused('credit-code-length', { length: value.length })
  const wrong = [...value].find((character) => !ALPHABET.includes(character))
  if (wrong !== undefined) return refused('credit-code-character', { character: wrong })
  if (/^(.)\1+$/.test(value)) return refused('credit-code-placeholder')
  if (creditCheckCharacter(value) !== value[17]) return refused('credit-code-check-digit')
  const findings = []
  const region = value.slice(2, 4)
  if (provinceOfCode(region) === undefined && !OTHER_REGIONS.includes(region)) {
    findings.push(warning('credit-code-region', { region: value.slice(2, 8) }))
  }
  if (organizationCheckCharacter(value.slice(8, 16)) !== value[16]) {
    findings.push(warning('credit-code-organization-part'))
  }
  return { value, findings }
}

/** The check character of the first 17 characters, which must be of the code's alphabet. */
export function creditCheckCharacter(code: string): string {
  const sum = WEIGHTS.reduce(
    (total, weight, index) => total + weight * ALPHABET.indexOf(code[index] ?? ''),
    0,
  )
  return ALPHABET[(31 - (sum % 31)) % 31] ?? ''
}
