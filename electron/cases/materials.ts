import type { CalendarDay } from '../../shared/calendar-day.ts'
import { daysBetween } from '../../shared/calendar-day.ts'
import type { LetterReason, MaterialView } from '../../shared/case-view.ts'
import type { Guide, MaterialNeed } from '../../shared/guides/guide.ts'
import type { Readiness } from '../../shared/readiness.ts'
import type { LedgerRecord } from '../../shared/records/record.ts'
import type { MaterialState, RecoveryCase } from '../../shared/records/recovery-case.ts'
import type { Holder } from '../documents/readiness.ts'
import { readinessOf, readinessOfDocument } from '../documents/readiness.ts'
import type { RecordStore } from '../ledger/store.ts'
import { liveRecord, recordOf, usersOf } from '../ledger/store.ts'
import type { RecordId } from '../vault/vault.ts'
import {
  domainsOf,
  entityResponsible,
  peopleAs,
  serviceResponsible,
  servicesOf,
} from './filing-people.ts'

/** A letter should be dated the day it is handed in, or little before. */
const FRESH_LETTER_DAYS = 30

/** The materials a guide asks of a case, each with what is there and what is still to be done. */
export function materialViews(
  store: RecordStore,
  guide: Guide,
  data: RecoveryCase,
  caseId: RecordId,
  today: CalendarDay,
): MaterialView[] {
  return guide.materials.map((need) => {
    const stated = data.materials.find((one) => one.guideId === guide.id && one.needId === need.id)
    const holder = holderOf(store, need, data)
    const paper = liveRecord(store, 'document', stated?.documentId)
    const readiness =
      paper === undefined
        ? readinessOf(store, need, holder, today)
        : readinessOfDocument(paper, need, holder, today)
    const letters = lettersOf(store, need, data.entityId, caseId)
    const letter = liveRecord(store, 'letter', stated?.letterId) ?? letters[0]
    const found = stateOf(store, need, data, readiness, letter, today)
    const shown = shownPaper(store, found.documentId)
    const view: MaterialView = {
      guideId: guide.id,
      needId: need.id,
      title: need.title,
      seal: need.seal,
      form: need.form,
      isRequired: need.isRequired,
      documentKinds: [...need.documents],
      state: stated?.state ?? found.state,
      isStated: stated?.state !== undefined,
      reasons: found.reasons,
      otherDocuments: readiness.otherIds.map((id) => ({ id, title: titleOfPaper(store, id) })),
      otherLetters: letters
        .filter((one) => one.id !== found.letterId)
        .map((one) => letterLine(one)),
    }
    // Nobody can hand in what has ended, whatever was said of it before.
    if (found.state === 'expired' && stated?.state !== 'sent') view.state = 'expired'
    if (need.when !== undefined) view.when = need.when
    if (need.remark !== undefined) view.remark = need.remark
    if (need.letter !== undefined) view.letterKind = need.letter
    if (shown !== undefined) view.document = shown
    if (letter !== undefined && found.letterId === letter.id) view.letter = letterLine(letter)
    if (stated?.note !== undefined) view.note = stated.note
    return view
  })
}

type Found = {
  state: MaterialState
  reasons: MaterialView['reasons']
  documentId?: RecordId
  letterId?: RecordId
}

/** The paper, unless a letter written here is nearer to what is asked. */
function stateOf(
  store: RecordStore,
  need: MaterialNeed,
  data: RecoveryCase,
  readiness: Readiness,
  letter: LedgerRecord<'letter'> | undefined,
  today: CalendarDay,
): Found {
  const paper: Found = {
    state: readiness.state,
    reasons: [...readiness.reasons],
    ...(readiness.documentId === undefined ? {} : { documentId: readiness.documentId }),
  }
  const isReady = paper.state === 'have' || paper.state === 'sealed'
  if (!isReady && letter !== undefined)
    return { ...letterState(store, letter, today), letterId: letter.id }
  if (
    paper.state === 'missing' &&
    need.form === 'numbers-only' &&
    isNumberKept(store, need, data)
  ) {
    return { state: 'have', reasons: [] }
  }
  return paper
}

