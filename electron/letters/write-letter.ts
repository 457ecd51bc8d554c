import { dayOf } from '../../shared/calendar-day.ts'
import type { CallInput } from '../../shared/contract.ts'
import { VaultError } from '../../shared/errors.ts'
import { blankOf } from '../../shared/letters/blanks.ts'
import { termEnd } from '../../shared/letters/letter-rules.ts'
import type { LetterTemplate } from '../../shared/letters/template.ts'
import { TEMPLATES } from '../../shared/letters/templates.ts'
import { Letter } from '../../shared/records/letter.ts'
import type { LedgerRecord } from '../../shared/records/record.ts'
import { invalidValue } from '../ledger/invalid-value.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { newRecordId, oldestFirst, recordOf, requireLive, usersOf } from '../ledger/store.ts'
import type { Act, LedgerChange } from '../ledger/write.ts'
import { writeRecords } from '../ledger/write.ts'
import type { Session } from '../session.ts'
import type { RecordId } from '../vault/vault.ts'
import { fillLetter } from './fill.ts'
import { CHOICE_KEYS, letterContext } from './letter-context.ts'

type Created = { id: RecordId; undoToken: number }

/**
 * Writes a new letter, filled with all that the ledger knows.
 *
 * @throws VaultError `record-not-found`, `invalid-value`
 */
export function createLetter(session: Session, input: CallInput<'letters.create'>): Created {
  const { ledger } = session.open()
  const { kind, entityId, caseId, contactId } = input
  const entity = requireLive(ledger, 'entity', entityId)
  const recoveryCase = caseId === undefined ? undefined : requireLive(ledger, 'case', caseId)
  const template = TEMPLATES[kind]
  const given = input.serviceIds ?? recoveryCase?.data.serviceIds ?? []
  const serviceIds = given.length > 0 ? given : servicesInUse(ledger, entityId)
  const providerId =
    input.providerId ??
    recoveryCase?.data.providerId ??
    (kind === 'standing-authorization' ? onlyProvider(ledger, serviceIds) : undefined)
  const person = contactId ?? usualContact(ledger, template, serviceIds)
  const today = dayOf(session.now())
  return add(session, {
    kind,
    title: `${entity.data.shortName ?? entity.data.name} ${template.title}`.slice(0, 200),
    entityId,
    serviceIds: [...serviceIds],
    contactIds: person === undefined ? [] : [person],
    values: {},
    writtenOn: today,
    ...(caseId === undefined ? {} : { caseId }),
    ...(template.provider === undefined || providerId === undefined ? {} : { providerId }),
    ...termFrom(template, today),
  })
}

/** The same letter with today's day and a new term, unsigned. People who have left are not named again. */
export function copyLetter(session: Session, id: RecordId): Created {
  const { ledger } = session.open()
  const { data } = requireLive(ledger, 'letter', id)
  const template = TEMPLATES[data.kind]
  const today = dayOf(session.now())
  const hasLeft = (contactId: RecordId) => {
    const leftOn = recordOf(ledger, 'contact', contactId)?.data.leftOn
    return leftOn !== undefined && leftOn <= today
  }
  const gone = data.contactIds.filter(hasLeft)
  const values = Object.entries(data.values).filter(([, value]) => !gone.includes(value))
  const { kind, title, entityId, serviceIds, caseId, providerId } = data
  return add(session, {
    kind,
    title,
    entityId,
    serviceIds,
    contactIds: data.contactIds.filter((contactId) => !gone.includes(contactId)),
    values: Object.fromEntries(values),
    writtenOn: today,
    ...(caseId === undefined ? {} : { caseId }),
    ...(providerId === undefined ? {} : { providerId }),
    ...termFrom(template, today),
  })
}

/**
 * Changes a letter that is not signed.
 *
 * @throws VaultError `record-changed-meanwhile`; `invalid-value` with `letter-signed`, `validity-reversed`
 * or `validity-too-long`
 */
