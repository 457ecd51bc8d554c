import { z } from 'zod'
import type { FileContentView, PaperView, StagedFileView } from '../document-views.ts'
import { RecordId } from '../records/fields.ts'
import { call, none } from './call.ts'

/** A part of a file as it travels to the vault process. */
const MAX_PIECE_BYTES = 4 * 1024 * 1024
/** A stamped copy: pages as pictures, so it may outgrow the file it was made from. */
const MAX_STAMPED_BYTES = 120 * 1024 * 1024

const bytes = (maxBytes: number) =>
  z.instanceof(Uint8Array).refine((value) => value.length > 0 && value.length <= maxBytes)
const line = z.string().trim().min(1).max(200)
const token = z.strictObject({ token: z.int().min(1) })
const file = { id: RecordId, attachmentId: RecordId }

/**
 * 资料: papers and their files. A file is first taken in (from the dialog, or piece by piece from the window) and
 * waits sealed; `records.save` of kind `document` with its id among `files` then keeps both in one change.
 */
export const DOCUMENT_CALLS = {
  /** Every paper that is not in the trash, with the names of whose it is. */
  'documents.list': call(none)<PaperView[]>(),
  /** The papers tied to any of these records, such as a filing and its people. */
  'documents.of': call(z.strictObject({ ids: z.array(RecordId).max(500) }))<PaperView[]>(),
  /** Asks for files with the system's dialog and takes them in. Undefined: the person cancelled. */
  'documents.chooseFiles': call(none)<
    | {
        taken: StagedFileView[]
        /** Files that were not taken, each with the code and facts of its error. */
        refused: { name: string; code: string; facts: Readonly<Record<string, string | number>> }[]
      }
    | undefined
  >(),
  /** Stops the taking in of chosen files; those already taken stay. */
  'documents.cancelChoosing': call(none)<void>(),
  /** A file dropped or pasted into the window comes piece by piece. */
  'documents.beginFile': call(
    z.strictObject({ name: z.string().min(1).max(500), sizeBytes: z.int().min(0) }),
  )<{ token: number }>(),
  'documents.addPiece': call(token.extend({ bytes: bytes(MAX_PIECE_BYTES) }))<void>(),
  'documents.finishFile': call(token)<StagedFileView>(),
  'documents.cancelFile': call(token)<void>(),
  /** Lets go of files that wait but will not be saved. */
  'documents.dropFiles': call(
    z.strictObject({ attachmentIds: z.array(RecordId).max(100) }),
  )<void>(),
  /** The whole content, to be shown; audited. */
  'documents.readFile': call(z.strictObject(file))<FileContentView>(),
  /** Writes the copy that the window stamped to a file the person picks. Undefined: cancelled. */
  'documents.exportStamped': call(
    z.strictObject({
      ...file,
      purpose: line,
      recipient: line,
      mediaType: z.enum(['image/jpeg', 'application/pdf']),
      bytes: bytes(MAX_STAMPED_BYTES),
    }),
  )<{ fileName: string } | undefined>(),
  /** Writes the file as it is; the reason stands in the audit trail. */
  'documents.exportPlain': call(z.strictObject({ ...file, reason: line.min(4) }))<
    { fileName: string } | undefined
  >(),
} as const
