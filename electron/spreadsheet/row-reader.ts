import type { CalendarDay } from '../../shared/calendar-day.ts'
import { isRefused } from '../../shared/field/record-check.ts'
import type { ImportMapping } from '../../shared/import.ts'
import { detailOwners } from './people.ts'
import { createRowCutter } from './row-cells.ts'
import { checkRow } from './row-check.ts'
import { type Above, type RowDraft, readRow } from './row-draft.ts'
import { withoutRefused } from './row-mend.ts'
import { dataRows, headersAt } from './suggest-mapping.ts'
import { CELL_TYPES, type Sheet, type SheetRow, type Workbook } from './workbook.ts'

/** Reads rows of one sheet, in their order: a row may go on with the name of the one above. */
export function createRowReader(
  workbook: Workbook,
  mapping: ImportMapping,
  today: CalendarDay,
): { rows: SheetRow[]; read: (row: SheetRow) => RowDraft } {
  const sheet: Sheet | undefined = workbook.sheets[mapping.sheet]
  if (sheet === undefined) return { rows: [], read: () => emptyDraft(0) }
  const cut = createRowCutter(sheet, mapping)
  const headers = headersAt(sheet, mapping.headerRow)
  const owners = detailOwners(mapping, headers)
  const readUnder = (above: Above | undefined, row: SheetRow): RowDraft => {
    const cells = cut(row)
    if (row.isHidden) cells.find('import-hidden-row', 'warning')
    return checkRow(readRow(cells, owners, workbook.isDate1904, above), cells, today)
  }
  const mend = (above: Above | undefined, row: SheetRow, draft: RowDraft): RowDraft | undefined => {
    // Without its number a nameless row would count to the entity above.
    if (!isRefused(draft.findings) || draft.entity.isNameMadeUp) return undefined
    const rest = withoutRefused(row, draft.findings, mapping, headers)
    if (rest === undefined) return undefined
    const mended = readUnder(above, rest.row)
    return isRefused(mended.findings) ? undefined : { ...mended, remark: rest.remark }
  }
  let above: Above | undefined
  return {
    rows: dataRows(sheet, mapping.headerRow).filter((row) => hasMappedCell(row, mapping)),
    read(row) {
      const draft = readUnder(above, row)
      const mended = mend(above, row, draft)
      if (!draft.entity.isNameMadeUp) {
        const subject = draft.entity.data.filingNumber
        above = { name: draft.entity.name, ...(subject === undefined ? {} : { subject }) }
      }
      return mended === undefined ? draft : { ...draft, mended }
    },
  }
}

function hasMappedCell(row: SheetRow, mapping: ImportMapping): boolean {
  const filled = mapping.columns.filter(
    (field, column) => field !== null && (row.types[column] ?? ' ') !== CELL_TYPES.empty,
  )
  if (filled.length === 0) return false
  const texts = mapping.columns.flatMap((field, column) =>
    field === null ? [] : [row.cells[column] ?? ''].filter((cell) => cell !== ''),
  )
  // A line of text merged over the table.
  if (texts.length >= 3 && new Set(texts).size === 1) return false
  const isRemark = /^\s*(合计|总计|小计|共计|制表|填表|审核人|(备注|说明|注)[:\uff1a])/.test(
    row.cells.find((cell) => cell.trim() !== '') ?? '',
  )
  return !(isRemark && new Set(row.cells.filter((cell) => cell !== '')).size <= 2)
}

function emptyDraft(row: number): RowDraft {
  return {
    row,
    entity: { name: '', isNameMadeUp: true, data: {} },
    domains: [],
    people: [],
    passwords: {},
    findings: [],
  }
}