export function saveLetter(
  session: Session,
  input: CallInput<'letters.save'>,
): { undoToken: number } {
  const { ledger } = session.open()
  const record = requireLive(ledger, 'letter', input.id)
  if ((input.expectedRevision ?? record.revision) !== record.revision) {
    throw new VaultError('record-changed-meanwhile', 'the letter was changed by another save')
  }
  if (record.data.signedOn !== undefined || record.data.revokedOn !== undefined) {
    throw invalidValue('signedOn', 'letter-signed')
  }
  const { id: _id, expectedRevision: _revision, values, ...fields } = input
  const merged: Record<string, unknown> = { ...record.data, ...fields }
  for (const [name, value] of Object.entries(merged)) if (value === null) delete merged[name]
  const typed = mergedValues(record.data.values, values ?? {})
  merged['values'] = typed
  merged['contactIds'] = namedPeople(ledger, record.data, typed)
  const data = parsed(merged)
  requireTerm(data, TEMPLATES[data.kind])
  return put(session, record, data, 'letter.update')
}

/** The paper was sealed and signed: its text is kept as it is now. */
export function signLetter(
  session: Session,
  { id, signedOn, documentId, revokeIds }: CallInput<'letters.sign'>,
): { undoToken: number } {
  const { ledger } = session.open()
  const today = dayOf(session.now())
  const record = requireLive(ledger, 'letter', id)
  if (record.data.signedOn !== undefined) throw invalidValue('signedOn', 'letter-signed')
  if (signedOn > today) throw invalidValue('signedOn', 'date-in-future')
  requireTerm(record.data, TEMPLATES[record.data.kind])
  if (documentId !== undefined) requireLive(ledger, 'document', documentId)
  const letter = fillLetter(letterContext(ledger, record.data, today))
  const data = parsed({
    ...record.data,
    signedOn,
    signedText: JSON.stringify(letter),
    ...(documentId === undefined ? {} : { documentId }),
  })
  const replaced = revokeIds.map((other) => {
    const before = requireLive(ledger, 'letter', other)
    return { record: before, data: { ...before.data, revokedOn: signedOn } }
  })
  return writeLetters(session, [
    { record, data, action: 'letter.sign' },
    ...replaced.map((one) => ({ ...one, action: 'letter.revoke' })),
  ])
}

export function linkScan(
  session: Session,
  { id, documentId }: CallInput<'letters.linkScan'>,
): { undoToken: number } {
  const { ledger } = session.open()
  const record = requireLive(ledger, 'letter', id)
  if (documentId !== null) requireLive(ledger, 'document', documentId)
  const { documentId: _before, ...rest } = record.data
  const data = documentId === null ? rest : { ...rest, documentId }
  return put(session, record, data, 'letter.link-scan')
}

export function reopenLetter(session: Session, id: RecordId): { undoToken: number } {
  const record = requireLive(session.open().ledger, 'letter', id)
  const { signedOn: _day, signedText: _text, revokedOn: _revoked, ...data } = record.data
  return put(session, record, data, 'letter.reopen')
}

export function revokeLetter(
  session: Session,
  { id, revokedOn }: CallInput<'letters.revoke'>,
): { undoToken: number } {
  const record = requireLive(session.open().ledger, 'letter', id)
  if (revokedOn > dayOf(session.now())) throw invalidValue('revokedOn', 'date-in-future')
  return put(session, record, { ...record.data, revokedOn }, 'letter.revoke')
}

function add(session: Session, draft: Letter): Created {
  const id = newRecordId()
  const now = session.now()
  const overview = { kind: 'letter' as const, data: parsed(draft), createdAt: now, updatedAt: now }
  const act: Act = { action: 'letter.create', recordId: id, facts: { kind: draft.kind } }
  const { undoToken } = writeRecords(
    session,
    [{ type: 'put', id, overview, expectedRevision: 0 }],
    [act],
  )
  return { id, undoToken }
}

type Change = { record: LedgerRecord<'letter'>; data: Letter; action: string }

function put(
  session: Session,
  record: LedgerRecord<'letter'>,
  data: Letter,
  action: string,
): { undoToken: number } {
  return writeLetters(session, [{ record, data, action }])
}

