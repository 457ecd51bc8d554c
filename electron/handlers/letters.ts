import type { LETTER_CALLS } from '../../shared/contract/letters.ts'
import type { Handlers } from '../handlers.ts'
import { requireLive } from '../ledger/store.ts'
import type { DocxWriter } from '../letters/docx-writer.ts'
import { openLetter, requireLetterApproval, saveLetterFile } from '../letters/letter-output.ts'
import { renderLetterPage } from '../letters/letter-page.ts'
import { MARGINS_MM } from '../letters/letter-style.ts'
import { letterLines, letterView } from '../letters/letter-view.ts'
import {
  copyLetter,
  createLetter,
  linkScan,
  reopenLetter,
  revokeLetter,
  saveLetter,
  signLetter,
} from '../letters/write-letter.ts'
import type { Session } from '../session.ts'

/** 文书: letters written from the ledger. */
export function lettersHandlers(
  session: Session,
  writeDocx: DocxWriter,
): Pick<Handlers, keyof typeof LETTER_CALLS> {
  return {
    'letters.list': () => letterLines(session),
    'letters.read': ({ id }) =>
      letterView(session, requireLive(session.open().ledger, 'letter', id)),
    'letters.create': (input) => createLetter(session, input),
    'letters.copy': ({ id }) => copyLetter(session, id),
    'letters.save': (input) => saveLetter(session, input),
    'letters.sign': (input) => signLetter(session, input),
    'letters.linkScan': (input) => linkScan(session, input),
    'letters.reopen': ({ id }) => reopenLetter(session, id),
    'letters.revoke': (input) => revokeLetter(session, input),
    'letters.savePdf': (asked) =>
      saveLetterFile(session, asked, 'pdf', (letter) =>
        session.host('print.pdf', {
          html: renderLetterPage(letter, 'pdf'),
          title: letter.title,
          marginsMm: MARGINS_MM[letter.layout],
        }),
      ),
    'letters.saveDocx': (asked) => saveLetterFile(session, asked, 'docx', writeDocx),
    'letters.print': (asked) => {
      requireLetterApproval(session, asked, 'letter.print')
      const letter = openLetter(session, asked, 'letter.print')
      const html = renderLetterPage(letter, 'paper')
      return session.host('print.page', { html, title: letter.title })
    },
  }
}
