import type { FindingCode } from '../../shared/field/finding-codes.ts'
import type { FieldFinding } from '../../shared/finding.ts'
import type { ImportField, ImportMapping, ImportRowFinding } from '../../shared/import.ts'
import { meaningOf } from './cell-text.ts'
import { headersAt } from './suggest-mapping.ts'
import { CELL_TYPES, type Sheet, type SheetRow } from './workbook.ts'

/** A cell of a mapped column that holds something. */
export type MappedCell = { column: number; header: string; text: string; raw: string; type: string }

/** One row by the fields its columns stand for, and what is found out about it on the way. */
export type RowCells = {
  row: number
  findings: ImportRowFinding[]
  /** The first cell with content of a field. */
  first(field: ImportField): MappedCell | undefined
  all(field: ImportField): MappedCell[]
  /** Whether the sheet has a column for it at all. */
  isMapped(field: ImportField): boolean
  find(
    code: FindingCode,
    severity: FieldFinding['severity'],
    at?: MappedCell | ImportField,
    facts?: FieldFinding['facts'],
  ): void
}

/** Fields whose value is lost when a spreadsheet kept only 15 of its digits. */
const EXACT_FIELDS: readonly ImportField[] = [
  'entity.creditCode',
  'entity.filingNumber',
  'service.filingNumber',
  'service.policeNumber',
  'contact.phone',
  'contact.idNumber',
  'contact.emergencyPhone',
  'credential.account',
  'credential.filingPassword',
  'credential.providerPassword',
]

/** Fields of one line: a break in the cell only wraps the text. */
const WRAPPED_FIELDS: readonly ImportField[] = [
  'entity.name',
  'entity.address',
  'service.name',
  'service.preApproval',
  'provider.name',
  'domain.owner',
]
/** Fields that may hold a list or free text, or are measured elsewhere. */
const LONG_FIELDS: readonly ImportField[] = [
  'domain.names',
  'domain.expiresOn',
  'service.notes',
  'credential.filingPassword',
  'credential.providerPassword',
]
const MAX_LINE_CHARS = 200

/** Takes rows apart by the mapping. */
export function createRowCutter(sheet: Sheet, mapping: ImportMapping): (row: SheetRow) => RowCells {
  const headers = headersAt(sheet, mapping.headerRow)
  const columns: { column: number; field: ImportField; header: string }[] = []
  for (const [column, field] of mapping.columns.entries()) {
    if (field !== null) columns.push({ column, field, header: headers[column] ?? '' })
  }

  return (row) => {
    const cells = new Map<ImportField, MappedCell[]>()
    const columnOf = new Map<ImportField, number>()
    const findings: ImportRowFinding[] = []
    const find: RowCells['find'] = (code, severity, at, facts) => {
      const field = typeof at === 'string' ? at : undefined
      const column = typeof at === 'object' ? at.column : field && columnOf.get(field)
      findings.push({
        row: row.number,
        severity,
        code,
        ...(field === undefined ? {} : { field }),
        ...(column === undefined ? {} : { column }),
        ...(facts === undefined ? {} : { facts }),
      })
    }
    for (const { column, field, header } of columns) {
      const raw = row.cells[column] ?? ''
      const type = row.types[column] ?? CELL_TYPES.empty
      if (!columnOf.has(field)) columnOf.set(field, column)
      const text = meaningOf(WRAPPED_FIELDS.includes(field) ? unwrap(raw) : raw)
      const cell = { column, header, text: text ?? '', raw, type }
      if (type === CELL_TYPES.formulaWithoutValue) find('import-formula-empty', 'warning', cell)
      if (type === CELL_TYPES.error) find('import-cell-error', 'warning', cell)
      if (text === undefined) continue
      if (text.length > MAX_LINE_CHARS && !LONG_FIELDS.includes(field)) {
        find('too-long', 'refused', field, { maxLength: MAX_LINE_CHARS })
      }
      if (type === CELL_TYPES.digitsLost) {
        find('import-digits-lost', EXACT_FIELDS.includes(field) ? 'refused' : 'warning', cell)
      }
      columnOf.set(field, cells.get(field)?.[0]?.column ?? column)
      const before = cells.get(field)
      if (before === undefined) cells.set(field, [cell])
      else before.push(cell)
    }
    return {
      row: row.number,
      findings,
      find,
      first: (field) => cells.get(field)?.[0],
      all: (field) => cells.get(field) ?? [],
      isMapped: (field) => columnOf.has(field),
    }
  }
}

/** Joins lines: without a blank between Chinese characters, with one elsewhere. */
function unwrap(text: string): string {
  return text
    .replace(/(?<=\p{Script=Han})\s*[\r\n]+\s*(?=\p{Script=Han})/gu, '')
    .replace(/\s*[\r\n]+\s*/g, ' ')
}
