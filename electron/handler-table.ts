import type { Backups } from './backups/runner.ts'
import { guardOwed } from './custodians/owed.ts'
import type { Exchanger } from './exchange/exchanger.ts'
import { appHandlers } from './handlers/app.ts'
import { auditHandlers } from './handlers/audit.ts'
import { backupsHandlers } from './handlers/backups.ts'
import { calendarHandlers } from './handlers/calendar.ts'
import { casesHandlers } from './handlers/cases.ts'
import { checksHandlers } from './handlers/checks.ts'
import { contactsHandlers } from './handlers/contacts.ts'
import { credentialsHandlers } from './handlers/credentials.ts'
import { custodiansHandlers } from './handlers/custodians.ts'
import { documentsHandlers } from './handlers/documents.ts'
import { dueListHandlers } from './handlers/due-list.ts'
import { exchangeHandlers } from './handlers/exchange.ts'
import { exportHandlers } from './handlers/export.ts'
import { handoverHandlers } from './handlers/handover.ts'
import { importHandlers } from './handlers/import.ts'
import { joinHandlers } from './handlers/join.ts'
import { kitHandlers } from './handlers/kit.ts'
import { ledgerHandlers } from './handlers/ledger.ts'
import { lettersHandlers } from './handlers/letters.ts'
import { mergeHandlers } from './handlers/merge.ts'
import { recordsHandlers } from './handlers/records.ts'
import { remindersHandlers } from './handlers/reminders.ts'
import { reportsHandlers } from './handlers/reports.ts'
import { shellHandlers } from './handlers/shell.ts'
import { vaultHandlers } from './handlers/vault.ts'
import type { Handlers } from './handlers.ts'
import type { DocxWriter } from './letters/docx-writer.ts'
import { createIndexKeeper } from './proof/audit-index.ts'
import type { SessionControl } from './session.ts'
import type { Spreadsheets } from './spreadsheet/spreadsheets.ts'

/** The whole table: a call of the contract without a handler does not compile. */
export function createHandlers(
  session: SessionControl,
  spreadsheets: Spreadsheets,
  writeDocx: DocxWriter,
  backups: Backups,
  exchanger: Exchanger,
  verifierPath: string,
): Handlers {
  const indexOf = createIndexKeeper()
  return guardOwed(session, {
    ...appHandlers(session),
    ...vaultHandlers(session),
    ...kitHandlers(session),
    ...ledgerHandlers(session),
    ...recordsHandlers(session),
    ...credentialsHandlers(session),
    ...contactsHandlers(session),
    ...remindersHandlers(session),
    ...importHandlers(session, spreadsheets),
    ...exportHandlers(session, spreadsheets),
    ...exchangeHandlers(session, exchanger),
    ...auditHandlers(session, verifierPath, indexOf),
    ...reportsHandlers(session, spreadsheets, indexOf),
    ...casesHandlers(session),
    ...documentsHandlers(session),
    ...lettersHandlers(session, writeDocx),
    ...checksHandlers(session),
    ...handoverHandlers(session),
    ...backupsHandlers(session, backups),
    ...mergeHandlers(session, backups),
    ...dueListHandlers(session),
    ...calendarHandlers(session),
    ...custodiansHandlers(session),
    ...joinHandlers(session),
    ...shellHandlers(session),
  })
}