/** A change of a letter ends its snooze: what was put off is another matter now. */
function writeLetters(session: Session, letters: readonly Change[]): { undoToken: number } {
  const updatedAt = session.now()
  const changes = letters.map(({ record, data }): LedgerChange => {
    const { snoozedUntilOn: _until, snoozeReason: _reason, ...rest } = data
    return {
      type: 'put',
      id: record.id,
      overview: { kind: 'letter', data: rest, createdAt: record.createdAt, updatedAt },
      expectedRevision: record.revision,
    }
  })
  const acts = letters.map(
    ({ record, action }): Act => ({
      action,
      recordId: record.id,
      facts: { kind: record.data.kind },
    }),
  )
  return writeRecords(session, changes, acts)
}

/** Takes in what was typed. An ID number has no place in a letter's record: it is sealed with its person. */
function mergedValues(
  before: Letter['values'],
  changes: Readonly<Record<string, string | null>>,
): Letter['values'] {
  const values = { ...before }
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || blankOf(name)?.isSecret === true) delete values[name]
    else values[name] = value
  }
  return values
}

/** Everybody named by a role; the first role's person stands first. */
function namedPeople(ledger: Ledger, before: Letter, values: Letter['values']): RecordId[] {
  const ids = TEMPLATES[before.kind].roles.flatMap(({ id }, index) => {
    const chosen = values[CHOICE_KEYS.role(id)] ?? (index === 0 ? before.contactIds[0] : undefined)
    return recordOf(ledger, 'contact', chosen) === undefined ? [] : (chosen ?? [])
  })
  return [...new Set(ids)]
}

/** @throws VaultError `invalid-value` when the term runs backwards or is longer than this kind may hold. */
function requireTerm({ validFromOn, validUntilOn }: Letter, { validity }: LetterTemplate): void {
  if (validFromOn === undefined || validUntilOn === undefined) return
  if (validUntilOn < validFromOn) throw invalidValue('validUntilOn', 'validity-reversed')
  const longest = validity?.longestMonths
  if (longest !== undefined && validUntilOn > termEnd(validFromOn, longest)) {
    throw invalidValue('validUntilOn', 'validity-too-long')
  }
}

function parsed(data: unknown): Letter {
  const result = Letter.safeParse(data)
  if (result.success) return result.data
  throw invalidValue(String(result.error.issues[0]?.path[0] ?? ''), 'not-allowed')
}

function termFrom({ validity }: LetterTemplate, today: string) {
  if (validity === undefined) return {}
  return { validFromOn: today, validUntilOn: termEnd(today, validity.months) }
}

/** `…号-2` before `…号-10`. */
const byNumber = new Intl.Collator('zh-CN', { numeric: true })

function servicesInUse(ledger: Ledger, entityId: RecordId): RecordId[] {
  return oldestFirst(usersOf(ledger, entityId, 'service'))
    .filter(({ data }) => data.status !== 'cancelled')
    .sort((a, b) => byNumber.compare(a.data.filingNumber ?? '', b.data.filingNumber ?? ''))
    .map(({ id }) => id)
    .slice(0, 500)
}

/** The access provider of all these services, where they share one. */
function onlyProvider(ledger: Ledger, serviceIds: readonly RecordId[]): RecordId | undefined {
  const ids = new Set(
    serviceIds.flatMap((id) => recordOf(ledger, 'service', id)?.data.providerIds ?? []),
  )
  return ids.size === 1 ? [...ids][0] : undefined
}

/** Who answers for the services is asked back; who gets power is never guessed. */
function usualContact(
  ledger: Ledger,
  { roles }: LetterTemplate,
  serviceIds: readonly RecordId[],
): RecordId | undefined {
  if (roles[0]?.id !== 'contact') return undefined
  for (const id of serviceIds) {
    const contact = recordOf(ledger, 'contact', recordOf(ledger, 'service', id)?.data.responsibleId)
    if (contact !== undefined && contact.data.leftOn === undefined) return contact.id
  }
  return undefined
}
