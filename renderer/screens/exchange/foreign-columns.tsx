import type { ForeignLine } from '../../../shared/exchange.ts'
import { Tag, type TagLook } from '../../components/StateTag.tsx'
import { textColumn } from '../../components/text-column.tsx'
import type { Column } from '../../components/VirtualTable.tsx'
import type { Text } from '../../i18n/text.ts'
import type { ForeignAction, PlannedLine } from './foreign-plan.ts'

const LOOKS: Readonly<Record<ForeignAction, TagLook>> = {
  create: ['good', 'check'],
  update: ['due', 'half'],
  'keep-both': ['due', 'ring'],
  skip: ['quiet', 'bar'],
  'left-out': ['quiet', 'bar'],
}

/** Columns of the entries to import. Make them once: rows are memoised by them. */
export function foreignColumns(
  { exchange: { check }, common }: Text,
  nameOf: (planned: PlannedLine) => string | undefined,
  isNarrow: boolean,
): Column<PlannedLine>[] {
  const words = check.columns
  const columns: Column<PlannedLine>[] = [
    textColumn('title', words.title, ({ line }) => line.title),
    textColumn('group', words.group, ({ line }) => line.group, 120),
    textColumn('account', words.account, ({ line }) => line.account, 130),
    textColumn('address', words.address, ({ line }) => line.address, 150),
    textColumn('holds', words.holds, ({ line }) => holdsOf(line, check.holds), 150),
    {
      key: 'target',
      title: words.target,
      render: (planned) => {
        const name = nameOf(planned)
        if (name === undefined) return <span className="faint">{check.unplaced}</span>
        return <span title={name}>{name}</span>
      },
    },
    textColumn('kind', words.kind, ({ kind }) => common.credentialKind[kind], 104),
    {
      key: 'action',
      title: words.action,
      widthPx: 92,
      render: ({ action }) => <Tag look={LOOKS[action]} word={check.action[action]} />,
    },
  ]
  return isNarrow ? columns.filter(({ key }) => !LEFT_OUT.has(key)) : columns
}

const LEFT_OUT: ReadonlySet<string> = new Set(['group', 'address', 'holds', 'kind'])

export function holdsOf(line: ForeignLine, words: Text['exchange']['check']['holds']): string {
  const parts = [
    line.hasPassword && words.password,
    line.hasTotp && words.totp,
    line.pastCount > 0 && words.past(line.pastCount),
    line.privateParts.some(({ part }) => part === 'notes') && words.notes,
    line.files.length > 0 && words.files(line.files.length),
  ]
  return words.join(parts.filter((part) => part !== false))
}
