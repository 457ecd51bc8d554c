import { Alert, Button } from 'antd'
import { useMemo, useState } from 'react'
import type { MergeOverview, MergeSide } from '../../../shared/merge-view.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ScreenHeader } from '../../components/ScreenHeader.tsx'
import { VirtualTable } from '../../components/VirtualTable.tsx'
import { useIsNarrow } from '../../hooks/use-is-narrow.ts'
import { useOpenRow } from '../../hooks/use-open-row.ts'
import { useUnsaved } from '../../hooks/use-unsaved.ts'
import { formatMoment } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import {
  type Choices,
  countOutcomes,
  type MergeFilter,
  type MergeRow,
  mergeRows,
  shownRows,
  withField,
  withSide,
} from './choices.ts'
import { mergeColumns } from './columns.tsx'
import { MergeDetails } from './MergeDetails.tsx'
import { MergeDialog } from './MergeDialog.tsx'
import { MergeTools } from './MergeTools.tsx'
import { useSideKeys } from './use-side-keys.ts'

type Props = { opened: MergeOverview; onClose(): void }

/** Another copy that is open: each difference, what becomes of it, and both versions beside the list. */
export function MergeView({ opened: openedFirst, onClose }: Props) {
  const text = useText()
  const { merge } = text
  const language = useApp((state) => state.preferences.language)
  const call = useApp((state) => state.call)
  const [opened, setOpened] = useState(openedFirst)
  const isWindowNarrow = useIsNarrow()
  const [choices, setChoices] = useState<Choices>(new Map())
  const [filter, setFilter] = useState<MergeFilter>({ text: '' })
  const list = useOpenRow()
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [isMerging, setMerging] = useState(false)
  useUnsaved(choices.size > 0)

  const isNarrow = isWindowNarrow || list.openId !== undefined
  const rows = useMemo(() => mergeRows(opened.lines, choices), [opened, choices])
  const shown = useMemo(() => shownRows(rows, filter), [rows, filter])
  const counts = useMemo(() => countOutcomes(rows), [rows])
  const columns = useMemo(() => mergeColumns(text, language, isNarrow), [text, language, isNarrow])
  const openRow = rows.find(({ line }) => line.recordId === list.openId)

  const choose = (ids: Iterable<string>, side: MergeSide) =>
    setChoices((before) => withSide(before, ids, side))
  useSideKeys((side) => {
    if (ticked.size > 0) choose(ticked, side)
    else if (list.currentId !== undefined) choose([list.currentId], side)
  })

  return (
    <>
      <ScreenHeader
        title={merge.title(opened.fileName)}
        note={merge.note(counts.open, opened.lines.length)}
      >
        <Button onClick={onClose}>{merge.close}</Button>
        <Button
          type="primary"
          disabled={counts.open > 0 || opened.lines.length === 0}
          {...(counts.open > 0 && { title: merge.mergeHint(counts.open) })}
          onClick={() => setMerging(true)}
        >
          {merge.merge}
        </Button>
      </ScreenHeader>
      <CopyFacts overview={opened} />
      {opened.lines.length === 0 ? (
        <EmptyState drawing="checks" title={merge.same} text={merge.sameText} />
      ) : (
        <>
          <MergeTools
            filter={filter}
            onFilter={setFilter}
            rows={rows}
            shownCount={shown.length}
            tickedCount={ticked.size}
            onUntick={() => setTicked(new Set())}
            onChoose={(side) => choose(ticked, side)}
          />
          <div className="list-and-details">
            <VirtualTable
              label={merge.list}
              rows={shown}
              idOf={idOf}
              columns={columns}
              {...list.table}
              ticked={ticked}
              onTick={setTicked}
              tickLabel={merge.tick}
              empty={<EmptyState drawing="search" title={merge.empty} text={merge.emptyText} />}
            />
            {openRow && (
              <MergeDetails
                key={openRow.line.recordId}
                row={openRow}
                isPaused={isMerging}
                onClose={list.close}
                onSide={(side) => choose([openRow.line.recordId], side)}
                onField={(name, side) =>
                  setChoices((before) => withField(before, openRow.line, name, side))
                }
              />
            )}
          </div>
        </>
      )}
      {isMerging && (
        <MergeDialog
          counts={counts}
          choices={choices}
          onClose={() => setMerging(false)}
          onStale={() => call('merge.overview').then(setOpened, () => undefined)}
          onDone={onClose}
        />
      )}
    </>
  )
}

function idOf({ line }: MergeRow): string {
  return line.recordId
}

function CopyFacts({ overview }: { overview: MergeOverview }) {
  const { merge, contacts } = useText()
  const language = useApp((state) => state.preferences.language)
  const { here, there, otherWaysIn, isOlderGeneration } = overview
  return (
    <div className="merge-facts">
      <span>
        {merge.facts.forked(formatMoment(overview.forkedAt, language), overview.forkRevision)}
      </span>
      <span title={merge.facts.words(here.checkWords.join(' '))}>
        {merge.facts.here(here.revision, here.entryCount)}
      </span>
      <span title={merge.facts.words(there.checkWords.join(' '))}>
        {merge.facts.there(there.revision, there.entryCount)}
      </span>
      {isOlderGeneration && <Alert type="warning" showIcon banner title={merge.olderKeys} />}
      {otherWaysIn.length > 0 && (
        <Alert
          type="info"
          showIcon
          banner
          title={merge.otherWaysIn([...new Set(otherWaysIn)].join(contacts.separator))}
        />
      )}
    </div>
  )
}
