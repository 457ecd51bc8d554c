import { dayOf } from '../../shared/calendar-day.ts'
import type { HANDOVER_CALLS } from '../../shared/contract/handover.ts'
import type { Handlers } from '../handlers.ts'
import {
  closeHandover,
  discardHandover,
  editHandover,
  markPasswords,
  reopenHandover,
  startHandover,
  waiveLines,
} from '../handover/acts.ts'
import { createEvidenceReader } from '../handover/evidence.ts'
import { partyChoices } from '../handover/parties.ts'
import { removeLeaver } from '../handover/removal.ts'
import { drawUpSheet, printSheet, sheetView, signSheet } from '../handover/sheet.ts'
import { checkSheetFile, saveSheet } from '../handover/sheet-file.ts'
import { handoverList, handoverView, linesOfHandover } from '../handover/view.ts'
import type { Session } from '../session.ts'

/** 交接. */
export function handoverHandlers(session: Session): Pick<Handlers, keyof typeof HANDOVER_CALLS> {
  const reader = createEvidenceReader()
  const evidence = () => reader.of(session.open().vault)
  let isCancelled = false

  return {
    'handover.list': () => handoverList(session.open(), evidence(), session.now()),
    'handover.people': () => partyChoices(session.open(), dayOf(session.now())),
    'handover.start': (input) => startHandover(session, evidence(), input),
    'handover.change': ({ id, ...patch }) => editHandover(session, id, patch),
    'handover.read': ({ id }) => handoverView(session.open(), evidence(), id, session.now()),
    'handover.lines': ({ id }) => linesOfHandover(session.open(), evidence(), id, session.now()),
    'handover.waive': ({ id, keys, reason }) => waiveLines(session, evidence(), id, keys, reason),
    'handover.markPasswords': ({ id, keys }) =>
      markPasswords(session, evidence(), id, keys === undefined ? undefined : new Set(keys)),
    'handover.remove': ({ id }) => {
      isCancelled = false
      return removeLeaver(session, id, () => isCancelled)
    },
    'handover.cancelRemoval': () => {
      isCancelled = true
    },
    'handover.sheet': ({ id }) => sheetView(session, evidence(), id),
    'handover.drawUp': ({ id }) => drawUpSheet(session, evidence(), id),
    'handover.sign': async ({ id, passphrase }) => {
      const bytes = passphrase === undefined ? undefined : new TextEncoder().encode(passphrase)
      try {
        await signSheet(session, id, bytes)
      } finally {
        bytes?.fill(0)
      }
    },
    'handover.print': ({ id }) => printSheet(session, evidence(), id),
    'handover.saveFile': ({ id, format }) => saveSheet(session, evidence(), id, format),
    'handover.checkFile': () => checkSheetFile(session),
    'handover.close': ({ id }) => closeHandover(session, evidence(), id),
    'handover.reopen': ({ id, reason }) => reopenHandover(session, id, reason),
    'handover.discard': ({ id }) => discardHandover(session, id),
  }
}
