import { randomInt } from 'node:crypto'
import { VaultError } from '../../shared/errors.ts'
import type { GeneratorOptions } from '../../shared/password.ts'
import type { FilingFacts } from './filing-facts.ts'
import { policyFindings } from './policy.ts'

const LOWER = 'abcdefghijklmnopqrstuvwxyz'
const UPPER = LOWER.toUpperCase()
const DIGITS = '0123456789'
const AMBIGUOUS = /[0O1lI]/g
/** Nearly every try passes; so many failures mean that the options leave nothing to pass. */
const MAX_TRIES = 1_000

/**
 * A password that the policy accepts: every character drawn alike from all that the options allow, and
 * the whole thrown away until all four classes are in it and none of the filing's facts is. So every
 * acceptable password is equally likely.
 *
 * @throws VaultError `invalid-value` when the specials are not printable ASCII specials.
 */
export function generatePassword(options: GeneratorOptions, facts: FilingFacts): string {
  const alphabet = alphabetOf(options)
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    let value = ''
    while (value.length < options.length) value += alphabet[randomInt(alphabet.length)]
    const findings = policyFindings(value, 'generated', facts)
    if (findings.every((finding) => finding.severity !== 'refused')) return value
  }
  throw refusedOptions()
}

function alphabetOf({ specials, isUnambiguous }: GeneratorOptions): string {
  const own = [...new Set(specials)].join('')
  if (!/^[!-/:-@[-`{-~]+$/.test(own)) throw refusedOptions()
  const letters = LOWER + UPPER + DIGITS
  return (isUnambiguous ? letters.replace(AMBIGUOUS, '') : letters) + own
}

function refusedOptions(): VaultError {
  return new VaultError('invalid-value', 'the generator has nothing to draw from', {
    facts: { field: 'specials', code: 'not-allowed' },
  })
}
