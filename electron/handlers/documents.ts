import { statSync } from 'node:fs'
import path from 'node:path'
import type { DOCUMENT_CALLS } from '../../shared/contract/documents.ts'
import { VaultError } from '../../shared/errors.ts'
import { exportPlain, exportStamped, readWhole, requireFile } from '../documents/export.ts'
import { beginIntake, type Intake, takeFromDisk } from '../documents/intake.ts'
import { paperList, papersOf } from '../documents/paper-list.ts'
import type { Handlers } from '../handlers.ts'
import type { Session } from '../session.ts'

type Taken = NonNullable<Awaited<ReturnType<Handlers['documents.chooseFiles']>>>

/** So many files come in piece by piece at once; a window that begins more has lost count. */
const MAX_INTAKES = 8

/** 资料: papers and their files. */
export function documentsHandlers(session: Session): Pick<Handlers, keyof typeof DOCUMENT_CALLS> {
  const intakes = new Map<number, Intake>()
  let lastToken = 0
  let isCancelled = false

  const intakeOf = (token: number): Intake => {
    const intake = intakes.get(token)
    if (intake === undefined) throw new VaultError('refused', 'no file comes in under this token')
    return intake
  }

  return {
    'documents.list': () => paperList(session.open().ledger),
    'documents.of': ({ ids }) => papersOf(session.open().ledger, new Set(ids)),
    'documents.chooseFiles': async () => {
      session.open()
      const files = await session.host('dialog.openFiles', undefined)
      if (files === undefined) return undefined
      isCancelled = false
      return takeAll(session, files, () => isCancelled)
    },
    'documents.cancelChoosing': () => {
      isCancelled = true
    },
    'documents.beginFile': ({ name, sizeBytes }) => {
      if (intakes.size >= MAX_INTAKES) throw new VaultError('refused', 'too many files at once')
      const intake = beginIntake(session, name, sizeBytes)
      lastToken += 1
      intakes.set(lastToken, intake)
      return { token: lastToken }
    },
    'documents.addPiece': ({ token, bytes }) => {
      try {
        intakeOf(token).take(bytes)
      } catch (error) {
        intakes.delete(token)
        throw error
      } finally {
        bytes.fill(0)
      }
    },
    'documents.finishFile': ({ token }) => {
      const intake = intakeOf(token)
      intakes.delete(token)
      return intake.finish()
    },
    'documents.cancelFile': ({ token }) => {
      intakes.delete(token)
    },
    'documents.dropFiles': ({ attachmentIds }) => {
      for (const id of attachmentIds) session.open().ledger.staged.delete(id)
    },
    'documents.readFile': async (file) => {
      const { name, mediaType } = requireFile(session, file)
      return { name, mediaType, bytes: await readWhole(session, file, 'document.view') }
    },
    'documents.exportStamped': (input) => exportStamped(session, input),
    'documents.exportPlain': (input) => exportPlain(session, input),
  }
}

/** Takes files in one after the other; one that is refused does not keep the others out. */
async function takeAll(
  session: Session,
  files: readonly string[],
  isCancelled: () => boolean,
): Promise<Taken> {
  const result: Taken = { taken: [], refused: [] }
  const sizes = files.map(sizeOf)
  const total = sum(sizes)
  for (const [index, file] of files.entries()) {
    let done = sum(sizes.slice(0, index))
    const tell = (byteCount: number) => {
      if (isCancelled()) throw new VaultError('cancelled', 'the taking in was cancelled')
      done += byteCount
      session.emit({ event: 'progress', task: 'files', done, total })
    }
    try {
      tell(0)
      result.taken.push(await takeFromDisk(session, file, tell))
    } catch (error) {
      if (!(error instanceof VaultError)) throw error
      if (error.code === 'cancelled') break
      const { code, facts } = error
      result.refused.push({ name: path.basename(file), code, facts })
    }
  }
  return result
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}
