import type { CaseChange } from '../../shared/case-view.ts'
import { guideOf } from '../../shared/guides/guide-list.ts'
import type { Credential } from '../../shared/records/credential.ts'
import type { CaseOutcome, OutcomeKind, RecoveryCase } from '../../shared/records/recovery-case.ts'
import { invalidValue } from '../ledger/invalid-value.ts'
import { overviewOf, requireLive } from '../ledger/store.ts'
import type { LedgerChange } from '../ledger/write.ts'
import type { Session } from '../session.ts'
import type { RecordId } from '../vault/vault.ts'
import { blockOf } from './blocking.ts'
import type { Moment } from './change.ts'
import { changeCase, filled, toldMoment } from './change.ts'
import { progressOf } from './progress.ts'
import type { StepDetails } from './step-acts.ts'
import { stepRecord, withStep } from './step-acts.ts'

export type OutcomeInput = StepDetails & {
  id: RecordId
  kind: OutcomeKind
  credentialId?: RecordId | undefined
  validUntilAt?: number | undefined
}

/**
 * Records how it came out, as the guide's step for it. `sent` and `temporary` mark the credential in the same
 * transaction as one that must be changed at once.
 *
 * @throws VaultError `invalid-value` (fields `credentialId`, `validUntilAt`, `doneOn`), `record-not-found`
 */
export function recordOutcome(session: Session, input: OutcomeInput): CaseChange {
  const { id, kind } = input
  return changeCase(
    session,
    id,
    { action: 'case.outcome', facts: { outcome: kind } },
    (before, moment) => {
      const outcome = outcomeOf(session, before, input, moment)
      const { credentialId } = outcome
      const credentialIds =
        credentialId === undefined || before.credentialIds.includes(credentialId)
          ? before.credentialIds
          : [...before.credentialIds, credentialId]
      const data = withOutcomeStep(session, { ...before, credentialIds, outcome }, input, moment)
      const marked = markOf(session, data, moment)
      return { data, others: marked === undefined ? [] : [marked] }
    },
  )
}

function outcomeOf(
  session: Session,
  { credentialIds }: RecoveryCase,
  input: OutcomeInput,
  moment: Moment,
): CaseOutcome {
  const { kind, validUntilAt } = input
  const { at } = toldMoment(input, moment)
  const outcome: CaseOutcome = {
    kind,
    at,
    recordedAt: moment.now,
    person: filled(input.person) ?? moment.person,
  }
  const isHandedOut = kind === 'sent' || kind === 'temporary'
  const isOfPassword = isHandedOut || kind === 'reset-by-user'
  const only = isOfPassword && credentialIds.length === 1 ? credentialIds[0] : undefined
  const credentialId = input.credentialId ?? only
  if (credentialId !== undefined) {
    const credential = requireLive(session.open().ledger, 'credential', credentialId)
    // A value that is no longer used is not waited for.
    if (credential.data.isRetired) throw invalidValue('credentialId', 'not-allowed')
    outcome.credentialId = credentialId
  } else if (isOfPassword) {
    throw invalidValue('credentialId', 'required')
  }
  if (validUntilAt !== undefined) {
    if (!isHandedOut || validUntilAt <= at) throw invalidValue('validUntilAt', 'not-allowed')
    outcome.validUntilAt = validUntilAt
  }
  const note = filled(input.note)
  if (note !== undefined) outcome.note = note
  return outcome
}

/** The guide's step for the outcome is done by it, unless it lies on a branch that was not taken. */
function withOutcomeStep(
  session: Session,
  data: RecoveryCase,
  input: OutcomeInput,
  moment: Moment,
): RecoveryCase {
  const guide = guideOf(data.guideId)
  if (guide === undefined) return data
  const standing = progressOf(guide, data).standings.find(
    ({ step, state }) => step.isOutcome === true && state !== 'not-applicable',
  )
  if (standing === undefined) return data
  const { step } = standing
  const record = stepRecord(session, guide.id, { ...input, stepId: step.id, state: 'done' }, moment)
  return withStep(data, guide, step, record)
}

/** 立即修改: the credential's own mark, which its reminder and its list show. */
function markOf(session: Session, data: RecoveryCase, { now }: Moment): LedgerChange | undefined {
  const { ledger } = session.open()
  const block = blockOf(ledger, data)
  if (block === undefined) return undefined
  const credential = requireLive(ledger, 'credential', block.credentialId)
  const { snoozedUntilOn: _until, snoozeReason: _why, ...kept } = credential.data
  const marked: Credential = { ...kept, mustChangeReason: block.reason }
  return {
    type: 'put',
    id: credential.id,
    expectedRevision: credential.revision,
    overview: { ...overviewOf(credential), kind: 'credential', data: marked, updatedAt: now },
  }
}
