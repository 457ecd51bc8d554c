import { dayOf } from '../../shared/calendar-day.ts'
import { VaultError } from '../../shared/errors.ts'
import type { Credential, CredentialOrigin } from '../../shared/records/credential.ts'
import type { LedgerRecord } from '../../shared/records/record.ts'
import { blockingReason, isOwnOrigin } from '../cases/blocking.ts'
import { casesRegistering } from '../cases/registering.ts'
import { parseCredentialSecret, withHistory } from '../ledger/credential-secret.ts'
import { registrationAfter } from '../ledger/registered.ts'
import { overviewOf, requireLive } from '../ledger/store.ts'
import { writeRecords } from '../ledger/write.ts'
import type { Session } from '../session.ts'
import type { RecordId } from '../vault/vault.ts'
import { factsOf } from './filing-facts.ts'
import { policyFindings } from './policy.ts'

export type Registration = {
  id: RecordId
  value: string
  origin: CredentialOrigin
  changedOn?: string | undefined
  obtainedFrom?: string | undefined
  channelId?: RecordId | undefined
}

/**
 * Registers a new value: the old one goes to the history, must-change and snooze end. A value that was
 * issued or is temporary is taken as it is and must be changed at once; one that stands there already is no new
 * one. Cases that wait for it learn of it in the same transaction.
 *
 * @throws VaultError `password-refused` with the finding's code, `invalid-value`, `record-not-found`
 */
export function registerPassword(
  session: Session,
  registration: Registration,
): { record: LedgerRecord; undoToken: number } {
  const { vault, ledger } = session.open()
  const before = requireLive(ledger, 'credential', registration.id)
  const now = session.now()
  const today = dayOf(now)
  const { id, value, origin } = registration
  const changedOn = registration.changedOn ?? today
  if (changedOn > today) {
    throw new VaultError('invalid-value', 'the day has not come', {
      facts: { field: 'changedOn', code: 'date-in-future' },
    })
  }
  if (registration.channelId !== undefined) requireLive(ledger, 'channel', registration.channelId)
  requireAcceptable(session, { id, data: { ...before.data, origin } }, value)

  const stored = before.hasSecret ? vault.peekSecret(id) : undefined
  const secret = parseCredentialSecret(stored)
  const isSame = value === secret.value
  const {
    mustChangeReason: _reason,
    snoozedUntilOn: _until,
    snoozeReason: _why,
    obtainedFrom: _from,
    obtainedOn: _on,
    registeredAt,
    registeredBy,
    ...kept
  } = before.data
  const registered = registrationAfter(
    secret,
    { value },
    { registeredAt, registeredBy },
    { registeredAt: now, registeredBy: vault.custodianId },
  )
  const data: Credential = { ...kept, origin, changedOn, isRetired: false, ...registered }
  if (origin === 'issued' || origin === 'temporary') data.mustChangeReason = origin
  else if (!isOwnOrigin(origin)) {
    const reason = blockingReason(ledger, id)
    if (reason !== undefined) data.mustChangeReason = reason
  }
  if (registration.obtainedFrom !== undefined && registration.obtainedFrom !== '') {
    data.obtainedFrom = registration.obtainedFrom
    data.obtainedOn = changedOn
  }
  if (registration.channelId !== undefined) data.channelId = registration.channelId

  // The same value again is no new one: what was to be done stays to be done.
  if (isSame) data.mustChangeReason ??= before.data.mustChangeReason
  const history = isSame ? secret.history : withHistory(secret, before.data, now)
  const moment = { now, today, person: vault.custodianName }
  const cases = casesRegistering(ledger, id, origin, moment)
  const { undoToken } = writeRecords(
    session,
    [
      {
        type: 'put',
        id,
        expectedRevision: before.revision,
        overview: { ...overviewOf(before), kind: 'credential', data, updatedAt: now },
        secret: { ...secret, value, history },
      },
      ...cases.changes,
    ],
    [
      {
        action: 'credential.register',
        recordId: id,
        facts: { origin, changedOn, ...(isSame && { sameValue: 1 }) },
      },
      ...cases.acts,
    ],
  )
  return { record: requireLive(ledger, 'credential', id), undoToken }
}

/** @throws VaultError `password-refused` with the first finding that refuses the value. */
export function requireAcceptable(
  session: Session,
  credential: { id: RecordId; data: Credential },
  value: string,
): void {
  const { id, data } = credential
  const facts = factsOf(session.open(), {
    id,
    serviceId: data.serviceId,
    entityId: data.entityId,
  })
  const findings = policyFindings(value, data.origin, facts)
  const refused = findings.find((finding) => finding.severity === 'refused')
  if (refused === undefined) return
  throw new VaultError('password-refused', refused.code, {
    facts: { field: 'value', code: refused.code, ...refused.facts },
  })
}
