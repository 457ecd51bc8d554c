import path from 'node:path'
import { dayOf } from '../../shared/calendar-day.ts'
import { requireSecondPerson } from '../custodians/second-person.ts'
import type { Handlers } from '../handlers.ts'
import { ledgerRows } from '../ledger/ledger.ts'
import { auditEntries } from '../ledger/write.ts'
import type { Session } from '../session.ts'
import { writeCsv } from '../spreadsheet/csv-writer.ts'
import { EXPORT_COLUMNS, ledgerTable } from '../spreadsheet/ledger-table.ts'
import type { Spreadsheets } from '../spreadsheet/spreadsheets.ts'
import { templateSheets } from '../spreadsheet/template.ts'
import { writeForPerson } from '../written-file.ts'

/** Spreadsheets that go out: a blank template, and the ledger without any secret. */
export function exportHandlers(
  session: Session,
  spreadsheets: Spreadsheets,
): Pick<Handlers, 'ledger.exportTemplate' | 'ledger.export'> {
  const chooseFile = (suggestedName: string, extension: string) =>
    session.host('dialog.saveFile', { suggestedName, extension })

  return {
    'ledger.exportTemplate': async () => {
      session.open()
      const file = await chooseFile('备案台账模板.xlsx', 'xlsx')
      if (file === undefined) return undefined
      writeForPerson(file, await spreadsheets.write(templateSheets()))
      return { fileName: path.basename(file) }
    },
    'ledger.export': async ({ format, ids }) => {
      const today = dayOf(session.now())
      const lineIds = ids ?? ledgerRows(session.open().ledger, today).map((row) => row.id)
      const scope = { action: 'ledger.export', facts: { format, rows: lineIds.length } }
      requireSecondPerson(session, 'export', scope, lineIds)
      const file = await chooseFile(`备案台账 ${today}.${format}`, format)
      if (file === undefined) return undefined
      const { vault, ledger } = session.open()
      const rows = ledgerTable(ledger, lineIds)
      const headers = EXPORT_COLUMNS.map((column) => column.header)
      const fileName = path.basename(file)
      // Said before it is done, as everything that leaves the vault.
      const facts = { fileName, format, rows: rows.length }
      vault.appendAudit(auditEntries(session, [{ action: 'ledger.export', facts }]))
      const widths = EXPORT_COLUMNS.map((column) => column.width)
      const bytes =
        format === 'csv'
          ? writeCsv([headers, ...rows])
          : await spreadsheets.write([{ name: '备案台账', headers, rows, widths }])
      writeForPerson(file, bytes)
      return { fileName, rowCount: rows.length }
    },
  }
}
