/**
 * A spreadsheet as text. Dates of date cells are already `YYYY-MM-DD`, numbers plain decimals,
 * formulas their stored value; merged cells hold their block's value. Nothing is trimmed: a
 * password's trailing space is part of it.
 */
export type Workbook = {
  format: 'xlsx' | 'csv'
  /** Of a csv, such as `utf-8` or `gb18030`. */
  encoding?: string
  /** Of a csv. */
  delimiter?: string
  /** Whether bare serial numbers count from 1904. */
  isDate1904: boolean
  sheets: Sheet[]
}

export type Sheet = {
  name: string
  isHidden: boolean
  columnCount: number
  /** Rows that hold anything, in order. */
  rows: SheetRow[]
}

export type SheetRow = {
  /** As the spreadsheet program shows it, from 1. */
  number: number
  isHidden: boolean
  cells: string[]
  /** One character of CELL_TYPES for each cell. */
  types: string
}

/** Told the share of the reading that is done, 0 … 1. */
export type OnProgress = (share: number) => void

/** What a cell was in the file. */
export const CELL_TYPES = {
  empty: ' ',
  text: 's',
  number: 'n',
  date: 'd',
  boolean: 'b',
  /** An error value such as #N/A; its text is empty. */
  error: 'e',
  /** A formula whose value is not stored; formulas are never computed. */
  formulaWithoutValue: 'f',
  /** A number beyond the 15 digits that spreadsheets keep, or text such as `1.38E+10`. */
  digitsLost: 'x',
} as const

/** A date without time zone, as its calendar day. */
export function dayOfUtcDate(date: Date): string {
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10)
}
