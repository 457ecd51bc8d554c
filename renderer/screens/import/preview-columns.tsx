import { Tag, type TagLook } from '../../components/StateTag.tsx'
import type { Column } from '../../components/VirtualTable.tsx'
import { findingWords } from '../../i18n/finding-words.ts'
import type { Text } from '../../i18n/text.ts'
import { isDuplicate, type PlannedRow, type RowAction } from './import-plan.ts'

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

/** Columns of the rows to import. Make them once: rows are memoised by them. */
export function previewColumns(
  { import: { check }, findings }: Text,
  isNarrow: boolean,
): Column<PlannedRow>[] {
  const words = check.columns
  const wide: Column<PlannedRow>[] = [
    plain('domains', words.domains, ({ row }) => row.domains.join('、')),
    plain('password', words.password, ({ row }) => (row.hasPassword ? check.hasPassword : ''), 76),
  ]
  return [
    plain('row', words.row, ({ row }) => String(row.row), 56),
    plain('entity', words.entity, ({ row }) => row.entityName),
    plain('service', words.service, ({ row }) => row.serviceName),
    plain('number', words.number, ({ row }) => row.filingNumber, 168),
    ...(isNarrow ? [] : wide),
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
        const said = row.findings.map((finding) => findingWords(findings, finding))
        if (isDuplicate(row)) {
          said.unshift(
            row.duplicateOf === undefined
              ? check.duplicateOfRow(row.duplicateOfRow ?? 0)
              : check.duplicateOf(row.duplicateOf.name),
          )
        }
        const worst = row.isRefused ? 'import-said-refused' : 'import-said'
        return (
          <span className={worst} title={said.join('\n')}>
            {said.join(' ')}
          </span>
        )
      },
    },
  ]
}

function plain(
  key: string,
  title: string,
  read: (row: PlannedRow) => string | undefined,
  widthPx?: number,
): Column<PlannedRow> {
  return {
    key,
    title,
    ...(widthPx !== undefined && { widthPx }),
    render: (row) => {
      const value = read(row)
      return <span title={value}>{value}</span>
    },
  }
}
