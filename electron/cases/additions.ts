import type { GuideAdditionView } from '../../shared/case-view.ts'
import type { ClockRule } from '../../shared/guides/guide.ts'
import type { LedgerRecord } from '../../shared/records/record.ts'
import type { RecordStore } from '../ledger/store.ts'
import { liveRecords, oldestFirst, recordOf } from '../ledger/store.ts'
import type { RecordId } from '../vault/vault.ts'

/** Of whom an addition may be true: a case's provider or bureau, and the province of its number. */
export type Office = { providerId?: RecordId | undefined; province?: string | undefined }

export type Override = {
  addition: LedgerRecord<'guide-addition'>
  scope: 'provider' | 'province' | 'all'
  from: number
  to: number
}

/** The figures of this vault that stand in place of a clock's own: the provider's, else the province's, else those for all. */
export function overrideOf(
  store: RecordStore,
  guideId: string,
  rule: ClockRule,
  office: Office,
): Override | undefined {
  if (!rule.isOverridable) return undefined
  let best: (Override & { score: number }) | undefined
  for (const addition of liveRecords(store, 'guide-addition')) {
    const { data } = addition
    if (data.guideId !== guideId || data.clockId !== rule.id) continue
    const { from, to } = data
    if (from === undefined || to === undefined || !isTrueOf(data, office)) continue
    const score = (data.providerId === undefined ? 0 : 2) + (data.province === undefined ? 0 : 1)
    if (best !== undefined && best.score > score) continue
    // Of two alike the newer counts.
    if (best?.score === score && best.addition.createdAt > addition.createdAt) continue
    const scope =
      data.providerId !== undefined ? 'provider' : data.province !== undefined ? 'province' : 'all'
    best = { addition, scope, from, to, score }
  }
  return best
}

/** What people of this vault added, oldest first. */
export function additionsOf(store: RecordStore, guideId?: string): GuideAdditionView[] {
  const found = [...liveRecords(store, 'guide-addition')].filter(
    ({ data }) => guideId === undefined || data.guideId === guideId,
  )
  return oldestFirst(found).map((addition) => additionView(store, addition))
}

/** Those that are true of an office and hold a note: the ones a guide shows. */
export function notesFor(
  additions: readonly GuideAdditionView[],
  office: Office,
): GuideAdditionView[] {
  return additions.filter((one) => (one.note ?? '') !== '' && isTrueOf(one, office))
}

export function additionView(
  store: RecordStore,
  { id, revision, data }: LedgerRecord<'guide-addition'>,
): GuideAdditionView {
  const providerName = recordOf(store, 'provider', data.providerId)?.data.name
  return { ...data, id, revision, ...(providerName === undefined ? {} : { providerName }) }
}

function isTrueOf(
  { providerId, province }: { providerId?: RecordId | undefined; province?: string | undefined },
  office: Office,
): boolean {
  if (providerId !== undefined && providerId !== office.providerId) return false
  return province === undefined || province === office.province
}
