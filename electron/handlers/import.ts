import path from 'node:path'
import { dayOf } from '../../shared/calendar-day.ts'
import { VaultError } from '../../shared/errors.ts'
import type { ImportMapping, ImportSource } from '../../shared/import.ts'
import type { Handlers } from '../handlers.ts'
import { createOneWork } from '../one-work.ts'
import type { Session } from '../session.ts'
import { commitImport } from '../spreadsheet/import-commit.ts'
import { describeSheet, previewImport, readDrafts } from '../spreadsheet/import-preview.ts'
import type { RowDraft } from '../spreadsheet/row-draft.ts'
import type { Spreadsheets } from '../spreadsheet/spreadsheets.ts'
import { mapColumns, suggestMapping } from '../spreadsheet/suggest-mapping.ts'
import type { Workbook } from '../spreadsheet/workbook.ts'

/** The spreadsheet that is being imported. It holds passwords: gone with the import's end. */
type OpenImport = {
  workbook: Workbook
  fileName: string
  /** The rows by the mapping that was looked at last: committing the same need not read them again. */
  read?: { key: string; drafts: RowDraft[] }
}

/** Import of the spreadsheet they have: choose, correct the mapping, look, commit. */
export function importHandlers(
  session: Session,
  spreadsheets: Spreadsheets,
): Pick<Handlers, 'import.choose' | 'import.preview' | 'import.commit' | 'import.cancel'> {
  let current: OpenImport | undefined
  /** Whatever is under way: reading, or writing before it is final. */
  const work = createOneWork()
  const today = () => dayOf(session.now())

  const openImport = () => {
    if (current === undefined) throw new VaultError('import-not-open', 'no spreadsheet is open')
    return current
  }
  const draftsOf = async (source: OpenImport, mapping: ImportMapping, signal: AbortSignal) => {
    const key = JSON.stringify([mapping, today()])
    if (source.read?.key !== key) {
      const isCancelled = () => signal.aborted
      const drafts = await readDrafts(source.workbook, mapping, today(), isCancelled)
      source.read = { key, drafts }
    }
    return source.read.drafts
  }

  return {
    'import.choose': async () => {
      session.open()
      const filePath = await session.host('dialog.openSpreadsheet', undefined)
      if (filePath === undefined) return undefined
      current = undefined
      return await work.run(async (signal) => {
        const workbook = await spreadsheets.read(filePath, signal, (share) => {
          const done = Math.round(share * 100)
          session.emit({ event: 'progress', task: 'read', done, total: 100 })
        })
        const fileName = path.basename(filePath)
        current = { workbook, fileName }
        return describeSource(workbook, fileName, suggestMapping(workbook, today()))
      })
    },
    'import.preview': async ({ mapping }) => {
      const { ledger } = session.open()
      const source = openImport()
      return await work.run(async (signal) => {
        const settled = settleMapping(source.workbook, mapping, today())
        const drafts = await draftsOf(source, settled, signal)
        return previewImport(source.workbook, settled, drafts, ledger)
      })
    },
    'import.commit': async ({ plan }) => {
      const source = openImport()
      return await work.run(async (signal) => {
        const mapping = settleMapping(source.workbook, plan.mapping, today())
        const { fileName } = source
        const drafts = await draftsOf(source, mapping, signal)
        const isCancelled = () => signal.aborted
        const result = await commitImport(session, { drafts, fileName }, plan, isCancelled)
        current = undefined
        return result
      })
    },
    'import.cancel': () => {
      if (!work.isRunning()) current = undefined
      work.stop()
    },
  }
}

function describeSource(
  workbook: Workbook,
  fileName: string,
  mapping: ImportMapping,
): ImportSource {
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
}

/** Columns for a sheet or header row that was just chosen: an empty list asks for a suggestion. */
function settleMapping(workbook: Workbook, mapping: ImportMapping, today: string): ImportMapping {
  if (mapping.columns.length > 0 && mapping.sheet < workbook.sheets.length) return mapping
  return mapColumns(workbook, mapping.sheet, mapping.headerRow, today)
}
