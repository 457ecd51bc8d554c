import type { LedgerRecord, RecordOverview } from '../../shared/records/record.ts'
import type { JsonObject } from '../vault/vault.ts'
import { parseCredentialSecret } from './credential-secret.ts'

type Registered = { registeredAt: number; registeredBy: string }

/**
 * When and by whom a credential's value was registered is not the form's to say: it stays as it was, or is
 * `now` where the form brought another value.
 */
export function keepRegistration(
  overview: RecordOverview,
  before: LedgerRecord | undefined,
  secret: { before: JsonObject | undefined; after: JsonObject | null | undefined },
  now: Registered,
): RecordOverview {
  if (overview.kind !== 'credential') return overview
  const { registeredAt: _at, registeredBy: _by, ...data } = overview.data
  const old = before?.kind === 'credential' ? before.data : undefined
  const registered = hasNewValue(secret)
    ? now
    : old?.registeredAt !== undefined && {
        registeredAt: old.registeredAt,
        ...(old.registeredBy !== undefined && { registeredBy: old.registeredBy }),
      }
  return { ...overview, data: { ...data, ...registered } }
}

/** Whether there is a password or a TOTP key that was not there before. */
function hasNewValue(secret: Parameters<typeof keepRegistration>[2]): boolean {
  if (secret.after === undefined || secret.after === null) return false
  const before = parseCredentialSecret(secret.before)
  const after = parseCredentialSecret(secret.after)
  const isNew = (old: string | undefined, value: string | undefined) =>
    value !== undefined && value !== old
  return isNew(before.value, after.value) || isNew(before.totpUri, after.totpUri)
}
