import type { DocumentFile } from './records/document.ts'
import type { LedgerRecord } from './records/record.ts'

/** A file that was taken in and waits for the save of its paper. */
export type StagedFileView = {
  file: DocumentFile
  /** Set when its extension said something else than its content: its name before. */
  nameBefore?: string
}

/** A file's content, as it is shown inside the app. */
export type FileContentView = { name: string; mediaType: string; bytes: Uint8Array<ArrayBuffer> }

/** A paper in the list of 资料. */
export type PaperView = LedgerRecord<'document'> & {
  /** Whose it is: names of the entity, person, service and domain it is tied to, in this order. */
  holders: string[]
}
