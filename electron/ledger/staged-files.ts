import { VaultError } from '../../shared/errors.ts'
import type { DocumentFile } from '../../shared/records/document.ts'
import type { LedgerRecord } from '../../shared/records/record.ts'
import type { AttachmentChanges, RecordId, SealedContent } from '../vault/vault.ts'

/** A content that is sealed and waits for the paper it will belong to. */
export type StagedFile = { file: DocumentFile; content: SealedContent }

/** Waiting contents by attachment id. They are in memory only: a lock drops them. */
export type StagedFiles = Map<RecordId, StagedFile>

/** So much may wait at once, in bytes. */
export const MAX_STAGED_BYTES = 256 * 1024 * 1024

/** @throws VaultError `files-too-many` */
export function stageFile(staged: StagedFiles, one: StagedFile): void {
  let waiting = one.file.sizeBytes
  for (const { file } of staged.values()) waiting += file.sizeBytes
  if (waiting > MAX_STAGED_BYTES) {
    throw new VaultError('files-too-many', 'too much waits to be saved')
  }
  staged.set(one.file.attachmentId, one)
}

/**
 * The files of a paper as they will be kept: those it has, and those that wait. What is told of each is
 * taken from where it is known; a form only says which, in which order, and which side of a card it is.
 *
 * @returns undefined when one of them is neither.
 */
export function resolveFiles(
  staged: StagedFiles,
  before: readonly DocumentFile[],
  wanted: readonly DocumentFile[],
): { files: DocumentFile[]; added: StagedFile[] } | undefined {
  const files: DocumentFile[] = []
  const added: StagedFile[] = []
  for (const { attachmentId, side } of wanted) {
    if (files.some((file) => file.attachmentId === attachmentId)) return undefined
    const waiting = staged.get(attachmentId)
    const kept = before.find((file) => file.attachmentId === attachmentId) ?? waiting?.file
    if (kept === undefined) return undefined
    const { side: _side, ...plain } = kept
    files.push(side === undefined ? plain : { ...plain, side })
    if (waiting !== undefined) added.push(waiting)
  }
  return { files, added }
}

/** What a save of the paper `ownerId` puts into the file besides the record. */
export function attachmentsOf(ownerId: RecordId, added: readonly StagedFile[]): AttachmentChanges {
  return {
    added: added.map(({ file: { name, mediaType }, content }) => ({
      facts: { ownerId, name, mediaType },
      content,
    })),
    removedIds: [],
  }
}

/** Ids of the contents that a record names. */
export function namedAttachments({ kind, data }: Pick<LedgerRecord, 'kind' | 'data'>): RecordId[] {
  // `as`: `kind` tells which data it is; Pick takes the two apart.
  const record = { kind, data } as LedgerRecord
  return record.kind === 'document' ? record.data.files.map((file) => file.attachmentId) : []
}
