import { dayOf } from '../../shared/calendar-day.ts'
import type { PreflightValue, PreflightView } from '../../shared/case-view.ts'
import { VaultError } from '../../shared/errors.ts'
import { refusal, warning } from '../../shared/field/checked.ts'
import { checkContactId } from '../../shared/field/record-check.ts'
import type { FieldFinding } from '../../shared/finding.ts'
import type { PortalValue } from '../../shared/guides/guide.ts'
import { guideOf } from '../../shared/guides/guide-list.ts'
import { ContactSecret } from '../../shared/records/contact.ts'
import type { LedgerRecord } from '../../shared/records/record.ts'
import { isFormKind } from '../../shared/records/record.ts'
import { recordTitle } from '../../shared/records/record-title.ts'
import { checkRecord } from '../ledger/check.ts'
import { requireLive } from '../ledger/store.ts'
import { auditEntry } from '../ledger/write.ts'
import type { OpenVault, Session } from '../session.ts'
import type { RecordId } from '../vault/vault.ts'
import { notInGuide } from './change.ts'
import { channelOf, isFresh } from './filing-people.ts'
import type { Chosen, PortalSubject, ValueSource } from './portal-values.ts'
import { portalSubject, valueSource } from './portal-values.ts'

export type PreflightInput = Chosen & { id: RecordId; stepId?: string | undefined }

/**
 * What a step asks to be typed on a portal, as the ledger has it, with everything validators and comparisons
 * say of it. ID numbers are told by their length and ends only.
 *
 * @throws VaultError `record-not-found`
 */
export function preflight(session: Session, input: PreflightInput): PreflightView {
  const open = session.open()
  const { data } = requireLive(open.ledger, 'case', input.id)
  const guide = guideOf(data.guideId)
  const steps = (guide?.steps ?? []).filter(
    (step) => input.stepId === undefined || step.id === input.stepId,
  )
  if (steps.length === 0) throw notInGuide('step')
  const subject = portalSubject(open.ledger, data, input)
  const wanted = new Set(steps.flatMap((step) => step.values ?? []))
  const now = session.now()
  return { values: [...wanted].map((value) => preflightValue(open, subject, value, now)) }
}

/**
 * Copies one value ready to paste. ID numbers, and the six digits that the SMS check asks, leave the
 * clipboard again and stand in the audit trail.
 *
 * @throws VaultError `record-not-found` when the ledger does not have it.
 */
export async function copyPortalValue(
  session: Session,
  input: Chosen & { id: RecordId; value: PortalValue },
): Promise<{ clearsAfterSeconds?: number }> {
  const { vault, ledger } = session.open()
  const { data } = requireLive(ledger, 'case', input.id)
  const source = valueSource(ledger, portalSubject(ledger, data, input), input.value)
  const { record, secret } = source
  if (secret === undefined) {
    if (source.text === undefined) throw notKept()
    await session.host('clipboard.copyText', { text: source.text })
    return {}
  }
  if (record === undefined) throw notKept()
  const entry = auditEntry(session, {
    action: 'case.copy-id',
    recordId: record.id,
    facts: { case: data.number, value: input.value },
  })
  const text = idTextOf(vault.readSecret(record.id, entry), secret)
  if (text === undefined) throw notKept()
  const { preferences } = await session.host('preferences.read', undefined)
  const clearAfterSeconds = preferences.clipboardClearSeconds
  await session.host('clipboard.copySecret', { text, clearAfterSeconds })
  return { clearsAfterSeconds: clearAfterSeconds }
}

