import { z } from 'zod'
import { dayOf } from '../../shared/calendar-day.ts'
import { VaultError } from '../../shared/errors.ts'
import { checkContactId } from '../../shared/field/record-check.ts'
import { ContactSecret } from '../../shared/records/contact.ts'
import type { Credential } from '../../shared/records/credential.ts'
import type { RecordOverview } from '../../shared/records/record.ts'
import { requireAcceptable } from '../passwords/registration.ts'
import { isTotpUri } from '../passwords/totp.ts'
import type { Session } from '../session.ts'
import type { JsonObject, RecordId } from '../vault/vault.ts'
import { parseCredentialSecret, withHistory } from './credential-secret.ts'
import { liveRecord } from './store.ts'

/** What a form may send: null takes a part away, an absent one stays. */
const CredentialPatch = z.strictObject({
  value: z.string().max(64).nullish(),
  totpUri: z.string().max(1000).nullish(),
  privateNotes: z.string().max(10_000).nullish(),
})
const ContactPatch = z.strictObject({ idNumber: z.string().max(200).nullish() })

/**
 * The secret part after a save. A changed password sends the old one to the history.
 *
 * @returns null when nothing is left to be sealed.
 * @throws VaultError `invalid-value`, `password-refused`
 */
export function mergeSecret(
  session: Session,
  overview: RecordOverview,
  id: RecordId,
  stored: JsonObject | undefined,
  patch: unknown,
  now: number,
): JsonObject | null {
  if (overview.kind === 'contact') return mergeContact(overview, stored, patch, now)
  if (overview.kind === 'credential') {
    return mergeCredential(session, overview.data, id, stored, patch, now)
  }
  throw invalid('secret', 'not-allowed')
}

function mergeContact(
  overview: RecordOverview<'contact'>,
  stored: JsonObject | undefined,
  patch: unknown,
  now: number,
): JsonObject | null {
  const parsed = ContactPatch.safeParse(patch)
  if (!parsed.success) throw invalid('idNumber', 'not-allowed')
  const { idNumber } = parsed.data
  if (idNumber === undefined) return stored === undefined ? null : ContactSecret.parse(stored)
  if (idNumber === null || idNumber.trim() === '') return null
  const checked = checkContactId(idNumber, overview.data.idKind, dayOf(now))
  if (checked.value === undefined) {
    throw invalid('idNumber', checked.findings[0]?.code ?? 'not-allowed')
  }
  return { idNumber: checked.value }
}

function mergeCredential(
  session: Session,
  data: Credential,
  id: RecordId,
  stored: JsonObject | undefined,
  patch: unknown,
  now: number,
): JsonObject | null {
  const parsed = CredentialPatch.safeParse(patch)
  if (!parsed.success) throw invalid('secret', 'not-allowed')
  const secret = parseCredentialSecret(stored)
  const { value, totpUri, privateNotes } = parsed.data
  if (value !== undefined && (value ?? '') !== (secret.value ?? '')) {
    const before = liveRecord(session.open().ledger, 'credential', id)?.data
    if (value !== null && value !== '') {
      requireAcceptable(session, { id, data }, value)
    }
    if (before !== undefined) secret.history = withHistory(secret, before, now)
    if (value === null || value === '') delete secret.value
    else secret.value = value
  }
  if (totpUri !== undefined) {
    if (totpUri === null || totpUri === '') delete secret.totpUri
    else if (isTotpUri(totpUri)) secret.totpUri = totpUri
    else throw invalid('totpUri', 'totp-uri')
  }
  if (privateNotes !== undefined) {
    if (privateNotes === null || privateNotes === '') delete secret.privateNotes
    else secret.privateNotes = privateNotes
  }
  const isEmpty =
    secret.value === undefined &&
    secret.totpUri === undefined &&
    secret.privateNotes === undefined &&
    secret.history.length === 0
  return isEmpty ? null : secret
}

function invalid(field: string, code: string): VaultError {
  return new VaultError('invalid-value', `${field}: ${code}`, { facts: { field, code } })
}
