import { type CellStyle, writeXlsx } from 'hucre/xlsx'
import { xlsxText } from './xlsx-text.ts'

/** A table to be written. Every cell is text: nothing can be taken for a formula. */
export type SheetToWrite = {
  name: string
  headers: readonly string[]
  rows: readonly (readonly string[])[]
  /** Widths of the columns in characters. */
  widths: readonly number[]
  /** For some columns the values to choose from. */
  choices?: readonly { column: number; values: readonly string[] }[]
  /** Empty rows below that are text already: what a person types there keeps all its digits. */
  preparedRows?: number
  /** Text that explains instead of a table: no header style, no filter. */
  isNotes?: boolean
}

/** Falls back to the system's Chinese font where it is not installed. */
const FONT = { name: '微软雅黑', size: 10 }
const HEADER_STYLE: CellStyle = {
  font: { ...FONT, bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '2B4C7E' } },
  alignment: { vertical: 'center', wrapText: true },
}
/** Keeps what a person types later as text, so that long numbers keep their digits. */
const TEXT_STYLE: CellStyle = { numFmt: '@', alignment: { vertical: 'top' } }
const NOTES_STYLE: CellStyle = { numFmt: '@', alignment: { wrapText: true, vertical: 'top' } }

/** The bytes of an xlsx. */
export async function writeXlsxSheets(sheets: readonly SheetToWrite[]): Promise<Uint8Array> {
  return await writeXlsx({
    sheets: sheets.map((sheet) => ({
      name: xlsxText(sheet.name),
      columns: sheet.widths.map((width) => ({
        width,
        style: sheet.isNotes === true ? NOTES_STYLE : TEXT_STYLE,
      })),
      rows: [
        sheet.headers.map(xlsxText),
        ...sheet.rows.map((row) => row.map(xlsxText)),
        ...emptyRows(sheet),
      ],
      cells: new Map(
        sheet.headers.map((header, column) => [
          `0,${column}`,
          { value: xlsxText(header), type: 'string', style: HEADER_STYLE },
        ]),
      ),
      freezePane: { rows: 1 },
      dataValidations: (sheet.choices ?? []).map(({ column, values }) => ({
        type: 'list' as const,
        values: values.map(xlsxText),
        range: rangeOf(column, sheet.rows.length + (sheet.preparedRows ?? 0)),
        allowBlank: true,
      })),
    })),
    defaultFont: FONT,
    properties: { creator: '备案匣', title: sheets[0]?.name ?? '' },
  })
}

function emptyRows(sheet: SheetToWrite): null[][] {
  return Array.from({ length: sheet.preparedRows ?? 0 }, () => sheet.headers.map(() => null))
}

/** Such as `D2:D501`. */
function rangeOf(column: number, rowCount: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return `${letters}2:${letters}${rowCount + 1}`
}
