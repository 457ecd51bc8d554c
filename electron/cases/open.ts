import type { CaseChange } from '../../shared/case-view.ts'
import { guideOf } from '../../shared/guides/guide-list.ts'
import type { RecoveryCase } from '../../shared/records/recovery-case.ts'
import { invalidValue } from '../ledger/invalid-value.ts'
import type { RecordStore } from '../ledger/store.ts'
import { newRecordId, requireLive } from '../ledger/store.ts'
import { writeRecords } from '../ledger/write.ts'
import type { Session } from '../session.ts'
import type { RecordId } from '../vault/vault.ts'
import type { CaseEdit } from './change.ts'
import { changeCase, checkedCase, filled, momentOf, notInGuide, readCase } from './change.ts'
import type { Answers } from './triage.ts'
import type { Scope } from './triage-facts.ts'

/**
 * Opens a case on the way that was chosen.
 *
 * @throws VaultError `record-not-found` for anything that is gone, `invalid-value` for services of another entity.
 */
export function openCase(
  session: Session,
  input: Scope & { answers: Answers; guideId: string; title?: string | undefined },
): CaseChange {
  const { ledger } = session.open()
  const { now, today } = momentOf(session)
  const { entityId, serviceIds, credentialIds, providerId, guideId } = input
  const entity = requireLive(ledger, 'entity', entityId)
  requireGuide(guideId)
  requireScope(ledger, input)
  const first = credentialIds[0]
  const lost = first === undefined ? undefined : requireLive(ledger, 'credential', first)
  const data: RecoveryCase = {
    number: nextNumber(ledger, today),
    title: filled(input.title) ?? lost?.data.label ?? `${entity.data.name} 备案密码`,
    entityId,
    serviceIds: [...new Set(serviceIds)],
    credentialIds: [...new Set(credentialIds)],
    guideId,
    guideChanges: [],
    reopenedCount: 0,
    answers: { ...input.answers },
    openedOn: today,
    steps: [],
    materials: [],
    log: [],
    clocks: [],
    registrations: [],
  }
  if (providerId !== undefined) data.providerId = providerId
  const id = newRecordId()
  const { undoToken } = writeRecords(
    session,
    [
      {
        type: 'put',
        id,
        expectedRevision: 0,
        overview: { kind: 'case', data: checkedCase(data), createdAt: now, updatedAt: now },
      },
    ],
    [{ action: 'case.open', recordId: id, facts: { guide: guideOf(guideId)?.code ?? guideId } }],
  )
  return { case: readCase(session, id), undoToken }
}

export type CaseChanges = {
  id: RecordId
  title?: string | undefined
  serviceIds?: readonly RecordId[] | undefined
  credentialIds?: readonly RecordId[] | undefined
  providerId?: RecordId | null | undefined
  lessons?: string | undefined
}

/** Title, scope, lessons; what is absent stays. Lessons are learnt after the end too. */
export function changeCaseScope(session: Session, input: CaseChanges): CaseChange {
  const { id, title, serviceIds, credentialIds, providerId, lessons } = input
  const isLessonsOnly = [title, serviceIds, credentialIds, providerId].every(
    (one) => one === undefined,
  )
  return changeCase(
    session,
    id,
    { action: 'case.change' },
    (before): CaseEdit => {
      const data: RecoveryCase = { ...before }
      if (title !== undefined) data.title = title
      if (serviceIds !== undefined) data.serviceIds = [...new Set(serviceIds)]
      if (credentialIds !== undefined) data.credentialIds = [...new Set(credentialIds)]
      // What the outcome waits for cannot be left out.
      const waitedFor = data.outcome?.credentialId
      if (waitedFor !== undefined && !data.credentialIds.includes(waitedFor)) {
        throw invalidValue('credentialIds', 'not-allowed')
      }
      if (providerId === null) delete data.providerId
      else if (providerId !== undefined) data.providerId = providerId
      if (lessons !== undefined) data.lessons = lessons
      if (!isLessonsOnly) requireScope(session.open().ledger, data)
      return { data }
    },
    { isClosedAllowed: isLessonsOnly },
  )
}

/** Another guide to follow; the quarterly check is none. */
export function requireGuide(guideId: string): void {
  const guide = guideOf(guideId)
  if (guide === undefined) throw notInGuide('guide')
  if (guide.kind === 'check') throw invalidValue('guideId', 'not-allowed')
}

function requireScope(store: RecordStore, scope: Scope): void {
  const { entityId, serviceIds, credentialIds, providerId } = scope
  for (const id of serviceIds) {
    const service = requireLive(store, 'service', id)
    if (service.data.entityId !== entityId) throw invalidValue('serviceIds', 'not-allowed')
  }
  for (const id of credentialIds) requireLive(store, 'credential', id)
  if (providerId !== undefined) requireLive(store, 'provider', providerId)
}

/** Year and serial within the vault, counted on over cases in the trash. */
function nextNumber(store: RecordStore, today: string): string {
  const year = today.slice(0, 4)
  let last = 0
  for (const { data } of store.kinds.case) {
    const [ofYear, serial] = data.number.split('-')
    if (ofYear === year) last = Math.max(last, Number(serial) || 0)
  }
  return `${year}-${String(last + 1).padStart(3, '0')}`
}
