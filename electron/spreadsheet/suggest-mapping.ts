import type { CalendarDay } from '../../shared/calendar-day.ts'
import { parseIcpNumber } from '../../shared/field/icp-number.ts'
import type { ImportField, ImportMapping } from '../../shared/import.ts'
import { guessField } from './column-guess.ts'
import { matchHeader } from './header-match.ts'
import type { Sheet, SheetRow, Workbook } from './workbook.ts'

/** Rows in which the headers are looked for. */
const HEADER_SEARCH_ROWS = 30

type Column = ImportField | null

/** The sheet, header row and columns that fit best; a person may correct all three. */
export function suggestMapping(workbook: Workbook, today: CalendarDay): ImportMapping {
  let best: { sheet: number; score: number } = { sheet: 0, score: -1 }
  for (const [sheet, content] of workbook.sheets.entries()) {
    const header = findHeaderRow(content)
    const score =
      (header.matches * 1000 + Math.min(content.rows.length, 900)) * (content.isHidden ? 0.1 : 1)
    if (content.rows.length > 0 && score > best.score) best = { sheet, score }
  }
  const sheet = workbook.sheets[best.sheet]
  const headerRow = sheet === undefined ? -1 : findHeaderRow(sheet).row
  return mapColumns(workbook, best.sheet, headerRow, today)
}

/** Suggests the columns for a sheet and header row that are given. */
export function mapColumns(
  workbook: Workbook,
  sheetIndex: number,
  headerRow: number,
  today: CalendarDay,
): ImportMapping {
  const sheet = workbook.sheets[sheetIndex]
  if (sheet === undefined) return { sheet: 0, headerRow: -1, columns: [] }
  const headers = headersAt(sheet, headerRow)
  const rows = dataRows(sheet, headerRow)
  const matches = headers.map(matchHeader)
  const columns: Column[] = matches.map((match) => (match === 'ignored' ? null : (match ?? null)))
  correctByContent(columns, headers, rows, today)
  for (const [column, match] of matches.entries()) {
    if (match !== undefined) continue
    const guess = guessField(cellsOf(rows, column), today)
    if (guess !== undefined && !columns.includes(guess)) columns[column] = guess
  }
  correctByNeighbours(columns, headers)
  return { sheet: sheetIndex, headerRow, columns }
}

/** Headers over all of the sheet's columns; '' where there is none. */
export function headersAt(sheet: Sheet, headerRow: number): string[] {
  const row = sheet.rows.find((one) => one.number === headerRow + 1)
  return Array.from({ length: sheet.columnCount }, (_, column) => row?.cells[column]?.trim() ?? '')
}

/** Rows below the headers. Headers repeated on later pages of a printout are none. */
export function dataRows(sheet: Sheet, headerRow: number): SheetRow[] {
  const headers = headersAt(sheet, headerRow).join('\0')
  return sheet.rows.filter(
    (row) =>
      row.number > headerRow + 1 &&
      !(
        headers.startsWith(row.cells.map((cell) => cell.trim()).join('\0')) && row.cells.length > 1
      ),
  )
}

export function cellsOf(rows: readonly SheetRow[], column: number): string[] {
  return rows.slice(0, 200).map((row) => row.cells[column] ?? '')
}

/**
 * The row with the most known headers. Of equals, the lower of two neighbours: a two-line header
 * whose cells are merged downwards tells the same twice, and the lower one is the finer.
 */
function findHeaderRow(sheet: Sheet): { row: number; matches: number } {
  let best = { row: -1, matches: 0 }
  for (const row of sheet.rows.slice(0, HEADER_SEARCH_ROWS)) {
    if (row.cells.some(isData)) continue
    const found = new Set(row.cells.map(matchHeader).filter((match) => match !== undefined))
    found.delete('ignored')
    const isNeighbour = row.number - 1 === best.row + 1
    if (
      found.size > best.matches ||
      (found.size === best.matches && isNeighbour && found.size > 1)
    ) {
      best = { row: row.number - 1, matches: found.size }
    }
  }
  const isEnough = best.matches >= 2 || (best.matches === 1 && sheet.columnCount <= 2)
  return isEnough ? best : { row: -1, matches: 0 }
}

/** What stands in rows below headers and never in one: numbers of filings, long numbers, domains. */
function isData(cell: string): boolean {
  const text = cell.trim()
  return (
    /^\d{8,}[\dX]?$/.test(text) ||
    /^(https?:\/\/)?([a-z0-9-]+\.)+[a-z]{2,}(\/\S*)?$/i.test(text) ||
    parseIcpNumber(text) !== undefined
  )
}

/** A header that may mean two things is settled by what stands below it. */
function correctByContent(
  columns: Column[],
  headers: readonly string[],
  rows: readonly SheetRow[],
  today: CalendarDay,
): void {
  for (const [column, field] of columns.entries()) {
    const ambiguous =
      field === 'contact.idNumber' ||
      field === 'entity.creditCode' ||
      (field === 'service.name' &&
        /^(网站|站点|app|名称|website|site)$/i.test(headers[column] ?? '')) ||
      field === 'service.homeUrl' ||
      (field === 'contact.phone' && /联系方式/.test(headers[column] ?? ''))
    if (!ambiguous) continue
    const guess = guessField(cellsOf(rows, column), today)
    if (guess === undefined || guess === field) continue
    if (field === 'service.homeUrl' && guess !== 'domain.names') continue
    if (field === 'service.homeUrl' && columns.includes('domain.names')) continue
    columns[column] = guess
  }
}

/** What the columns beside it say of a header that may mean two things. */
function correctByNeighbours(columns: Column[], headers: readonly string[]): void {
  const homeUrl = columns.indexOf('service.homeUrl')
  if (homeUrl !== -1 && !columns.includes('domain.names')) columns[homeUrl] = 'domain.names'
  for (const [column, field] of columns.entries()) {
    const isBare = /^[\s*]*(密码|口令|password|pwd)[\s*]*$/i.test(headers[column] ?? '')
    if (field === 'credential.filingPassword' && isBare) {
      const hasOther = columns.some((one, at) => one === field && at !== column)
      if (hasOther || columns[column - 1] === 'credential.account') {
        columns[column] = 'credential.providerPassword'
      }
    }
  }
  keepFirst(columns, SINGLE_FIELDS)
}

/** Of these a filing has one: a second column with the same meaning is left out until a person says otherwise. */
const SINGLE_FIELDS: readonly ImportField[] = [
  'entity.name',
  'entity.nature',
  'entity.creditCode',
  'entity.address',
  'entity.filingNumber',
  'service.name',
  'service.kind',
  'service.filingNumber',
  'service.filedOn',
  'service.status',
  'service.policeNumber',
  'domain.expiresOn',
  'credential.account',
  'credential.filingPassword',
  'credential.providerPassword',
  'credential.changedOn',
]

function keepFirst(columns: Column[], fields: readonly ImportField[]): void {
  const seen = new Set<ImportField>()
  for (const [column, field] of columns.entries()) {
    if (field === null || !fields.includes(field)) continue
    if (seen.has(field)) columns[column] = null
    seen.add(field)
  }
}
