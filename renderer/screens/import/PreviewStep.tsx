import { Checkbox, Segmented, Select } from 'antd'
import { useMemo, useState } from 'react'
import type { ImportPreview } from '../../../shared/import.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { VirtualTable } from '../../components/VirtualTable.tsx'
import { useIsNarrow } from '../../hooks/use-is-narrow.ts'
import { useText } from '../../i18n/text.ts'
import {
  countFilters,
  type Decisions,
  type DuplicateChoice,
  leaveOut,
  mendableRows,
  type PlannedRow,
  ROW_FILTERS,
  type RowFilter,
  shownRows,
} from './import-plan.ts'
import { previewColumns } from './preview-columns.tsx'
import { RowDetails } from './RowDetails.tsx'

type Props = {
  preview: ImportPreview
  planned: readonly PlannedRow[]
  decisions: Decisions
  onDecide(decisions: Decisions): void
}

/** Every row as it would be imported, with what is to be said of it; ticked rows are imported. */
export function PreviewStep({ preview, planned, decisions, onDecide }: Props) {
  const text = useText()
  const { check } = text.import
  const [filter, setFilter] = useState<RowFilter>('all')
  const [query, setQuery] = useState('')
  const [chosenId, setChosenId] = useState<string>()
  const [isOpen, setOpen] = useState(false)

  const isNarrow = useIsNarrow()
  const room = isNarrow ? 'little' : isOpen ? 'some' : 'all'
  const columns = useMemo(() => previewColumns(text, room), [text, room])
  const counts = useMemo(() => countFilters(planned), [planned])
  const rows = useMemo(() => shownRows(planned, filter, query), [planned, filter, query])
  const ticked = useMemo(
    () => new Set(planned.filter(isTaken).map(({ row }) => String(row.row))),
    [planned],
  )
  const mendable = useMemo(() => mendableRows(planned), [planned])
  const mendedCount = mendable.filter((row) => decisions.mended.has(row)).length
  const chosen = planned.find((one) => idOf(one) === chosenId)

  return (
    <div className="import-check">
      <div className="import-check-tools">
        <Segmented<RowFilter>
          aria-label={check.filterLabel}
          size="small"
          value={filter}
          onChange={setFilter}
          options={ROW_FILTERS.filter((one) => one === 'all' || counts[one] > 0).map((one) => ({
            value: one,
            label: `${check.filter[one]} ${counts[one].toLocaleString()}`,
          }))}
        />
        <SearchField
          label={check.search}
          hint={check.searchHint}
          value={query}
          onChange={setQuery}
        />
        {mendable.length > 0 && (
          <Checkbox
            checked={mendedCount === mendable.length}
            indeterminate={mendedCount > 0 && mendedCount < mendable.length}
            title={check.mendHint}
            onChange={({ target }) =>
              onDecide({ ...decisions, mended: new Set(target.checked ? mendable : []) })
            }
          >
            {check.mendAll(mendable.length)}
          </Checkbox>
        )}
        {counts.duplicate > 0 && (
          <label className="import-duplicates" htmlFor="import-duplicates">
            {check.duplicates}
            <Select<DuplicateChoice>
              size="small"
              id="import-duplicates"
              value={decisions.duplicates}
              popupMatchSelectWidth={false}
              options={(['skip', 'update', 'keep-both'] as const).map((choice) => ({
                value: choice,
                label: check.choice[choice],
                title: check.choiceHint[choice],
              }))}
              onChange={(duplicates) => onDecide({ ...decisions, duplicates })}
            />
          </label>
        )}
      </div>
      {preview.providersToFill > 0 && (
        <p className="import-note" role="note">
          {check.providersToFill(preview.providersToFill)}
        </p>
      )}
      <div className="list-and-details import-check-area">
        <VirtualTable
          label={check.rows}
          rows={rows}
          idOf={idOf}
          columns={columns}
          chosenId={chosenId}
          onChoose={setChosenId}
          onOpen={(id) => {
            setChosenId(id)
            setOpen(true)
          }}
          ticked={ticked}
          onTick={(next) =>
            onDecide({ ...decisions, leftOut: leaveOut(rows, decisions.leftOut, next) })
          }
          tickLabel={check.include}
          canTick={canTake}
          empty={<EmptyState drawing="search" title={check.noMatch} text={check.noMatchText} />}
        />
        {isOpen && chosen && (
          <RowDetails
            planned={chosen}
            headers={preview.headers}
            decisions={decisions}
            onDecide={onDecide}
            onClose={() => setOpen(false)}
          />
        )}
      </div>
    </div>
  )
}

function idOf({ row }: PlannedRow): string {
  return String(row.row)
}

function canTake({ row }: PlannedRow): boolean {
  return !row.isRefused
}

function isTaken({ action }: PlannedRow): boolean {
  return action !== 'refused' && action !== 'left-out'
}
