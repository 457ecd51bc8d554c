import { Tag, type TagLook } from '../../components/StateTag.tsx'
import type { Column } from '../../components/VirtualTable.tsx'
import { formatMoment } from '../../i18n/format.ts'
import type { Text } from '../../i18n/text.ts'
import { type MergeRow, type Outcome, outcomeOf } from './choices.ts'

const LOOKS: Readonly<Record<Outcome, TagLook>> = {
  open: ['danger', 'triangle'],
  here: ['quiet', 'ring'],
  there: ['good', 'check'],
  mixed: ['good', 'half'],
  trash: ['due', 'bar'],
  gone: ['quiet', 'bar'],
}

/** Columns in the words of one language. Make them once: rows are memoised by them. */
export function mergeColumns(
  { merge, common }: Text,
  language: Parameters<typeof formatMoment>[1],
  isNarrow: boolean,
): Column<MergeRow>[] {
  const kinds: Readonly<Record<string, string>> = common.recordKind
  const side = (which: 'here' | 'there'): Column<MergeRow> => ({
    key: which,
    title: merge.columns[which],
    widthPx: isNarrow ? 90 : 236,
    titleOf: (row) => traceWords(row, which),
    render: (row) => (
      <span className="merge-side">
        <span>{actWords(row, which)}</span>
        {!isNarrow && <span className="faint">{traceWords(row, which)}</span>}
      </span>
    ),
  })
  const actWords = ({ line }: MergeRow, which: 'here' | 'there') => {
    const isTrashed = which === 'here' ? line.isTrashedHere : line.isTrashedThere
    return isTrashed && line[which] === 'changed' ? merge.trashed : merge.act[line[which]]
  }
  const traceWords = ({ line }: MergeRow, which: 'here' | 'there') => {
    const trace = which === 'here' ? line.hereBy : line.thereBy
    return trace && merge.by(trace.person, formatMoment(trace.at, language))
  }
  return [
    {
      key: 'record',
      title: merge.columns.record,
      titleOf: ({ line }) => line.title,
      render: ({ line }) => (
        <span className="merge-record">
          <span>{line.title}</span>
          <span className="faint">
            {kinds[line.kind] ?? line.kind}
            {!isNarrow && line.subject !== undefined && ` · ${line.subject}`}
          </span>
        </span>
      ),
    },
    side('here'),
    side('there'),
    {
      key: 'outcome',
      title: merge.columns.outcome,
      widthPx: 126,
      render: (row) => {
        const outcome = outcomeOf(row)
        return <Tag look={LOOKS[outcome]} word={merge.outcome[outcome]} />
      },
    },
  ]
}
