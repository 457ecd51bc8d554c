import type { ImportField, ImportMapping, ImportRowFinding } from '../../shared/import.ts'
import { CELL_TYPES, type SheetRow } from './workbook.ts'

/** What a filing can do without: numbers that anybody can look up again. */
const DISPENSABLE: readonly (ImportField | null | undefined)[] = [
  'entity.creditCode',
  'entity.filingNumber',
  'service.filingNumber',
  'service.policeNumber',
  'contact.phone',
  'contact.email',
  'contact.idNumber',
  'contact.emergencyPhone',
]

/**
 * A row without the cells that were refused, and a remark that keeps what stood in them; an ID number is
 * kept masked, since remarks are shown and searched. Undefined when something else is wrong with it too.
 */
export function withoutRefused(
  row: SheetRow,
  findings: readonly ImportRowFinding[],
  mapping: ImportMapping,
  headers: readonly string[],
): { row: SheetRow; remark: string } | undefined {
  const refused = findings.filter(({ severity }) => severity === 'refused')
  const columns = new Set<number>()
  for (const { column } of refused) {
    if (column === undefined || !DISPENSABLE.includes(mapping.columns[column])) return undefined
    columns.add(column)
  }
  const cells = [...row.cells]
  const types = [...row.types]
  const said: string[] = []
  for (const column of [...columns].sort((a, b) => a - b)) {
    const text = (cells[column] ?? '').trim()
    const isId = mapping.columns[column] === 'contact.idNumber'
    said.push(`${headers[column] ?? ''} ${isId ? maskId(text) : text}`.trim())
    cells[column] = ''
    types[column] = CELL_TYPES.empty
  }
  return {
    row: { ...row, cells, types: types.join('') },
    remark: `导入时未通过校验，请核对：${said.join('；')}`,
  }
}

/** 110105********0021 */
function maskId(text: string): string {
  const shown = text.length > 10 ? { first: 6, last: 4 } : { first: 0, last: 2 }
  const middle = Math.max(text.length - shown.first - shown.last, 0)
  return text.slice(0, shown.first) + '*'.repeat(middle) + text.slice(-shown.last)
}
