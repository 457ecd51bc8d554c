import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { StagedFileView } from '../../shared/document-views.ts'
import { VaultError } from '../../shared/errors.ts'
import { extensionOf, MAX_FILE_BYTES } from '../../shared/file-types.ts'
import { stageFile } from '../ledger/staged-files.ts'
import type { Session } from '../session.ts'
import { createHeldSealer } from '../vault/content-sealer.ts'
import { createFileSniffer, keptName } from './file-type.ts'

const READ_BYTES = 1024 * 1024
const MAX_NAME_CHARS = 200

/** A file on its way in. What has come is sealed already; dropping the intake drops it. */
export type Intake = {
  /** @throws VaultError `file-over-limit` */
  take(piece: Uint8Array): void
  /**
   * Ends it; the file then waits among the staged ones for the paper it will belong to.
   *
   * @throws VaultError `file-empty`, `file-type-refused`, `files-too-many`
   */
  finish(): StagedFileView
}

/**
 * Begins to take in a file of a paper.
 *
 * @param name - As the person knows it; only its last part is kept.
 * @param sizeBytes - As announced; a longer content is refused while it comes.
 * @throws VaultError `file-over-limit`, `file-empty`
 */
export function beginIntake(session: Session, name: string, sizeBytes: number): Intake {
  const shownName = plainName(name)
  requireSize(shownName, sizeBytes)
  const { ledger } = session.open()
  const sealer = createHeldSealer()
  const sniffer = createFileSniffer()
  let takenBytes = 0
  return {
    take(piece) {
      takenBytes += piece.length
      requireSize(shownName, takenBytes)
      sniffer.take(piece)
      sealer.push(piece)
    },
    finish() {
      requireSize(shownName, takenBytes)
      const extension = extensionOf(shownName)
      const mediaType = sniffer.mediaType(extension)
      if (mediaType === undefined) {
        throw new VaultError('file-type-refused', 'the content is of no accepted type', {
          facts: { name: shownName },
        })
      }
      const content = sealer.finish()
      const file = {
        attachmentId: content.id,
        name: keptName(shownName, mediaType),
        mediaType,
        sizeBytes: takenBytes,
        addedAt: session.now(),
      }
      stageFile(ledger.staged, { file, content })
      return { file, ...(file.name === shownName ? {} : { nameBefore: shownName }) }
    },
  }
}

/**
 * Takes in a file that the person chose in the system's dialog.
 *
 * @param onRead - Told how many bytes were read; throws to stop.
 * @throws VaultError `file-not-found`, and those of an intake
 */
export async function takeFromDisk(
  session: Session,
  file: string,
  onRead: (byteCount: number) => void,
): Promise<StagedFileView> {
  const name = path.basename(file)
  const facts = await stat(file).catch(() => undefined)
  // A pipe or a device would never end.
  if (facts?.isFile() !== true) {
    throw new VaultError('file-not-found', 'there is no such file', {
      facts: { name: plainName(name) },
    })
  }
  const intake = beginIntake(session, name, facts.size)
  for await (const piece of createReadStream(file, { highWaterMark: READ_BYTES })) {
    // `as`: a stream without an encoding gives buffers.
    const bytes = piece as Buffer
    onRead(bytes.length)
    intake.take(bytes)
  }
  return intake.finish()
}

/** Takes in a content that is whole in memory, such as a letter's page that the app made. */
export function takeContent(session: Session, name: string, content: Uint8Array): StagedFileView {
  const intake = beginIntake(session, name, content.length)
  intake.take(content)
  return intake.finish()
}

function requireSize(name: string, sizeBytes: number): void {
  if (sizeBytes === 0) throw new VaultError('file-empty', 'nothing is in it', { facts: { name } })
  if (sizeBytes > MAX_FILE_BYTES) {
    throw new VaultError('file-over-limit', 'the file is larger than a paper may be', {
      facts: { name },
    })
  }
}

/** Without folders, control characters and marks that turn the reading direction: those disguise an extension. */
function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const plain = last.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '').trim()
  if (plain.length <= MAX_NAME_CHARS) return plain === '' ? '文件' : plain
  const extension = extensionOf(plain).slice(0, 10)
  return `${plain.slice(0, MAX_NAME_CHARS - extension.length - 1)}.${extension}`
}