export function preflightValue(
  open: OpenVault,
  subject: PortalSubject,
  value: PortalValue,
  now: number,
): PreflightValue {
  const source = valueSource(open.ledger, subject, value)
  const { record, text } = source
  const view: PreflightValue = {
    value,
    isMasked: source.secret !== undefined,
    findings: [],
    choices: choicesOf(subject, value),
  }
  if (record !== undefined) {
    view.recordId = record.id
    view.recordTitle = recordTitle(record)
  }
  if (source.secret === undefined) {
    if (text !== undefined) view.text = text
    view.findings = findingsOf(open, source, subject, value, now)
    return view
  }
  const contact = record?.kind === 'contact' ? record : undefined
  const stored = contact?.hasSecret === true ? open.vault.peekSecret(contact.id) : undefined
  const number = idTextOf(stored, 'id-number')
  const shown = idTextOf(stored, source.secret)
  if (shown === undefined || number === undefined || contact === undefined) {
    view.findings = [{ ...refusal('required'), field: 'idNumber' }]
    return view
  }
  view.text = masked(shown)
  view.findings = checkContactId(number, contact.data.idKind, dayOf(now)).findings
  if (contact.data.leftOn !== undefined) view.findings.push(hasLeft(contact))
  return view
}

/** What the checks of the form say of the record, as far as it concerns this value, and what only a portal minds. */
function findingsOf(
  { ledger }: OpenVault,
  { record, field = '', text }: ValueSource,
  subject: PortalSubject,
  value: PortalValue,
  now: number,
): FieldFinding[] {
  const today = dayOf(now)
  const findings: FieldFinding[] = []
  if (text === undefined) findings.push({ ...refusal('required'), field })
  if (record !== undefined && isFormKind(record.kind)) {
    const checked = checkRecord(ledger, record.kind, record.data, { today, id: record.id })
    findings.push(...checked.findings.filter((finding) => finding.field === field))
  }
  // The registrant of the domain must be the filer, whichever of the two is typed.
  const { domain } = subject
  if (domain !== undefined && (value === 'domain' || value === 'entity-name')) {
    const checked = checkRecord(ledger, 'domain', domain.data, { today, id: domain.id })
    findings.push(...checked.findings.filter((finding) => finding.field === 'owner'))
  }
  if (record?.kind === 'contact' && record.data.leftOn !== undefined) findings.push(hasLeft(record))
  if (record?.kind === 'contact' && (field === 'phone' || field === 'email')) {
    const channel = channelOf(ledger, record, field === 'phone' ? 'phone' : 'mailbox')
    if (text !== undefined && !isFresh(channel?.data.verifiedOn, today)) {
      findings.push({ ...warning('channel-not-verified', { name: record.data.name }), field })
    }
  }
  return findings
}

function hasLeft(contact: LedgerRecord<'contact'>): FieldFinding {
  return warning('contact-has-left', { name: contact.data.name })
}

function choicesOf(subject: PortalSubject, value: PortalValue): PreflightValue['choices'] {
  if (value === 'domain' && subject.domains.length > 1) {
    return subject.domains.map(({ id, data }) => ({ recordId: id, text: data.name }))
  }
  if (value === 'service-filing-number' && subject.services.length > 1) {
    return subject.services.map(({ id, data }) => ({
      recordId: id,
      text: data.filingNumber === undefined ? data.name : `${data.name} ${data.filingNumber}`,
    }))
  }
  return []
}

/** @throws VaultError `vault-damaged` when a person's sealed part is not in its form. */
function idTextOf(stored: unknown, part: 'id-number' | 'id-last6'): string | undefined {
  if (stored === undefined) return undefined
  const parsed = ContactSecret.safeParse(stored)
  if (!parsed.success) throw new VaultError('vault-damaged', 'a contact is not in its form')
  const { idNumber } = parsed.data
  if (idNumber === undefined || part === 'id-number') return idNumber
  return idNumber.length > 6 ? idNumber.slice(-6) : undefined
}

/** Enough to see whose it is, not enough to use it: the last six open the SMS check. */
function masked(text: string): string {
  const head = text.length > 8 ? 4 : 0
  return `${text.slice(0, head)}${'•'.repeat(text.length - head - 1)}${text.slice(-1)}`
}

function notKept(): VaultError {
  return new VaultError('record-not-found', 'the ledger does not have it')
}
