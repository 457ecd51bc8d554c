import { exportHandlers } from '../../../electron/handlers/export.ts'
import { importHandlers } from '../../../electron/handlers/import.ts'
import { createLedger } from '../../../electron/ledger/ledger.ts'
import type { HostClient, OpenVault, Session } from '../../../electron/session.ts'
import { readWorkbook } from '../../../electron/spreadsheet/read-workbook.ts'
import type { Spreadsheets } from '../../../electron/spreadsheet/spreadsheets.ts'
import { writeXlsxSheets } from '../../../electron/spreadsheet/xlsx-writer.ts'
import type { VaultEvent } from '../../../shared/contract.ts'
import type { HostCallName } from '../../../shared/host-contract.ts'
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
  const open: OpenVault = {
    vault,
    ledger: createLedger(vault.records()),
    failedUnlocksBefore: 0,
    approvals: new Map(),
  }
  const answers: Partial<Record<HostCallName, unknown>> = {}
  const events: VaultEvent[] = []
  // `as`: each test puts in answers of the type that its calls expect.
  const host = ((name: HostCallName) => Promise.resolve(answers[name])) as HostClient
  const session: Session = {
    now: () => Date.UTC(2026, 10, 22, 2),
    host,
    emit: (event) => events.push(event),
    open: () => open,
  }
  const handlers = {
    ...importHandlers(session, spreadsheets),
    ...exportHandlers(session, spreadsheets),
  }
  return { session, open, vault, path, context, answers, events, handlers }
}
