import { type CellValue, readXlsx, type Sheet as XlsxSheet } from 'hucre/xlsx'
import { VaultError } from '../../shared/errors.ts'
import { MAX_CELL_CHARS, MAX_CELLS, MAX_COLUMNS, MAX_ROWS, MAX_SHEETS } from './limits.ts'
import {
  CELL_TYPES,
  dayOfUtcDate,
  type OnProgress,
  type Sheet,
  type SheetRow,
  type Workbook,
} from './workbook.ts'
import { repackCells } from './zip-container.ts'

/** Shares of the whole, as measured: unpacked, shared texts read, all sheets parsed. */
const UNPACKED = 0.1
const TEXTS_READ = 0.3
const PARSED = 0.8
/** How often progress is told. */
const TOLD_ROWS = 256

/**
 * Reads an xlsx. Formulas are never computed: their stored value counts, and one without is marked.
 *
 * @throws VaultError `file-unreadable`, `file-too-complex`, `file-old-format` (an xlsb or ods),
 * `file-encrypted`.
 */
export async function readXlsxWorkbook(
  bytes: Uint8Array,
  onProgress: OnProgress = () => {},
): Promise<Workbook> {
  const { names, archive } = repackCells(bytes)
  onProgress(UNPACKED)
  if (names.some((name) => name === 'xl/workbook.bin' || name === 'mimetype')) {
    throw new VaultError('file-old-format', 'an xlsb or OpenDocument file')
  }
  if (!names.includes('[Content_Types].xml')) {
    throw new VaultError('file-unreadable', 'an archive, but no spreadsheet')
  }
  const book = await parse(archive, onProgress)
  onProgress(PARSED)
  if (book.sheets.length > MAX_SHEETS) throw new VaultError('file-too-complex', 'too many sheets')
  const budget = { rows: MAX_ROWS, cells: MAX_CELLS }
  return {
    format: 'xlsx',
    isDate1904: book.dateSystem === '1904',
    sheets: book.sheets.map((sheet, index) => {
      const tell = (share: number) =>
        onProgress(PARSED + ((1 - PARSED) * (index + share)) / book.sheets.length)
      return readSheet(sheet, budget, tell)
    }),
  }
}

async function parse(archive: Uint8Array, onProgress: OnProgress) {
  let begun = 0
  try {
    return await readXlsx(archive, {
      // Asked before each sheet is parsed: the one place where the library lets anybody look in. How many
      // sheets are still to come it does not say.
      sheets: () => {
        onProgress(PARSED - (PARSED - TEXTS_READ) / 2 ** begun)
        begun += 1
        return true
      },
    })
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    // hucre's bounds on coordinates and on a sheet's rectangle.
    if (/cells|exceeds|limit|too large/i.test(message)) {
      throw new VaultError('file-too-complex', 'the sheet is too large')
    }
    // The library's message may quote a cell, so it is not passed on.
    throw new VaultError('file-unreadable', 'the spreadsheet cannot be parsed')
  }
}

function readSheet(
  sheet: XlsxSheet,
  budget: { rows: number; cells: number },
  onProgress: OnProgress,
): Sheet {
  const merged = mergedValues(sheet, budget)
  const rows: SheetRow[] = []
  let columnCount = 0
  for (const [index, values] of sheet.rows.entries()) {
    if (index % TOLD_ROWS === 0) onProgress(index / sheet.rows.length)
    const cells: string[] = []
    let types = ''
    let filled = 0
    const width = Math.min(Math.max(values.length, merged.get(index)?.width ?? 0), MAX_COLUMNS)
    for (let column = 0; column < width; column++) {
      const source = merged.get(index)?.sources.get(column)
      const at = source ?? { row: index, column }
      const [text, type] = readCell(sheet, at.row, at.column)
      cells.push(text)
      types += type
      if (type !== CELL_TYPES.empty) filled = column + 1
    }
    if (filled === 0) continue
    budget.rows -= 1
    budget.cells -= filled
    if (budget.rows < 0 || budget.cells < 0) {
      throw new VaultError('file-too-large', 'too many rows', { facts: { rows: MAX_ROWS } })
    }
    columnCount = Math.max(columnCount, filled)
    const isHidden = sheet.rowDefs?.get(index)?.hidden === true
    rows.push({
      number: index + 1,
      isHidden,
      cells: cells.slice(0, filled),
      types: types.slice(0, filled),
    })
  }
  return {
    name: sheet.name,
    isHidden: sheet.hidden === true || sheet.veryHidden === true,
    columnCount,
    rows,
  }
}

type MergedRow = { width: number; sources: Map<number, { row: number; column: number }> }

/** For each cell that a merged block covers, the block's first cell. */
function mergedValues(sheet: XlsxSheet, budget: { cells: number }): Map<number, MergedRow> {
  const covered = new Map<number, MergedRow>()
  for (const block of sheet.merges ?? []) {
    const source = { row: block.startRow, column: block.startCol }
    // A block that goes on below the last row with content says nothing of rows that are not there.
    const lastRow = Math.min(block.endRow, sheet.rows.length - 1)
    const lastColumn = Math.min(block.endCol, MAX_COLUMNS - 1)
    if (readCell(sheet, source.row, source.column)[1] === CELL_TYPES.empty) continue
    for (let row = block.startRow; row <= lastRow; row++) {
      const entry = covered.get(row) ?? { width: 0, sources: new Map() }
      covered.set(row, entry)
      entry.width = Math.max(entry.width, lastColumn + 1)
      for (let column = block.startCol; column <= lastColumn; column++) {
        budget.cells -= 1
        if (budget.cells < 0) throw new VaultError('file-too-complex', 'merged blocks too large')
        entry.sources.set(column, source)
      }
    }
  }
  return covered
}

function readCell(sheet: XlsxSheet, row: number, column: number): [text: string, type: string] {
  const value = sheet.rows[row]?.[column] ?? null
  const detail = sheet.cells?.get(`${row},${column}`)
  if (detail?.type === 'error') return ['', CELL_TYPES.error]
  if (detail?.formula !== undefined && (value === null || value === '')) {
    return ['', CELL_TYPES.formulaWithoutValue]
  }
  return readValue(value)
}

function readValue(value: CellValue): [text: string, type: string] {
  if (value === null || value === '') return ['', CELL_TYPES.empty]
  if (typeof value === 'string') {
    if (value.length > MAX_CELL_CHARS)
      throw new VaultError('file-too-complex', 'a cell is too long')
    return [value, isScientific(value) ? CELL_TYPES.digitsLost : CELL_TYPES.text]
  }
  if (typeof value === 'number') return readNumber(value)
  if (typeof value === 'boolean') return [value ? 'TRUE' : 'FALSE', CELL_TYPES.boolean]
  return [dayOfUtcDate(value), CELL_TYPES.date]
}

/** A spreadsheet keeps 15 digits: an ID number typed as a number has lost its end. */
function readNumber(value: number): [text: string, type: string] {
  const type = Math.abs(value) >= 1e15 ? CELL_TYPES.digitsLost : CELL_TYPES.number
  return [Number.isInteger(value) ? BigInt(value).toString() : String(value), type]
}

/** Text such as `1.38E+10`, left by a program that showed a long number so and saved what it showed. */
export function isScientific(text: string): boolean {
  return /^\s*\d(\.\d+)?[Ee]\+\d{1,2}\s*$/.test(text)
}
