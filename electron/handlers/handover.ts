import { dayOf } from '../../shared/calendar-day.ts'
import type { HANDOVER_CALLS } from '../../shared/contract/handover.ts'
import type { Handlers } from '../handlers.ts'
import {
  closeHandover,
  discardHandover,
  markPasswords,
  reopenHandover,
  startHandover,
  waiveLines,
} from '../handover/acts.ts'
import { editHandover } from '../handover/edit.ts'
import { partyChoices } from '../handover/parties.ts'
import { createHandoverReader } from '../handover/reader.ts'
import { removeLeaver } from '../handover/removal.ts'
import { drawUpSheet, printSheet, sheetView, signSheet } from '../handover/sheet.ts'
import { checkSheetFile, saveSheet } from '../handover/sheet-file.ts'
import { handoverList, handoverView, linesOfHandover } from '../handover/view.ts'
import type { Session } from '../session.ts'

/** 交接. */
export function handoverHandlers(session: Session): Pick<Handlers, keyof typeof HANDOVER_CALLS> {
  const reader = createHandoverReader(session)
  let isCancelled = false

  return {
    'handover.list': () => handoverList(session.open(), reader, session.now()),
    'handover.people': () => partyChoices(session.open(), dayOf(session.now())),
    'handover.start': (input) => startHandover(session, reader, input),
    'handover.change': ({ id, ...patch }) => editHandover(session, reader, id, patch),
    'handover.read': ({ id }) => handoverView(session.open(), reader, id, session.now()),
    'handover.lines': ({ id }) => linesOfHandover(session.open(), reader, id),
    'handover.waive': ({ id, keys, reason }) => waiveLines(session, reader, id, keys, reason),
    'handover.markPasswords': ({ id, keys }) =>
      markPasswords(session, reader, id, keys === undefined ? undefined : new Set(keys)),
    'handover.remove': ({ id }) => {
      isCancelled = false
      return removeLeaver(session, id, () => isCancelled)
    },
    'handover.cancelRemoval': () => {
      isCancelled = true
    },
    'handover.sheet': ({ id }) => sheetView(session, reader, id),
    'handover.drawUp': ({ id }) => drawUpSheet(session, reader, id),
    'handover.sign': async ({ id, passphrase }) => {
      const bytes = passphrase === undefined ? undefined : new TextEncoder().encode(passphrase)
      try {
        await signSheet(session, id, bytes)
      } finally {
        bytes?.fill(0)
      }
    },
    'handover.print': ({ id }) => printSheet(session, reader, id),
    'handover.saveFile': ({ id, format }) => saveSheet(session, reader, id, format),
    'handover.checkFile': () => checkSheetFile(session),
    'handover.close': ({ id }) => closeHandover(session, reader, id),
    'handover.reopen': ({ id, reason }) => reopenHandover(session, id, reason),
    'handover.discard': ({ id }) => discardHandover(session, id),
  }
}
