import { dayOf } from '../../shared/calendar-day.ts'
import type { FilledLetter, LetterLine, LetterView } from '../../shared/letters/filled-letter.ts'
import { letterState } from '../../shared/letters/letter-rules.ts'
import type { LedgerRecord } from '../../shared/records/record.ts'
import { recordTitle } from '../../shared/records/record-title.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { liveRecord, liveRecords, recordOf, usersOf } from '../ledger/store.ts'
import type { Session } from '../session.ts'
import { fillLetter } from './fill.ts'
import { type LetterContext, letterContext } from './letter-context.ts'
import { missingBlanks, sealedBlanks } from './missing.ts'
import { letterNotices } from './notices.ts'

/** Everything a screen shows of a letter. */
export function letterView(session: Session, record: LedgerRecord<'letter'>): LetterView {
  const { ledger } = session.open()
  const today = dayOf(session.now())
  const context = letterContext(ledger, record.data, today)
  const { template, variant, people, transferee, entity, recoveryCase } = context
  const isSigned = record.data.signedOn !== undefined
  const letter = paperOf(context)
  const missing = isSigned ? [] : missingBlanks(context, letter)
  const document = recordOf(ledger, 'document', record.data.documentId)
  return {
    record: withoutText(record),
    state: letterState(record.data, today),
    letter,
    entityName: entity?.data.name ?? '',
    signer: context.signer,
    variants: template.variants.map(({ id, label }) => ({ id, label })),
    roles: template.roles.map(({ id, label }) => {
      const contactId = people.get(id)?.id
      return { id, label, ...(contactId === undefined ? {} : { contactId }) }
    }),
    hasTransferee: template.blocks.some(({ key }) => key === 'transferee'),
    missing,
    sealedCount: isSigned ? 0 : sealedBlanks(letter).length,
    notices: letterNotices(context, missing),
    replaces: isSigned ? [] : replacedBy(ledger, record, context),
    ...(variant === undefined ? {} : { variant }),
    ...(template.provider === undefined ? {} : { provider: template.provider }),
    ...(template.validity === undefined ? {} : { validity: template.validity }),
    ...(transferee === undefined ? {} : { transfereeId: transferee.id }),
    ...(recoveryCase === undefined ? {} : { caseTitle: recordTitle(recoveryCase) }),
    ...(document === undefined ? {} : { documentTitle: recordTitle(document) }),
  }
}

/** The letter's text: as it was signed, else as ledger and person have it now. */
export function paperOf(context: LetterContext): FilledLetter {
  const { signedText } = context.letter
  // `as`: written by `signLetter` of this app and authenticated by the vault.
  return signedText === undefined ? fillLetter(context) : (JSON.parse(signedText) as FilledLetter)
}

export function letterLines(session: Session): LetterLine[] {
  const { ledger } = session.open()
  const today = dayOf(session.now())
  return [...liveRecords(ledger, 'letter')]
    .sort((a, b) => b.updatedAt - a.updatedAt)
    .map(({ id, data, updatedAt }): LetterLine => {
      const people = data.contactIds.flatMap(
        (contactId) => recordOf(ledger, 'contact', contactId)?.data ?? [],
      )
      return {
        id,
        kind: data.kind,
        title: data.title,
        entityId: data.entityId,
        entityName: recordOf(ledger, 'entity', data.entityId)?.data.name ?? '',
        people: people.map(({ name }) => name),
        state: letterState(data, today),
        writtenOn: data.writtenOn,
        hasScan: liveRecord(ledger, 'document', data.documentId) !== undefined,
        // Who hands over leaves most often; that is what the sheet is for.
        hasLeft:
          data.kind !== 'handover-sheet' &&
          people.some(({ leftOn }) => leftOn !== undefined && leftOn <= today),
        updatedAt,
        ...(data.validFromOn === undefined ? {} : { validFromOn: data.validFromOn }),
        ...(data.validUntilOn === undefined ? {} : { validUntilOn: data.validUntilOn }),
        ...(data.signedOn === undefined ? {} : { signedOn: data.signedOn }),
        ...(data.revokedOn === undefined ? {} : { revokedOn: data.revokedOn }),
        ...(data.caseId === undefined ? {} : { caseId: data.caseId }),
      }
    })
}

/** The signed text is in the view already, opened. */
function withoutText(record: LedgerRecord<'letter'>): LedgerRecord<'letter'> {
  const { signedText: _text, ...data } = record.data
  return { ...record, data }
}

/** One standing authorisation of an entity is enough: a new one ends those before it. */
function replacedBy(
  ledger: Ledger,
  record: LedgerRecord<'letter'>,
  { entity }: LetterContext,
): LetterView['replaces'] {
  if (record.data.kind !== 'standing-authorization' || entity === undefined) return []
  return usersOf(ledger, entity.id, 'letter')
    .filter(
      ({ id, data }) =>
        id !== record.id &&
        data.kind === record.data.kind &&
        data.signedOn !== undefined &&
        data.revokedOn === undefined,
    )
    .map(({ id, data: { title, validUntilOn } }) =>
      validUntilOn === undefined ? { id, title } : { id, title, validUntilOn },
    )
}
