import type { CaseChange } from '../../shared/case-view.ts'
import { guideOf } from '../../shared/guides/guide-list.ts'
import type {
  CaseMaterial,
  ContactLogEntry,
  MaterialState,
  RecoveryCase,
} from '../../shared/records/recovery-case.ts'
import { invalidValue } from '../ledger/invalid-value.ts'
import { newRecordId, requireLive } from '../ledger/store.ts'
import type { Session } from '../session.ts'
import type { RecordId } from '../vault/vault.ts'
import { registeredCredential } from './blocking.ts'
import { changeCase, filled, notInGuide, requireDocuments, toldMoment } from './change.ts'
import { stopClocks } from './clock-acts.ts'
import { hindrancesOf } from './hindrances.ts'
import { requireGuide } from './open.ts'
import { withRegistrationStep } from './registering.ts'

export type MaterialInput = {
  id: RecordId
  needId: string
  state?: MaterialState | null | undefined
  documentId?: RecordId | null | undefined
  letterId?: RecordId | null | undefined
  note?: string | null | undefined
}

/** What a person says of a material; absent keys stay, null takes away. */
export function setMaterial(session: Session, input: MaterialInput): CaseChange {
  const { id, needId, state, documentId, letterId, note } = input
  const { ledger } = session.open()
  if (typeof documentId === 'string') requireLive(ledger, 'document', documentId)
  if (typeof letterId === 'string') requireLive(ledger, 'letter', letterId)
  const act = ({ guideId }: RecoveryCase) => {
    const need = guideOf(guideId)?.materials.find((one) => one.id === needId)
    const facts = { material: need?.title.zh ?? needId, state: state ?? '' }
    return { action: 'case.material', facts }
  }
  return changeCase(session, id, act, (data) => {
    const { guideId } = data
    const isKnown = guideOf(guideId)?.materials.some((need) => need.id === needId)
    if (isKnown !== true) throw notInGuide('material')
    const isThis = (one: CaseMaterial) => one.guideId === guideId && one.needId === needId
    const merged = { guideId, needId, ...data.materials.find(isThis) }
    const told = { state, documentId, letterId, note }
    const changed = Object.fromEntries(
      Object.entries({ ...merged, ...withoutUndefined(told) }).filter(
        ([, value]) => value !== null,
      ),
    )
    // `as`: the schema looks at it before it is written.
    const material = changed as CaseMaterial
    return {
      data: { ...data, materials: [...data.materials.filter((one) => !isThis(one)), material] },
    }
  })
}

export type LogInput = {
  id: RecordId
  entryId?: RecordId | undefined
  on: string
  time?: string | undefined
  withWhom: string
  channel: string
  reference?: string | undefined
  said: string
  documentIds?: readonly RecordId[] | undefined
}

/** Adds a call, mail or visit to 沟通记录, or mends one; they stand in the order they happened. */
export function saveLogEntry(session: Session, input: LogInput): CaseChange {
  const { id, entryId, on, time, withWhom, channel, said } = input
  const facts = { on, with: withWhom }
  return changeCase(session, id, { action: 'case.log', facts }, (data, moment) => {
    if (entryId !== undefined) requireEntry(data, entryId)
    toldMoment({ doneOn: on, doneTime: time }, moment)
    const entry: ContactLogEntry = {
      id: entryId ?? newRecordId(),
      on,
      withWhom,
      channel,
      said,
      documentIds: requireDocuments(session, input.documentIds ?? []),
    }
    if (time !== undefined) entry.time = time
    const reference = filled(input.reference)
    if (reference !== undefined) entry.reference = reference
    const log = [...data.log.filter((one) => one.id !== entryId), entry]
    return { data: { ...data, log: log.sort(byTime) } }
  })
}

export function removeLogEntry(session: Session, id: RecordId, entryId: RecordId): CaseChange {
  return changeCase(session, id, { action: 'case.log-removed' }, (data) => {
    requireEntry(data, entryId)
    return { data: { ...data, log: data.log.filter((one) => one.id !== entryId) } }
  })
}

/**
 * Goes on with another guide. What was done stays; clocks of a way that is given up stop, those of a detour
 * (a trouble) and of what it leads out of go on.
 */
export function switchGuide(
  session: Session,
  id: RecordId,
  guideId: string,
  reason: string,
): CaseChange {
  requireGuide(guideId)
  return changeCase(
    session,
    id,
    { action: 'case.switch-guide', facts: { guide: guideOf(guideId)?.code ?? guideId, reason } },
    (data, moment) => {
      const { now, person } = moment
      const fromGuideId = data.guideId
      if (fromGuideId === guideId) throw invalidValue('guideId', 'not-allowed')
      const isDetour = [fromGuideId, guideId].some((one) => guideOf(one)?.kind === 'trouble')
      const clocks = isDetour
        ? data.clocks
        : stopClocks(data.clocks, (clock) => clock.guideId === fromGuideId, now)
      const change = { fromGuideId, toGuideId: guideId, at: now, reason, person }
      const moved = { ...data, guideId, clocks, guideChanges: [...data.guideChanges, change] }
      const registered = registeredCredential(moved)
      // What was registered under the guide before need not be registered again.
      return {
        data: registered === undefined ? moved : withRegistrationStep(moved, registered, moment),
      }
    },
  )
}

/**
 * Ends a case when nothing hinders, or with a reason.
 *
 * @throws VaultError `invalid-value` (field `reason`, code `required`) when something hinders.
 */
export function closeCase(
  session: Session,
  input: { id: RecordId; reason?: string | undefined; lessons?: string | undefined },
): CaseChange {
  const reason = filled(input.reason)
  const act = { action: 'case.close', facts: { reason: reason ?? '' } }
  return changeCase(session, input.id, act, (before, { now, today }) => {
    const hindering = hindrancesOf(session.open().ledger, before)
    if (hindering.length > 0 && reason === undefined) throw invalidValue('reason', 'required')
    const data: RecoveryCase = {
      ...before,
      closedOn: today,
      clocks: stopClocks(before.clocks, () => true, now),
    }
    if (reason !== undefined) data.closeReason = reason
    if (input.lessons !== undefined) data.lessons = input.lessons
    return { data }
  })
}

/** Takes a closed case up again; its clocks stay where they stopped. */
export function reopenCase(session: Session, id: RecordId, reason: string): CaseChange {
  return changeCase(
    session,
    id,
    { action: 'case.reopen', facts: { reason } },
    (before) => {
      if (before.closedOn === undefined) throw invalidValue('closedOn', 'not-allowed')
      const { closedOn: _on, closeReason: _reason, ...data } = before
      return { data: { ...data, reopenedCount: data.reopenedCount + 1 } }
    },
    { isClosedAllowed: true },
  )
}

function requireEntry({ log }: RecoveryCase, entryId: RecordId): void {
  if (!log.some((one) => one.id === entryId)) throw notInGuide('log entry')
}

function byTime(a: ContactLogEntry, b: ContactLogEntry): number {
  const [first, second] = [a, b].map(({ on, time }) => `${on} ${time ?? ''}`)
  if (first === second) return 0
  return (first ?? '') < (second ?? '') ? -1 : 1
}

function withoutUndefined(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}
