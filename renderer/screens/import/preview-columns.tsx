import { Tag, type TagLook } from '../../components/StateTag.tsx'
import { textColumn } from '../../components/text-column.tsx'
import type { Column } from '../../components/VirtualTable.tsx'
import { findingWords } from '../../i18n/finding-words.ts'
import type { Text } from '../../i18n/text.ts'
import { isDuplicate, type PlannedRow, type RowAction, worstFirst } from './import-plan.ts'

const LOOKS: Readonly<Record<RowAction, TagLook>> = {
  create: ['good', 'check'],
  join: ['good', 'half'],
  mend: ['due', 'half'],
  update: ['due', 'half'],
  'keep-both': ['due', 'ring'],
  skip: ['quiet', 'bar'],
  refused: ['danger', 'triangle'],
  'left-out': ['quiet', 'bar'],
}

/** How wide the list is: alone in a wide window, beside a row's details, or in a narrow window. */
export type ColumnRoom = 'all' | 'some' | 'little'

/** Columns of the rows to import. Make them once: rows are memoised by them. */
export function previewColumns(
  { import: { check }, findings }: Text,
  room: ColumnRoom,
): Column<PlannedRow>[] {
  const words = check.columns
  const columns: Column<PlannedRow>[] = [
    textColumn('row', words.row, ({ row }) => String(row.row), 56),
    textColumn(
      'entity',
      words.entity,
      ({ row }) => row.entityName,
      room === 'all' ? 148 : undefined,
    ),
    room === 'little'
      ? textColumn('service', words.service, ({ row }) => row.serviceName ?? row.entityName, 150)
      : textColumn('service', words.service, ({ row }) => row.serviceName, 124),
    textColumn('number', words.number, ({ row }) => row.filingNumber, 168),
    textColumn('domains', words.domains, ({ row }) => row.domains.join('、'), 132),
    textColumn(
      'password',
      words.password,
      ({ row }) => (row.hasPassword ? check.hasPassword : ''),
      76,
    ),
    {
      key: 'action',
      title: words.action,
      widthPx: 92,
      render: ({ action }) => <Tag look={LOOKS[action]} word={check.action[action]} />,
    },
    {
      key: 'findings',
      title: words.findings,
      render: ({ row }) => {
        const said = worstFirst(row.findings).map((finding) => findingWords(findings, finding))
        if (isDuplicate(row)) {
          said.unshift(
            row.duplicateOf === undefined
              ? check.duplicateOfRow(row.duplicateOfRow ?? 0)
              : check.duplicateOf(row.duplicateOf.name),
          )
        }
        const worst = row.isRefused ? 'import-said import-said-refused' : 'import-said'
        return (
          <span className={worst} title={said.join('\n')}>
            {said.join(' ')}
          </span>
        )
      },
    },
  ]
  return columns.filter(({ key }) => !LEFT_OUT[room].has(key))
}

/** The columns that give way, as the details of a row tell them. */
const LEFT_OUT: Readonly<Record<ColumnRoom, ReadonlySet<string>>> = {
  all: new Set(),
  some: new Set(['domains', 'password']),
  little: new Set(['entity', 'number', 'domains', 'password']),
}
