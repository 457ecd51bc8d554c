import { CsvError, parse } from 'csv-parse/sync'
import { VaultError } from '../../shared/errors.ts'
import { MAX_CELL_CHARS, MAX_CELLS, MAX_COLUMNS, MAX_ROWS } from './limits.ts'
import { decodeText } from './text-encoding.ts'
import {
  CELL_TYPES,
  type OnProgress,
  type Sheet,
  type SheetRow,
  type Workbook,
} from './workbook.ts'
import { isScientific } from './xlsx-reader.ts'

const DELIMITERS = [',', '\t', ';', '|', '，'] as const
/** Shares of the whole, as measured: after the text is decoded, and after it is taken apart. */
const DECODED = 0.1
const PARSED = 0.9
/** How often progress is told. */
const TOLD_RECORDS = 256
/** How much of the file decides about the delimiter. */
const SAMPLE_LINES = 60

/**
 * Reads a csv: encoding and delimiter are found out, quotes may be loose, rows of any length.
 *
 * @throws VaultError `file-unreadable` (with the line where it is known), `file-too-large`,
 * `file-too-complex`.
 */
export function readCsvWorkbook(
  bytes: Uint8Array,
  name: string,
  knownWords: readonly string[],
  onProgress: OnProgress = () => {},
): Workbook {
  const { text, encoding } = decodeText(bytes, knownWords)
  onProgress(DECODED)
  const declared = /^\uFEFF?sep=(.)\r?\n/i.exec(text)
  const content = declared === null ? text : text.slice(declared[0].length)
  const delimiter = declared?.[1] ?? findDelimiter(content)
  const records = parseRecords(content, delimiter, onProgress)
  if (records.length > MAX_ROWS) {
    throw new VaultError('file-too-large', 'too many rows', { facts: { rows: MAX_ROWS } })
  }
  return {
    format: 'csv',
    encoding,
    delimiter,
    isDate1904: false,
    sheets: [toSheet(records, name, declared === null ? 1 : 2)],
  }
}

/**
 * The delimiter that splits the first lines into the most columns most evenly. Quoted parts do not
 * count.
 */
export function findDelimiter(text: string): string {
  const lines = sampleLines(text)
  let best: string = ','
  let bestScore = 0
  for (const delimiter of DELIMITERS) {
    const counts = lines.map((line) => line.split(delimiter).length - 1).filter((n) => n > 0)
    if (counts.length === 0) continue
    const most = mode(counts)
    const agreeing = counts.filter((count) => count === most).length
    // Lines that agree count twice: ten even semicolons outweigh the commas inside a remark.
    const score = (agreeing * 2 + counts.length) * Math.min(most, 20)
    if (score > bestScore) {
      best = delimiter
      bestScore = score
    }
  }
  return best
}

/** The first lines, with everything inside quotes removed. */
function sampleLines(text: string): string[] {
  const lines: string[] = []
  let line = ''
  let isQuoted = false
  const end = Math.min(text.length, 200_000)
  for (let index = 0; index < end && lines.length < SAMPLE_LINES; index++) {
    const char = text.charAt(index)
    if (char === '"') isQuoted = !isQuoted
    else if (char === '\n' && !isQuoted) {
      lines.push(line)
      line = ''
    } else if (!isQuoted) line += char
  }
  if (line !== '' && lines.length < SAMPLE_LINES) lines.push(line)
  return lines
}

function mode(numbers: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0]
}

function parseRecords(text: string, delimiter: string, onProgress: OnProgress): string[][] {
  const textBytes = Buffer.byteLength(text)
  let count = 0
  try {
    // Empty lines count for row numbers and are dropped later.
    return parse(text, {
      delimiter,
      bom: true,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: false,
      record_delimiter: ['\r\n', '\n', '\r'],
      max_record_size: 4 * 1024 * 1024,
      to: MAX_ROWS + 1,
      on_record: (record: string[], { bytes }) => {
        count += 1
        if (count % TOLD_RECORDS === 0) {
          onProgress(DECODED + ((PARSED - DECODED) * bytes) / textBytes)
        }
        return record
      },
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    if (error.code === 'CSV_MAX_RECORD_SIZE') {
      throw new VaultError('file-too-complex', 'a line of the csv is too long')
    }
    const line = typeof error['lines'] === 'number' ? error['lines'] : undefined
    // The library's message quotes the line, so it is not passed on.
    throw new VaultError('file-unreadable', 'the csv is malformed', {
      facts: line === undefined ? {} : { line },
    })
  }
}

function toSheet(records: readonly string[][], name: string, firstRow: number): Sheet {
  const rows: SheetRow[] = []
  let columnCount = 0
  let cellCount = 0
  for (const [index, record] of records.entries()) {
    const cells = record.slice(0, MAX_COLUMNS).map(unwrapText)
    while (cells.at(-1) === '') cells.pop()
    if (cells.length === 0) continue
    cellCount += cells.length
    if (cellCount > MAX_CELLS || cells.some((cell) => cell.length > MAX_CELL_CHARS)) {
      throw new VaultError('file-too-complex', 'too many cells, or one is too long')
    }
    columnCount = Math.max(columnCount, cells.length)
    const types = cells.map(typeOf).join('')
    rows.push({ number: firstRow + index, isHidden: false, cells, types })
  }
  return { name, isHidden: false, columnCount, rows }
}

/** `="0012"` is how people keep Excel from turning text into a number. */
function unwrapText(cell: string): string {
  const wrapped = /^="(.*)"$/s.exec(cell)
  return wrapped?.[1] === undefined ? cell : wrapped[1].replaceAll('""', '"')
}

function typeOf(cell: string): string {
  if (cell === '') return CELL_TYPES.empty
  return isScientific(cell) ? CELL_TYPES.digitsLost : CELL_TYPES.text
}
