import { Button } from 'antd'
import type { MergeSide } from '../../../shared/merge-view.ts'
import { MERGE_STANDINGS } from '../../../shared/merge-view.ts'
import { FilterSelect } from '../../components/FilterSelect.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { useText } from '../../i18n/text.ts'
import type { MergeFilter, MergeRow } from './choices.ts'

type Props = {
  filter: MergeFilter
  onFilter(filter: MergeFilter): void
  rows: readonly MergeRow[]
  shownCount: number
  tickedCount: number
  onUntick(): void
  onChoose(side: MergeSide): void
}

/** What narrows the list of differences, and what chooses for all that are ticked. */
export function MergeTools(props: Props) {
  const { filter, onFilter, rows, shownCount, tickedCount } = props
  const { merge, common } = useText()
  const isFiltered =
    filter.text !== '' || filter.standing !== undefined || filter.kind !== undefined
  return (
    <div className="screen-tools">
      <SearchField
        label={merge.search}
        hint={merge.searchHint}
        value={filter.text}
        onChange={(text) => onFilter({ ...filter, text })}
      />
      <FilterSelect
        label={merge.filterStanding}
        value={filter.standing}
        words={standingWords(rows, merge.standing)}
        onChange={(standing) => {
          const { standing: _, ...rest } = filter
          const known = MERGE_STANDINGS.find((one) => one === standing)
          onFilter(known === undefined ? rest : { ...rest, standing: known })
        }}
      />
      <FilterSelect
        label={merge.filterKind}
        value={filter.kind}
        words={kindWords(rows, common.recordKind)}
        onChange={(kind) => {
          const { kind: _, ...rest } = filter
          onFilter(kind === undefined ? rest : { ...rest, kind })
        }}
      />
      {isFiltered && (
        <button type="button" className="button-link" onClick={() => onFilter({ text: '' })}>
          {merge.clear}
        </button>
      )}
      <span className="faint" title={merge.sideKeys}>
        {merge.count(shownCount, rows.length)}
      </span>
      {tickedCount > 0 && (
        <span className="list-ticked">
          {common.ticked(tickedCount)}
          <Button size="small" onClick={() => props.onChoose('here')}>
            {merge.tickedHere}
          </Button>
          <Button size="small" onClick={() => props.onChoose('there')}>
            {merge.tickedThere}
          </Button>
          <button type="button" className="button-link" onClick={props.onUntick}>
            {common.untick}
          </button>
        </span>
      )}
    </div>
  )
}

/** The standings that occur, each with how many there are. */
function standingWords(
  rows: readonly MergeRow[],
  words: Readonly<Record<string, string>>,
): Record<string, string> {
  return counted(
    rows.map(({ line }) => line.standing),
    words,
  )
}

function kindWords(
  rows: readonly MergeRow[],
  words: Readonly<Record<string, string>>,
): Record<string, string> {
  return counted(
    rows.map(({ line }) => line.kind),
    words,
  )
}

function counted(
  values: readonly string[],
  words: Readonly<Record<string, string>>,
): Record<string, string> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return Object.fromEntries(
    [...counts].map(([value, count]) => [value, `${words[value] ?? value} ${count}`]),
  )
}
