import { warning } from '../../shared/field/checked.ts'
import type { PasswordAssessment } from '../../shared/password.ts'
import type { CredentialOrigin } from '../../shared/records/credential.ts'
import type { FilingFacts } from './filing-facts.ts'
import { isBoundByPolicy, policyFindings } from './policy.ts'
import { measureStrength } from './strength.ts'

/** Below this a chosen password is called easy to guess, though the rules hold. */
const GOOD_SCORE = 3

/** Strength and rule findings of a password, and whether it may be registered with this origin. */
export async function assessPassword(
  value: string,
  origin: CredentialOrigin,
  facts: FilingFacts,
): Promise<PasswordAssessment> {
  const strength = await measureStrength(value, guessableFacts(facts))
  const findings = policyFindings(value, origin, facts)
  const isAccepted = findings.every((finding) => finding.severity !== 'refused')
  if (value !== '' && isBoundByPolicy(origin) && strength.score < GOOD_SCORE) {
    findings.push(warning('password-guessable'))
  }
  return { ...strength, findings, isAccepted }
}

/** Words that somebody who attacks this company tries first. */
function guessableFacts(facts: FilingFacts): string[] {
  return [
    ...facts.companyNames,
    ...facts.domainLabels,
    ...facts.mobiles,
    ...facts.filingDigits,
    ...facts.birthdays.map((day) => day.replaceAll('-', '')),
  ]
}
