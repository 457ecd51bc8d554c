import type { CalendarDay } from '../../shared/calendar-day.ts'
import { dayOf } from '../../shared/calendar-day.ts'
import type { CaseChange } from '../../shared/case-view.ts'
import { VaultError } from '../../shared/errors.ts'
import type { LedgerRecord } from '../../shared/records/record.ts'
import { RecoveryCase } from '../../shared/records/recovery-case.ts'
import { invalidValue } from '../ledger/invalid-value.ts'
import { overviewOf, requireLive } from '../ledger/store.ts'
import type { Act, LedgerChange } from '../ledger/write.ts'
import { writeRecords } from '../ledger/write.ts'
import type { Session } from '../session.ts'
import type { RecordId } from '../vault/vault.ts'
import { caseView } from './case-view.ts'
import { endOfDay, startOfDay } from './clocks.ts'

/** When and by whom a case is changed. */
export type Moment = { now: number; today: CalendarDay; person: string }

/** What the trail says of it; facts in words, which a later version still understands. */
export type CaseAct = Omit<Act, 'recordId'>

/** What a change makes of a case, and of other records in the same transaction. */
export type CaseEdit = { data: RecoveryCase; others?: readonly LedgerChange[] }

/**
 * Changes an open case: durable with its audit entry, and with whatever else belongs to it.
 *
 * @throws VaultError `record-not-found`; `invalid-value` when the case is closed (field `closedOn`) or
 * what was made of it does not fit its schema.
 */
export function changeCase(
  session: Session,
  id: RecordId,
  act: CaseAct | ((data: RecoveryCase) => CaseAct),
  edit: (data: RecoveryCase, moment: Moment) => CaseEdit,
  options: { isClosedAllowed?: boolean } = {},
): CaseChange {
  const { ledger } = session.open()
  const record = requireLive(ledger, 'case', id)
  if (record.data.closedOn !== undefined && options.isClosedAllowed !== true) {
    throw invalidValue('closedOn', 'not-allowed')
  }
  const moment = momentOf(session)
  const { data, others = [] } = edit(record.data, moment)
  const { undoToken } = writeRecords(
    session,
    [caseWrite(record, data, moment.now), ...others],
    [{ ...(typeof act === 'function' ? act(record.data) : act), recordId: id }],
  )
  return { case: readCase(session, id), undoToken }
}

/**
 * The write of a changed case. Its reminder is no longer put off.
 *
 * @throws VaultError `invalid-value` when it does not fit its schema.
 */
export function caseWrite(
  record: LedgerRecord<'case'>,
  changed: RecoveryCase,
  now: number,
): LedgerChange {
  const { snoozedUntilOn: _until, snoozeReason: _why, ...data } = changed
  return {
    type: 'put',
    id: record.id,
    expectedRevision: record.revision,
    overview: { ...overviewOf(record), kind: 'case', data: checkedCase(data), updatedAt: now },
  }
}

/** @throws VaultError `invalid-value` */
export function checkedCase(data: unknown): RecoveryCase {
  const parsed = RecoveryCase.safeParse(data)
  if (parsed.success) return parsed.data
  throw invalidValue(String(parsed.error.issues[0]?.path[0] ?? ''), 'not-allowed')
}

/** @throws VaultError `record-not-found` */
export function readCase(session: Session, id: RecordId): CaseChange['case'] {
  const { ledger } = session.open()
  return caseView(ledger, requireLive(ledger, 'case', id), session.now())
}

export function momentOf(session: Session): Moment {
  const now = session.now()
  return { now, today: dayOf(now), person: session.open().vault.custodianName }
}

/**
 * When something happened, as it was told: now unless a day is named; the named time of it, else its
 * first moment, so that no clock in hours is thought longer than it is.
 *
 * @throws VaultError `invalid-value` for a moment to come (field `doneOn`).
 */
export function toldMoment(
  told: { doneOn?: CalendarDay | undefined; doneTime?: string | undefined },
  { now, today }: Moment,
): { doneOn: CalendarDay; at: number } {
  const doneOn = told.doneOn ?? today
  const { doneTime } = told
  if (doneTime === undefined) {
    if (doneOn === today) return { doneOn, at: now }
    if (doneOn > today) throw invalidValue('doneOn', 'date-in-future')
    return { doneOn, at: startOfDay(doneOn) }
  }
  const at = Date.parse(`${doneOn}T${doneTime}:00+08:00`)
  if (at > now) throw invalidValue('doneOn', 'date-in-future')
  return { doneOn, at: Math.min(at, endOfDay(doneOn)) }
}

/** @throws VaultError `record-not-found` unless all are papers that are there. */
export function requireDocuments(session: Session, ids: readonly RecordId[]): RecordId[] {
  const { ledger } = session.open()
  return [...new Set(ids)].map((id) => requireLive(ledger, 'document', id).id)
}

/** A text that is not empty; undefined otherwise. */
export function filled(text: string | undefined): string | undefined {
  const trimmed = text?.trim()
  return trimmed === undefined || trimmed === '' ? undefined : trimmed
}

/** @throws VaultError `refused` for what the case's guide does not have. */
export function notInGuide(what: string): VaultError {
  return new VaultError('record-not-found', `the guide has no such ${what}`)
}
