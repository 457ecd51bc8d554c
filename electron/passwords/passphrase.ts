import { VaultError } from '../../shared/errors.ts'
import { refusal } from '../../shared/field/checked.ts'
import type { FieldFinding } from '../../shared/finding.ts'
import type { PasswordAssessment } from '../../shared/password.ts'
import { readingsOf } from '../ledger/search/pinyin.ts'
import { measureStrength } from './strength.ts'

const MIN_LENGTH = 10
const MIN_SCORE = 3

/**
 * Judges a main passphrase (主口令). Length counts more than signs: a sentence nobody said before is
 * best, and may be Chinese. Chinese characters are judged as the pinyin that an attacker would try,
 * so that common words in them count as common words.
 */
export async function assessPassphrase(passphrase: string): Promise<PasswordAssessment> {
  const normalised = passphrase.normalize('NFKC')
  const spelled = spell(normalised)
  const [asTyped, asPinyin] = [
    await measureStrength(normalised, KNOWN),
    await measureStrength(spelled, KNOWN),
  ]
  const hasHan = spelled !== normalised
  const strength = hasHan && asPinyin.guessesLog10 < asTyped.guessesLog10 ? asPinyin : asTyped
  const findings: FieldFinding[] = []
  // A Chinese character takes several keys, and carries as much as they do.
  const length = Math.max([...normalised].length, hasHan ? spelled.length : 0)
  if (length < MIN_LENGTH) findings.push(refusal('passphrase-short', { min: MIN_LENGTH }))
  if (strength.score < MIN_SCORE) findings.push(refusal('passphrase-guessable'))
  return { ...strength, findings, isAccepted: findings.length === 0 }
}

/** @throws VaultError `passphrase-too-weak` */
export async function requireStrong(passphrase: string): Promise<void> {
  const { isAccepted } = await assessPassphrase(passphrase)
  if (!isAccepted) throw new VaultError('passphrase-too-weak', 'the passphrase would be guessed')
}

/** Words of this very app. */
const KNOWN = ['beian', 'vault', 'beianxia', 'zhukouling', 'icp', 'miit']

function spell(text: string): string {
  return [...text].map((character) => readingsOf(character)[0] ?? character).join('')
}
