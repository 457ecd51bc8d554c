import path from 'node:path'
import { dayOf } from '../../shared/calendar-day.ts'
import { VaultError } from '../../shared/errors.ts'
import type { FilledLetter } from '../../shared/letters/filled-letter.ts'
import { ContactSecret } from '../../shared/records/contact.ts'
import { requireSecondPerson } from '../custodians/second-person.ts'
import { requireLive } from '../ledger/store.ts'
import { auditEntries, auditEntry } from '../ledger/write.ts'
import type { Session } from '../session.ts'
import type { RecordId } from '../vault/vault.ts'
import { writeForPerson } from '../written-file.ts'
import { idHolderOf } from './blank-values.ts'
import { type LetterContext, letterContext } from './letter-context.ts'
import { paperOf } from './letter-view.ts'
import { sealedBlanks } from './missing.ts'

type Asked = { id: RecordId; withIdNumbers: boolean }

/** A letter with ID numbers in it is a secret on paper. @throws VaultError `second-person-needed` */
export function requireLetterApproval(session: Session, asked: Asked, action: string): void {
  if (!asked.withIdNumbers) return
  const { data, revision } = requireLive(session.open().ledger, 'letter', asked.id)
  const scope = { action, recordId: asked.id, facts: { title: data.title } }
  // As it reads now: a letter changed since is another one.
  requireSecondPerson(session, 'print-secrets', scope, { revision })
}

/**
 * Writes a letter to a file the person picks.
 *
 * @param make - The file's bytes.
 * @returns undefined when the person cancels.
 * @throws VaultError `record-not-found`, `folder-not-writable`, `disk-full`, `io-failed`
 */
export async function saveLetterFile(
  session: Session,
  asked: Asked,
  extension: 'pdf' | 'docx',
  make: (letter: FilledLetter) => Promise<Uint8Array>,
): Promise<{ fileName: string } | undefined> {
  const { data } = requireLive(session.open().ledger, 'letter', asked.id)
  requireLetterApproval(session, asked, `letter.save-${extension}`)
  const suggestedName = fileNameOf(data.title, data.writtenOn, extension)
  const file = await session.host('dialog.saveFile', { suggestedName, extension })
  if (file === undefined) return undefined
  const fileName = path.basename(file)
  const letter = openLetter(session, asked, `letter.save-${extension}`, { fileName })
  writeForPerson(file, await make(letter))
  return { fileName }
}

/**
 * The letter as it goes out, ID numbers included when asked for. The audit trail tells of it before.
 *
 * @throws VaultError `record-not-found`, `vault-damaged`
 */
export function openLetter(
  session: Session,
  { id, withIdNumbers }: Asked,
  action: string,
  facts: Readonly<Record<string, string>> = {},
): FilledLetter {
  const { vault, ledger } = session.open()
  const record = requireLive(ledger, 'letter', id)
  const today = dayOf(session.now())
  const context = letterContext(ledger, record.data, today)
  const act = { action, recordId: id, facts: { kind: record.data.kind, ...facts } }
  vault.appendAudit(auditEntries(session, [act]))
  // What was signed is not filled in any further: the people of today may be others.
  if (!withIdNumbers || record.data.signedOn !== undefined) return paperOf(context)
  return paperOf(letterContext(ledger, record.data, today, idNumbersOf(session, context)))
}

/** ID numbers of those the letter wants them of; each opening stands in the audit trail. */
function idNumbersOf(session: Session, context: LetterContext): Map<RecordId, string> {
  const numbers = new Map<RecordId, string>()
  for (const name of sealedBlanks(paperOf(context))) {
    const holder = idHolderOf(context, name)
    if (holder === undefined || numbers.has(holder.id)) continue
    const number = readIdNumber(session, holder.id)
    if (number !== undefined) numbers.set(holder.id, number)
  }
  return numbers
}

function readIdNumber(session: Session, contactId: RecordId): string | undefined {
  const entry = auditEntry(session, { action: 'contact.id-into-letter', recordId: contactId })
  const stored = session.open().vault.readSecret(contactId, entry)
  if (stored === undefined) return undefined
  const parsed = ContactSecret.safeParse(stored)
  if (!parsed.success) throw new VaultError('vault-damaged', 'a contact is not in its form')
  return parsed.data.idNumber
}

/** Without what a file system may refuse. */
function fileNameOf(title: string, day: string, extension: string): string {
  const clean = title.replace(/[\\/:*?"<>|]/gu, ' ').trim()
  return `${clean.slice(0, 80)} ${day}.${extension}`
}