function letterState(
  store: RecordStore,
  { data }: LedgerRecord<'letter'>,
  today: CalendarDay,
): { state: MaterialState; reasons: LetterReason[] } {
  const reasons: LetterReason[] = []
  const { signedOn, revokedOn, validUntilOn, writtenOn, contactIds } = data
  if (revokedOn !== undefined && revokedOn <= today) reasons.push('letter-revoked')
  if (validUntilOn !== undefined && validUntilOn < today) reasons.push('letter-ended')
  const hasLeft = contactIds.some(
    (id) => (recordOf(store, 'contact', id)?.data.leftOn ?? '9') <= today,
  )
  if (hasLeft) reasons.push('letter-person-left')
  const isEnded = reasons.length > 0
  const isStanding = data.kind === 'standing-authorization'
  if (!isStanding && daysBetween(writtenOn, today) > FRESH_LETTER_DAYS) reasons.push('letter-dated')
  if (isEnded) return { state: 'expired', reasons }
  if (signedOn !== undefined) return { state: 'sealed', reasons }
  return { state: 'needs-seal', reasons: ['letter-not-signed', ...reasons] }
}

/** Letters of the kind: those of this case first, then the newest. */
function lettersOf(
  store: RecordStore,
  { letter }: MaterialNeed,
  entityId: RecordId,
  caseId: RecordId,
): LedgerRecord<'letter'>[] {
  if (letter === undefined) return []
  const isOwn = ({ data }: LedgerRecord<'letter'>) => (data.caseId === caseId ? 0 : 1)
  return usersOf(store, entityId, 'letter')
    .filter(({ data }) => data.kind === letter)
    .sort((a, b) => isOwn(a) - isOwn(b) || b.createdAt - a.createdAt)
}

/** Whose papers serve: the people by what the need is called. */
function holderOf(store: RecordStore, need: MaterialNeed, data: RecoveryCase): Holder {
  const services = servicesOf(store, data).map(({ id }) => id)
  const domains = domainsOf(store, data).map(({ id }) => id)
  return {
    entityId: data.entityId,
    contactIds: need.documents.includes('id-card') ? holdersOfId(store, need, data) : [],
    serviceIds: services,
    domainIds: domains,
  }
}

function holdersOfId(store: RecordStore, { id }: MaterialNeed, data: RecoveryCase): RecordId[] {
  if (id.includes('legal-representative')) {
    return peopleAs(store, data, 'legal-representative').map((person) => person.id)
  }
  if (!id.includes('responsible')) return []
  const people = [
    ...servicesOf(store, data).map((service) => serviceResponsible(store, data, service.id)),
    entityResponsible(store, data),
  ]
  return [...new Set(people.flatMap((person) => person?.id ?? []))]
}

/** Where only numbers are asked, the ledger may have them without any paper. */
function isNumberKept(store: RecordStore, need: MaterialNeed, data: RecoveryCase): boolean {
  if (need.documents.includes('id-card')) {
    return holdersOfId(store, need, data).some(
      (id) => recordOf(store, 'contact', id)?.hasSecret === true,
    )
  }
  if (!need.documents.includes('business-licence')) return false
  const entity = liveRecord(store, 'entity', data.entityId)
  return (entity?.data.creditCode ?? entity?.data.organizationCode) !== undefined
}

function shownPaper(
  store: RecordStore,
  id: RecordId | undefined,
): MaterialView['document'] | undefined {
  const paper = liveRecord(store, 'document', id)
  if (paper === undefined) return undefined
  const { title, validUntilOn, paperPlace } = paper.data
  return {
    id: paper.id,
    title,
    ...(validUntilOn === undefined ? {} : { validUntilOn }),
    ...(paperPlace === undefined ? {} : { paperPlace }),
  }
}

function titleOfPaper(store: RecordStore, id: RecordId): string {
  return recordOf(store, 'document', id)?.data.title ?? ''
}

function letterLine({ id, data }: LedgerRecord<'letter'>): MaterialView['otherLetters'][number] {
  const { title, signedOn } = data
  return { id, title, ...(signedOn === undefined ? {} : { signedOn }) }
}
