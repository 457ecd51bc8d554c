import type { GuideAdditionView } from '../../shared/case-view.ts'
import { VaultError } from '../../shared/errors.ts'
import { guideOf } from '../../shared/guides/guide-list.ts'
import { GuideAddition } from '../../shared/records/guide-addition.ts'
import { invalidValue } from '../ledger/invalid-value.ts'
import { newRecordId, overviewOf, requireLive } from '../ledger/store.ts'
import { writeRecords } from '../ledger/write.ts'
import type { Session } from '../session.ts'
import type { RecordId } from '../vault/vault.ts'
import { additionView } from './additions.ts'
import { filled, notInGuide } from './change.ts'
import { ruleOf } from './clocks.ts'

export type AdditionInput = {
  id?: RecordId | undefined
  expectedRevision?: number | undefined
  guideId: string
  stepId?: string | undefined
  clockId?: string | undefined
  providerId?: RecordId | undefined
  province?: string | undefined
  note?: string | undefined
  from?: number | undefined
  to?: number | undefined
  source?: string | undefined
  verifiedOn?: string | undefined
}

/**
 * Keeps what a person adds to a shipped guide, which itself stays intact: a note, or how long a bureau or
 * provider takes.
 *
 * @throws VaultError `invalid-value` (fields `note`, `from`, `to`, `clockId`), `record-not-found`,
 * `record-changed-meanwhile`
 */
export function saveAddition(
  session: Session,
  { id, expectedRevision, ...input }: AdditionInput,
): { addition: GuideAdditionView; undoToken: number } {
  const { ledger } = session.open()
  const before = id === undefined ? undefined : requireLive(ledger, 'guide-addition', id)
  if (before !== undefined && (expectedRevision ?? before.revision) !== before.revision) {
    throw new VaultError('record-changed-meanwhile', 'the addition was changed by another save')
  }
  requireKnown(input)
  if (input.providerId !== undefined) requireLive(ledger, 'provider', input.providerId)
  const note = filled(input.note)
  const { clockId, from, to } = input
  if ((from === undefined) !== (to === undefined)) {
    throw invalidValue(from === undefined ? 'from' : 'to', 'required')
  }
  if (from !== undefined && to !== undefined && from > to) throw invalidValue('to', 'not-allowed')
  if (from !== undefined && clockId === undefined) throw invalidValue('clockId', 'required')
  if (note === undefined && from === undefined) throw invalidValue('note', 'required')
  const told = Object.entries({ ...input, note }).filter(([, value]) => value !== undefined)
  const parsed = GuideAddition.safeParse(Object.fromEntries(told))
  if (!parsed.success) {
    throw invalidValue(String(parsed.error.issues[0]?.path[0] ?? ''), 'not-allowed')
  }
  const now = session.now()
  const recordId = before?.id ?? newRecordId()
  const { undoToken } = writeRecords(
    session,
    [
      {
        type: 'put',
        id: recordId,
        expectedRevision: before?.revision ?? 0,
        overview: {
          kind: 'guide-addition',
          data: parsed.data,
          createdAt: before?.createdAt ?? now,
          updatedAt: now,
        },
      },
    ],
    [{ action: 'guide.addition', recordId, facts: { guide: codeOf(input.guideId) } }],
  )
  const saved = requireLive(ledger, 'guide-addition', recordId)
  return { addition: additionView(ledger, saved), undoToken }
}

/** @throws VaultError `record-not-found` */
export function removeAddition(session: Session, id: RecordId): { undoToken: number } {
  const addition = requireLive(session.open().ledger, 'guide-addition', id)
  return writeRecords(
    session,
    [
      {
        type: 'put',
        id,
        expectedRevision: addition.revision,
        overview: { ...overviewOf(addition), trashedAt: session.now() },
      },
    ],
    [
      {
        action: 'guide.addition-removed',
        recordId: id,
        facts: { guide: codeOf(addition.data.guideId) },
      },
    ],
  )
}

function codeOf(guideId: string): string {
  return guideOf(guideId)?.code ?? guideId
}

function requireKnown({ guideId, stepId, clockId }: AdditionInput): void {
  const guide = guideOf(guideId)
  if (guide === undefined) throw notInGuide('guide')
  const isStep = stepId === undefined || guide.steps.some((step) => step.id === stepId)
  if (!isStep) throw notInGuide('step')
  if (clockId === undefined) return
  const rule = ruleOf(guide, clockId)
  if (rule === undefined) throw notInGuide('clock')
  // A deadline of the law is nobody's to change.
  if (!rule.isOverridable) throw invalidValue('clockId', 'not-allowed')
}
