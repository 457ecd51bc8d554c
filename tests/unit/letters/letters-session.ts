import { readFileSync } from 'node:fs'
import path from 'node:path'
import { demoChanges } from '../../../electron/demo/demo.ts'
import { lettersHandlers } from '../../../electron/handlers/letters.ts'
import { newRecordId } from '../../../electron/ledger/store.ts'
import { writeRecords } from '../../../electron/ledger/write.ts'
import { writeLetterDocx } from '../../../electron/letters/letter-docx.ts'
import type { HostClient } from '../../../electron/session.ts'
import type { HostCallName, HostCalls } from '../../../shared/host-contract.ts'
import type { FilledLetter, LetterView, Piece } from '../../../shared/letters/filled-letter.ts'
import type { RecordData, RecordKind, RecordOverview } from '../../../shared/records/record.ts'
import { NOW, openTestSession } from '../../support/ledger-session.ts'
import { temporaryFolder } from '../../support/vault.ts'

/** The demo's vault with letters; dialogs answer with a folder of the test, PDFs are their HTML. */
export async function openLetters() {
  const test = await openTestSession(demoChanges(NOW))
  const folder = temporaryFolder()
  const pages: HostCalls['print.pdf']['input'][] = []
  const host = ((name: HostCallName, input: unknown) => {
    if (name === 'dialog.saveFile') {
      // `as`: the input of this call.
      const { suggestedName } = input as HostCalls['dialog.saveFile']['input']
      return Promise.resolve(path.join(folder, suggestedName))
    }
    if (name === 'print.pdf') {
      const page = input as HostCalls['print.pdf']['input']
      pages.push(page)
      return Promise.resolve(new TextEncoder().encode(page.html))
    }
    throw new Error(`no test expects ${name}`)
    // `as`: the three answers above are of the types their calls expect.
  }) as HostClient
  const call = lettersHandlers({ ...test.session, host }, writeLetterDocx)

  /** Puts a record into the ledger, as a form would. */
  const put = <K extends RecordKind>(
    kind: K,
    data: RecordData<K>,
    secret?: { idNumber: string },
  ): string => {
    const id = newRecordId()
    // `as`: kind and data fit each other by the signature.
    const overview = { kind, data, createdAt: NOW, updatedAt: NOW } as RecordOverview
    const change = { type: 'put', id, overview, expectedRevision: 0 } as const
    writeRecords(test.session, [secret === undefined ? change : { ...change, secret }], [])
    return id
  }

  const idOf = (kind: 'entity' | 'service' | 'contact' | 'provider', name: string): string => {
    for (const record of test.ledger.kinds[kind]) if (record.data.name === name) return record.id
    throw new Error(`the demo has no ${kind} ${name}`)
  }

  return {
    ...test,
    letters: call,
    pages,
    put,
    idOf,
    read: (id: string) => call['letters.read']({ id }) as LetterView,
    savedFile: (fileName: string) => readFileSync(path.join(folder, fileName)),
  }
}

export type LettersTest = Awaited<ReturnType<typeof openLetters>>

/** Every word of a letter, blanks as they are filled or by their names. */
export function wordsOf(letter: FilledLetter): string {
  const parts = letter.blocks.flatMap((block) => {
    if (block.isRemoved === true) return []
    switch (block.type) {
      case 'facts':
        return block.rows.map(({ label, pieces }) => `${label}：${textOf(pieces)}`)
      case 'table':
        return block.rows.map(({ cells }) => cells.map(textOf).join(' | '))
      case 'annexes':
        return block.items.map(textOf)
      case 'signatures':
        return block.boxes.map(({ label, marks }) => `${textOf(label)} ${marks.join()}`)
      default:
        return [`${block.number ?? ''}${textOf(block.pieces)}`]
    }
  })
  return [letter.title, ...parts].join('\n')
}

function textOf(pieces: readonly Piece[]): string {
  return pieces
    .map(({ text, blank }) => (text === '' && blank ? `[${blank.label}]` : text))
    .join('')
}
