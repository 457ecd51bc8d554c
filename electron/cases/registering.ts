import { guideOf } from '../../shared/guides/guide-list.ts'
import type { CredentialOrigin } from '../../shared/records/credential.ts'
import type { CaseStep, RecoveryCase } from '../../shared/records/recovery-case.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { usersOf } from '../ledger/store.ts'
import type { Act, LedgerChange } from '../ledger/write.ts'
import type { RecordId } from '../vault/vault.ts'
import { blockOf, isOwnOrigin } from './blocking.ts'
import type { Moment } from './change.ts'
import { caseWrite } from './change.ts'
import { progressOf } from './progress.ts'
import { withStep } from './step-acts.ts'

/**
 * What the registration of a value does to the cases that wait for it, to be written with it: it stands in
 * their record, and one of our own choice does the guide's step for it.
 */
export function casesRegistering(
  ledger: Ledger,
  credentialId: RecordId,
  origin: CredentialOrigin,
  moment: Moment,
): { changes: LedgerChange[]; acts: Act[] } {
  const changes: LedgerChange[] = []
  const acts: Act[] = []
  for (const record of usersOf(ledger, credentialId, 'case')) {
    const isOpen = record.data.closedOn === undefined
    const isBlocked = blockOf(ledger, record.data)?.credentialId === credentialId
    if (!isOpen && !isBlocked) continue
    const { now: at, person } = moment
    const registered: RecoveryCase = {
      ...record.data,
      registrations: [...record.data.registrations, { credentialId, origin, at, person }],
    }
    const isStep = isOpen && isOwnOrigin(origin)
    const data = isStep ? withRegistrationStep(registered, credentialId, moment) : registered
    changes.push(caseWrite(record, data, moment.now))
    acts.push({ action: 'case.registered', recordId: record.id, facts: { origin } })
  }
  return { changes, acts }
}

/** The guide's step for a registration is done by it, where it is open. */
export function withRegistrationStep(
  data: RecoveryCase,
  credentialId: RecordId,
  { now, today, person }: Moment,
): RecoveryCase {
  const guide = guideOf(data.guideId)
  const waitedFor = data.outcome?.credentialId ?? credentialId
  if (guide === undefined || waitedFor !== credentialId) return data
  const standing = progressOf(guide, data).standings.find(
    ({ step, state }) => step.isRegistration === true && (state === 'open' || state === 'failed'),
  )
  if (standing === undefined) return data
  const record: CaseStep = {
    guideId: guide.id,
    stepId: standing.step.id,
    state: 'done',
    doneOn: today,
    at: now,
    recordedAt: now,
    person,
    documentIds: [],
  }
  return withStep(data, guide, standing.step, record)
}
