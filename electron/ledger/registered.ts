import type { CredentialSecret } from '../../shared/records/credential.ts'
import type { LedgerRecord, RecordOverview } from '../../shared/records/record.ts'
import type { JsonObject } from '../vault/vault.ts'
import { parseCredentialSecret } from './credential-secret.ts'

type Registered = { registeredAt: number; registeredBy: string }
type Known = { registeredAt?: number | undefined; registeredBy?: string | undefined }

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
  const registered =
    secret.after === undefined || secret.after === null
      ? registeredAs(old ?? {})
      : registrationAfter(
          parseCredentialSecret(secret.before),
          parseCredentialSecret(secret.after),
          old ?? {},
          now,
        )
  return { ...overview, data: { ...data, ...registered } }
}

/**
 * When and by whom the value that is there after a change was registered: by that change only where it brought a new
 * password. The same one again is none, nor is a TOTP key beside it; and one of those before was known already:
 * of that no registration is told.
 */
export function registrationAfter(
  before: CredentialSecret,
  after: Pick<CredentialSecret, 'value' | 'totpUri'>,
  old: Known,
  now: Registered,
): Partial<Registered> {
  const { value, totpUri } = after
  if (value !== undefined && value !== before.value) {
    return before.history.some((past) => past.value === value) ? {} : now
  }
  // What never had a password is the TOTP key itself.
  const hasNoPassword =
    value === undefined && before.value === undefined && before.history.length === 0
  const isNewKey = hasNoPassword && totpUri !== undefined && totpUri !== before.totpUri
  return isNewKey ? now : registeredAs(old)
}

function registeredAs({ registeredAt, registeredBy }: Known): Partial<Registered> {
  if (registeredAt === undefined) return {}
  return { registeredAt, ...(registeredBy !== undefined && { registeredBy }) }
}
