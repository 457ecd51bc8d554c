import type { Credential, CredentialSecret } from '../../shared/records/credential.ts'
import { MAX_HISTORY } from '../ledger/credential-secret.ts'

/** A side's sealed part with what its overview tells of the value. */
export type SecretSide = {
  secret: CredentialSecret
  data: Pick<Credential, 'origin' | 'changedOn'>
}

/**
 * The history after a merge: what both copies remember, and the value that was not chosen, so that no password
 * anybody may still need is lost. Newest first.
 *
 * @param value - the one that stays in use.
 */
export function joinedHistory(
  value: string | undefined,
  sides: readonly SecretSide[],
  now: number,
): CredentialSecret['history'] {
  const known = new Map<string, CredentialSecret['history'][number]>()
  for (const { secret } of sides) {
    for (const past of secret.history) known.set(`${past.replacedAt} ${past.value}`, past)
  }
  const history = [...known.values()]
  for (const { secret, data } of sides) {
    if (secret.value === undefined || secret.value === value) continue
    if (history.some((past) => past.value === secret.value)) continue
    const past = { value: secret.value, replacedAt: now, origin: data.origin }
    history.push(data.changedOn === undefined ? past : { ...past, setOn: data.changedOn })
  }
  return history.sort((a, b) => b.replacedAt - a.replacedAt).slice(0, MAX_HISTORY)
}
