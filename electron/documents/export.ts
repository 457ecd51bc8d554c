import path from 'node:path'
import { VaultError } from '../../shared/errors.ts'
import { extensionOf } from '../../shared/file-types.ts'
import type { DocumentFile } from '../../shared/records/document.ts'
import { requireSecondPerson } from '../custodians/second-person.ts'
import { requireRecord } from '../ledger/store.ts'
import { auditEntries, auditEntry } from '../ledger/write.ts'
import type { Session } from '../session.ts'
import type { RecordId } from '../vault/vault.ts'
import { writeForPerson } from '../written-file.ts'

/** A file of a paper, by the ids of both. */
export type FileOf = { id: RecordId; attachmentId: RecordId }

type Saved = { fileName: string } | undefined

/** @throws VaultError `record-not-found` when the paper has no such file. */
export function requireFile(session: Session, { id, attachmentId }: FileOf): DocumentFile {
  const record = requireRecord(session.open().ledger, id)
  const files = record.kind === 'document' ? record.data.files : []
  const file = files.find((one) => one.attachmentId === attachmentId)
  if (file === undefined) throw new VaultError('record-not-found', 'the paper has no such file')
  return file
}

/**
 * The content of a file, whole. It is checked first, and the audit entry is durable before any of it is opened.
 *
 * @throws VaultError `record-not-found`, `vault-damaged`
 */
export async function readWhole(
  session: Session,
  file: FileOf,
  action: string,
  facts: Readonly<Record<string, string | number>> = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const { name, sizeBytes } = requireFile(session, file)
  const entry = auditEntry(session, {
    action,
    recordId: file.id,
    facts: { fileName: name, ...facts },
  })
  const content = new Uint8Array(sizeBytes)
  let length = 0
  for await (const chunk of session.open().vault.readAttachment(file.attachmentId, entry)) {
    content.set(chunk, length)
    length += chunk.length
  }
  return content
}

/** Writes a copy that carries its stamp. Said in the audit trail before it is done. */
export async function exportStamped(
  session: Session,
  input: FileOf & { purpose: string; recipient: string; mediaType: string; bytes: Uint8Array },
): Promise<Saved> {
  const { name } = requireFile(session, input)
  const extension = input.mediaType === 'application/pdf' ? 'pdf' : 'jpg'
  const stem = name.slice(0, -extensionOf(name).length - 1)
  const suggestedName = `${stem}（仅供${plainPart(input.purpose)}）.${extension}`
  const target = await session.host('dialog.saveFile', { suggestedName, extension })
  if (target === undefined) return undefined
  const { purpose, recipient, id } = input
  const facts = { fileName: name, purpose, recipient }
  session
    .open()
    .vault.appendAudit(auditEntries(session, [{ action: 'document.export', recordId: id, facts }]))
  writeForPerson(target, input.bytes)
  return { fileName: path.basename(target) }
}

/** Writes a file as it is kept. The reason stands in the audit trail before anything leaves the vault. */
export async function exportPlain(
  session: Session,
  { reason, ...file }: FileOf & { reason: string },
): Promise<Saved> {
  const { name } = requireFile(session, file)
  const action = 'document.export-plain'
  const facts = { fileName: name, reason }
  requireSecondPerson(session, 'export', { action, recordId: file.id, facts }, file)
  const target = await session.host('dialog.saveFile', {
    suggestedName: name,
    extension: extensionOf(name),
  })
  if (target === undefined) return undefined
  const content = await readWhole(session, file, action, { reason })
  try {
    writeForPerson(target, content)
  } finally {
    content.fill(0)
  }
  return { fileName: path.basename(target) }
}

/** Without what file systems do not take. */
function plainPart(text: string): string {
  return text.replace(/[\\/:*?"<>|\p{Cc}]/gu, '').slice(0, 40)
}
