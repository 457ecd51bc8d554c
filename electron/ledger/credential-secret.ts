import type { Credential } from '../../shared/records/credential.ts'
import { CredentialSecret } from '../../shared/records/credential.ts'
import type { JsonObject } from '../vault/vault.ts'

/** Past values that are kept. */
export const MAX_HISTORY = 50

/** What is stored of a credential's secret; empty when nothing is. */
export function parseCredentialSecret(stored: JsonObject | undefined): CredentialSecret {
  return stored === undefined ? { history: [] } : CredentialSecret.parse(stored)
}

/** The old value in front of the history, the oldest beyond fifty dropped. */
export function withHistory(
  secret: CredentialSecret,
  before: Pick<Credential, 'origin' | 'changedOn'>,
  replacedAt: number,
): CredentialSecret['history'] {
  if (secret.value === undefined) return secret.history
  const past = { value: secret.value, replacedAt, origin: before.origin }
  const dated = before.changedOn === undefined ? past : { ...past, setOn: before.changedOn }
  return [dated, ...secret.history].slice(0, MAX_HISTORY)
}
