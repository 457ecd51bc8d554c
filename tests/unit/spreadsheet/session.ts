import { exportHandlers } from '../../../electron/handlers/export.ts'
import { importHandlers } from '../../../electron/handlers/import.ts'
import { readWorkbook } from '../../../electron/spreadsheet/read-workbook.ts'
import type { Spreadsheets } from '../../../electron/spreadsheet/spreadsheets.ts'
import { writeXlsxSheets } from '../../../electron/spreadsheet/xlsx-writer.ts'
import { answeredSession } from '../../support/answered-session.ts'
import { createVault } from '../../support/vault.ts'

export const WORKER = new URL(
  '../../../electron/spreadsheet/spreadsheet-worker.ts',
  import.meta.url,
)

/** What the worker does, in this thread: starting a thread for each test costs more than the test. */
const HERE: Spreadsheets = {
  read: (file, _signal, onProgress) => readWorkbook(file, onProgress),
  write: writeXlsxSheets,
}

/** A real vault and ledger; only the dialogs are answered by the test. */
export async function openSession(spreadsheets: Spreadsheets = HERE) {
  const { vault, path, context } = await createVault()
  const { session, open, answers, events } = answeredSession(vault, () => Date.UTC(2026, 10, 22, 2))
  const handlers = {
    ...importHandlers(session, spreadsheets),
    ...exportHandlers(session, spreadsheets),
  }
  return { session, open, vault, path, context, answers, events, handlers }
}
