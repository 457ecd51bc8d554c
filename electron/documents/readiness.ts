import type { CalendarDay } from '../../shared/calendar-day.ts'
import { daysBetween } from '../../shared/calendar-day.ts'
import type { MaterialNeed, SealNeed } from '../../shared/guides/guide.ts'
import { isSideMissing } from '../../shared/paper.ts'
import type { Readiness, ReadinessReason } from '../../shared/readiness.ts'
import type { Document } from '../../shared/records/document.ts'
import type { LedgerRecord } from '../../shared/records/record.ts'
import type { RecordStore } from '../ledger/store.ts'
import { usersOf } from '../ledger/store.ts'
import type { RecordId } from '../vault/vault.ts'

/** A paper that ends within so many days is still good, and worth a word. */
const EXPIRES_SOON_DAYS = 30

/** Whose papers are looked for. A paper fits when it names one of these and nobody else. */
export type Holder = {
  entityId?: RecordId | undefined
  /** The people the paper may be of, such as the responsible person for an ID card. */
  contactIds?: readonly RecordId[]
  serviceIds?: readonly RecordId[]
  domainIds?: readonly RecordId[]
}

/** What a need asks of a paper; guides and letters both can say it. */
export type PaperNeed = Pick<MaterialNeed, 'documents' | 'seal' | 'form'>

type Candidate = { record: LedgerRecord<'document'>; readiness: Omit<Readiness, 'otherIds'> }

/** The paper of 资料 that serves a need best, and what is still to be done about it. */
export function readinessOf(
  store: RecordStore,
  need: PaperNeed,
  holder: Holder,
  today: CalendarDay,
): Readiness {
  const candidates: Candidate[] = []
  for (const record of papersNaming(store, holder)) {
    if (!need.documents.includes(record.data.kind) || !belongsTo(record.data, holder)) continue
    candidates.push({ record, readiness: judge(record, need, holder, today) })
  }
  candidates.sort((a, b) => compareCandidates(a, b, need))
  const [best, ...others] = candidates
  if (best === undefined) return { state: 'missing', reasons: ['no-document'], otherIds: [] }
  return { ...best.readiness, otherIds: others.map(({ record }) => record.id) }
}

/** By the links of the store: a case must not look through five thousand papers for each of its materials. */
function papersNaming(store: RecordStore, holder: Holder): Set<LedgerRecord<'document'>> {
  const { entityId, contactIds = [], serviceIds = [], domainIds = [] } = holder
  const ids = [...(entityId === undefined ? [] : [entityId]), ...contactIds]
  const all = [...ids, ...serviceIds, ...domainIds]
  return new Set(all.flatMap((id) => usersOf(store, id, 'document')))
}

/** How one paper stands towards a need; for a paper that a person chose. */
export function readinessOfDocument(
  record: LedgerRecord<'document'>,
  need: PaperNeed,
  holder: Holder,
  today: CalendarDay,
): Readiness {
  return { ...judge(record, need, holder, today), otherIds: [] }
}

function judge(
  { id, data }: LedgerRecord<'document'>,
  need: PaperNeed,
  holder: Holder,
  today: CalendarDay,
): Omit<Readiness, 'otherIds'> {
  const found = (state: Readiness['state'], ...reasons: ReadinessReason[]) => ({
    state,
    documentId: id,
    reasons: [...reasons, ...remarks(data, need, holder, today)],
  })
  const { validUntilOn, paperPlace } = data
  if (validUntilOn !== undefined && validUntilOn < today) return found('expired', 'expired')
  if (need.form === 'original' && paperPlace === undefined) {
    return found('missing', 'original-not-located')
  }
  const isHalf = need.form === 'copy' && paperPlace === undefined && isSideMissing(data)
  if (isHalf) return found('missing', 'side-missing')
  return found(...sealStateOf(data, need.seal))
}

/** What is good to know of a paper that is not kept back by it. */
function remarks(
  data: Document,
  { form }: PaperNeed,
  { contactIds = [] }: Holder,
  today: CalendarDay,
): ReadinessReason[] {
  const reasons: ReadinessReason[] = []
  const { validUntilOn, files, kind, contactId } = data
  const daysLeft = validUntilOn === undefined ? undefined : daysBetween(today, validUntilOn)
  if (daysLeft !== undefined && daysLeft >= 0 && daysLeft <= EXPIRES_SOON_DAYS) {
    reasons.push('expires-soon')
  }
  if (files.length === 0 && form === 'copy') reasons.push('no-scan')
  if (kind === 'id-card' && contactId === undefined && contactIds.length > 0) {
    reasons.push('holder-unclear')
  }
  return reasons
}

function sealStateOf(
  { kind, sealState }: Document,
  need: SealNeed,
): [state: Readiness['state'], ...reasons: ReadinessReason[]] {
  const isSealed = sealState === 'sealed' || sealState === 'sealed-and-signed'
  switch (need) {
    case 'none':
      return ['have']
    case 'notary':
      return kind === 'notarial-certificate' ? ['sealed'] : ['needs-seal', 'notary-missing']
    case 'signature':
      return sealState === 'sealed-and-signed'
        ? ['sealed']
        : ['needs-signature', 'signature-missing']
    case 'seal':
      return isSealed ? ['sealed'] : ['needs-seal', 'seal-missing']
    case 'seal-and-legal-representative':
    case 'seal-legal-representative-and-agent':
    case 'both-parties-seal-and-legal-representatives':
      if (sealState === 'sealed-and-signed') return ['sealed']
      return isSealed
        ? ['needs-signature', 'signature-missing']
        : ['needs-seal', 'seal-missing', 'signature-missing']
  }
}

/** Named by one of the holders, and by none that is somebody else's. */
function belongsTo(data: Document, holder: Holder): boolean {
  const { entityId, contactIds = [], serviceIds = [], domainIds = [] } = holder
  const ties = [
    tie(data.entityId, entityId === undefined ? [] : [entityId]),
    tie(data.contactId, contactIds),
    tie(data.serviceId, serviceIds),
    tie(data.domainId, domainIds),
  ]
  return ties.includes('ours') && !ties.includes('others')
}

/** A paper of a domain is the entity's too, where nobody asked for one domain only. */
function tie(named: RecordId | undefined, asked: readonly RecordId[]): 'ours' | 'others' | 'open' {
  if (named === undefined || asked.length === 0) return 'open'
  return asked.includes(named) ? 'ours' : 'others'
}

const STATE_ORDER: readonly Readiness['state'][] = [
  'sealed',
  'have',
  'needs-signature',
  'needs-seal',
  'missing',
  'expired',
]

/** By state, then the kind the guide names first, then the paper that lasts longest, then the newest. */
function compareCandidates(a: Candidate, b: Candidate, { documents }: PaperNeed): number {
  const [first, second] = [a.record, b.record]
  return (
    STATE_ORDER.indexOf(a.readiness.state) - STATE_ORDER.indexOf(b.readiness.state) ||
    a.readiness.reasons.length - b.readiness.reasons.length ||
    documents.indexOf(first.data.kind) - documents.indexOf(second.data.kind) ||
    compareDays(second.data.validUntilOn ?? '9', first.data.validUntilOn ?? '9') ||
    compareDays(second.data.issuedOn ?? '', first.data.issuedOn ?? '') ||
    second.createdAt - first.createdAt
  )
}

function compareDays(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
