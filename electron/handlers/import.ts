import path from 'node:path'
import { dayOf } from '../../shared/calendar-day.ts'
import { VaultError } from '../../shared/errors.ts'
import type { ImportMapping } from '../../shared/import.ts'
import type { Handlers } from '../handlers.ts'
import type { Session } from '../session.ts'
import { commitImport } from '../spreadsheet/import-commit.ts'
import { describeSheet, previewImport } from '../spreadsheet/import-preview.ts'
import type { Spreadsheets } from '../spreadsheet/spreadsheets.ts'
import { mapColumns, suggestMapping } from '../spreadsheet/suggest-mapping.ts'
import type { Workbook } from '../spreadsheet/workbook.ts'

/** The spreadsheet that is being imported. It holds passwords: gone with the import's end. */
type OpenImport = { workbook: Workbook; fileName: string }

/** Import of the spreadsheet they have: choose, correct the mapping, look, commit. */
export function importHandlers(
  session: Session,
  spreadsheets: Spreadsheets,
): Pick<Handlers, 'import.choose' | 'import.preview' | 'import.commit' | 'import.cancel'> {
  let current: OpenImport | undefined
  /** Aborts whatever is under way: reading, or writing before it is final. */
  let running: AbortController | undefined

  const openImport = () => {
    if (current === undefined) throw new VaultError('import-not-open', 'no spreadsheet is open')
    return current
  }
  const today = () => dayOf(session.now())

  return {
    'import.choose': async () => {
      session.open()
      const filePath = await session.host('dialog.openSpreadsheet', undefined)
      if (filePath === undefined) return undefined
      running?.abort()
      const controller = new AbortController()
      running = controller
      try {
        const workbook = await spreadsheets.read(filePath, controller.signal)
        const fileName = path.basename(filePath)
        current = { workbook, fileName }
        const mapping = suggestMapping(workbook, today())
        const { format, encoding, delimiter, sheets } = workbook
        return {
          fileName,
          format,
          ...(encoding === undefined ? {} : { encoding }),
          ...(delimiter === undefined ? {} : { delimiter }),
          sheets: sheets.map(({ name, rows, columnCount }) => ({
            name,
            rowCount: rows.length,
            columnCount,
          })),
          mapping,
          ...describeSheet(workbook, mapping),
        }
      } finally {
        if (running === controller) running = undefined
      }
    },
    'import.preview': async ({ mapping }) => {
      const { ledger } = session.open()
      const { workbook } = openImport()
      return await previewImport(workbook, settled(workbook, mapping, today()), ledger, today())
    },
    'import.commit': async ({ plan }) => {
      const source = openImport()
      const controller = new AbortController()
      running = controller
      try {
        const mapping = settled(source.workbook, plan.mapping, today())
        const isCancelled = () => controller.signal.aborted
        const result = await commitImport(session, source, { ...plan, mapping }, isCancelled)
        current = undefined
        return result
      } finally {
        if (running === controller) running = undefined
      }
    },
    'import.cancel': () => {
      if (running === undefined) current = undefined
      running?.abort()
    },
  }
}

/** Columns for a sheet or header row that was just chosen: an empty list asks for a suggestion. */
function settled(workbook: Workbook, mapping: ImportMapping, today: string): ImportMapping {
  if (mapping.columns.length > 0 && mapping.sheet < workbook.sheets.length) return mapping
  return mapColumns(workbook, mapping.sheet, mapping.headerRow, today)
}
