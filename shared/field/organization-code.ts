import type { Checked } from '../finding.ts'
import { refused } from './checked.ts'
import { normaliseNumber } from './normalise.ts'

const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

/**
 * 组织机构代码 (GB 11714) of filings before the credit code: eight characters and a check
 * character, kept as `XXXXXXXX-X`. The hyphen may be left out, but stands nowhere else.
 */
export function checkOrganizationCode(text: string): Checked {
  const found = /^([0-9A-Z]{8})-?([0-9X])$/.exec(normaliseNumber(text))
  const body = found?.[1]
  const check = found?.[2]
  if (body === undefined || check === undefined) return refused('organization-code-shape')
  // Its arithmetic holds for 00000000-0, which nobody was given.
  if (/^(.)\1+$/.test(body)) return refused('organization-code-placeholder')
  if (organizationCheckCharacter(body) !== check) return refused('organization-code-check-digit')
  return { value: `${body}-${check}`, findings: [] }
}

/** The check character of eight characters 0–9 A–Z: 11 − Σ mod 11, with 10 → X and 11 → 0. */
export function organizationCheckCharacter(body: string): string {
  const sum = WEIGHTS.reduce(
    (total, weight, index) => total + weight * Number.parseInt(body[index] ?? '0', 36),
    0,
  )
  const check = 11 - (sum % 11)
  if (check === 10) return 'X'
  return check === 11 ? '0' : String(check)
}
