import { dayOf } from '../../shared/calendar-day.ts'
import type { CheckChange } from '../../shared/check-view.ts'
import type { Finding } from '../../shared/guides/guide.ts'
import { quarterly } from '../../shared/guides/quarterly.ts'
import type { Check, CheckItem } from '../../shared/records/check.ts'
import type { LedgerRecord, RecordOverview } from '../../shared/records/record.ts'
import { invalidValue } from '../ledger/invalid-value.ts'
import type { RecordStore } from '../ledger/store.ts'
import { newRecordId, overviewOf, requireLive, usersOf } from '../ledger/store.ts'
import type { Act, LedgerChange } from '../ledger/write.ts'
import { writeRecords } from '../ledger/write.ts'
import type { Session } from '../session.ts'
import type { RecordId } from '../vault/vault.ts'
import { findingTasks } from './finding-tasks.ts'
import { checkPass, openItems, requireChecks } from './pass.ts'
import { serviceStatusChange } from './service-status.ts'
import { isChecked, standingOf } from './standing.ts'

/** A result as a person records it. */
export type ItemResult = Pick<CheckItem, 'itemId' | 'result'> & {
  findings: readonly string[]
  found?: string | undefined
  note?: string | undefined
  documentIds?: readonly RecordId[] | undefined
}

/**
 * Begins the checks of a pass; those begun before go on.
 *
 * @throws VaultError `record-not-found`; `invalid-value` for services of several entities, or one that is cancelled.
 */
export function beginChecks(session: Session, serviceIds: readonly RecordId[]): CheckChange {
  const { ledger, vault } = session.open()
  const now = session.now()
  const today = dayOf(now)
  const services = serviceIds.map((id) => requireLive(ledger, 'service', id))
  const isOneEntity = new Set(services.map(({ data }) => data.entityId)).size === 1
  if (!isOneEntity || !services.every(isChecked)) throw invalidValue('serviceIds', 'not-allowed')
  const ids: RecordId[] = []
  const changes: LedgerChange[] = []
  for (const service of services) {
    const open = standingOf(ledger, service, today).open
    if (open !== undefined) {
      ids.push(open.id)
      continue
    }
    const id = newRecordId()
    ids.push(id)
    const data: Check = {
      serviceId: service.id,
      entityId: service.data.entityId,
      startedOn: today,
      person: vault.custodianName,
      items: [],
    }
    const overview: RecordOverview = { kind: 'check', data, createdAt: now, updatedAt: now }
    changes.push({ type: 'put', id, overview, expectedRevision: 0 })
  }
  if (changes.length === 0) return { pass: checkPass(session.open(), ids, now), undoToken: 0 }
  const acts = changes.map(({ id }): Act => ({ action: 'check.begin', recordId: id }))
  return written(session, ids, changes, acts)
}

/**
 * Records the result of one item for some checks of a pass, with the tasks that its findings become.
 *
 * @throws VaultError `record-not-found`; `invalid-value` when a check is finished or the guide has no such item.
 */
export function recordItem(
  session: Session,
  ids: readonly RecordId[],
  forIds: readonly RecordId[],
  given: ItemResult,
): CheckChange {
  const { ledger } = session.open()
  const step = quarterly.steps.find(({ id }) => id === given.itemId)
  if (step === undefined) throw invalidValue('itemId', 'not-allowed')
  const findings = given.findings.map((id): Finding => {
    const found = step.findings?.find((one) => one.id === id)
    if (found === undefined) throw invalidValue('findings', 'not-allowed')
    return found
  })
  if (findings.length > 0 && given.result !== 'problem') {
    throw invalidValue('result', 'not-allowed')
  }
  requireChecks(ledger, ids)
  const now = session.now()
  const checks = requireChecks(ledger, forIds)
  const changes = checks.flatMap((check) => {
    requireOpen(check)
    const items = [
      ...check.data.items.filter((item) => item.itemId !== step.id),
      itemOf(given, now),
    ]
    return [
      checkWrite(check, { ...check.data, items }, now),
      ...findingTasks(ledger, check, step, findings, now),
      ...serviceStatusChange(ledger, check, step.id, findings, given.result, now),
    ]
  })
  const facts = { item: step.id, result: given.result }
  const acts = checks.map(({ id }): Act => ({ action: 'check.item', recordId: id, facts }))
  return written(session, ids, oncePerRecord(changes), acts)
}

/** @throws VaultError `invalid-value` (field `items`, code `required`) while an item has no result. */
export function finishChecks(
  session: Session,
  ids: readonly RecordId[],
  notes: string | undefined,
): CheckChange {
  const { ledger } = session.open()
  const now = session.now()
  const checks = requireChecks(ledger, ids)
  const changes = checks.map((check) => {
    requireOpen(check)
    if (openItems(check).length > 0) throw invalidValue('items', 'required')
    const data: Check = { ...check.data, finishedOn: dayOf(now) }
    if (notes !== undefined && notes !== '') data.notes = notes
    return checkWrite(check, data, now)
  })
  const acts = checks.map((check): Act => {
    const problems = check.data.items.filter((item) => item.result === 'problem').length
    return { action: 'check.finish', recordId: check.id, facts: { problems } }
  })
  return written(session, ids, changes, acts)
}

/** Gives up checks that are not finished, with the tasks that only they opened. */
export function discardChecks(session: Session, ids: readonly RecordId[]): { undoToken: number } {
  const { ledger } = session.open()
  const checks = requireChecks(ledger, ids)
  for (const check of checks) requireOpen(check)
  const tasks = checks.flatMap((check) => openTasksOf(ledger, check.id))
  const changes = [...tasks, ...checks].map(({ id }): LedgerChange => ({ type: 'delete', id }))
  const acts = checks.map(({ id }): Act => ({ action: 'check.discard', recordId: id }))
  return writeRecords(session, changes, acts)
}

function openTasksOf(store: RecordStore, checkId: RecordId): LedgerRecord<'task'>[] {
  return usersOf(store, checkId, 'task').filter(({ data }) => data.doneOn === undefined)
}

/** Writes what a pass changes, and reads the pass again. */
export function written(
  session: Session,
  ids: readonly RecordId[],
  changes: readonly LedgerChange[],
  acts: readonly Act[],
): CheckChange {
  const { undoToken } = writeRecords(session, changes, acts)
  return { pass: checkPass(session.open(), ids, session.now()), undoToken }
}

function itemOf(given: ItemResult, now: number): CheckItem {
  const item: CheckItem = {
    itemId: given.itemId,
    result: given.result,
    documentIds: [...(given.documentIds ?? [])],
    checkedAt: now,
  }
  if (given.found !== undefined) item.found = given.found
  if (given.note !== undefined && given.note !== '') item.note = given.note
  return item
}

function checkWrite(check: LedgerRecord<'check'>, data: Check, now: number): LedgerChange {
  const overview: RecordOverview = { ...overviewOf(check), kind: 'check', data, updatedAt: now }
  return { type: 'put', id: check.id, overview, expectedRevision: check.revision }
}

/** Two checks of one entity may change the same record. */
function oncePerRecord(changes: readonly LedgerChange[]): LedgerChange[] {
  return [...new Map(changes.map((change) => [change.id, change])).values()]
}

function requireOpen({ data }: LedgerRecord<'check'>): void {
  if (data.finishedOn !== undefined) throw invalidValue('finishedOn', 'not-allowed')
}
