import { Checkbox } from 'antd'
import { useMemo } from 'react'
import type { ImportPreview } from '../../../shared/import.ts'
import { CheckTable, CheckTools } from '../../components/wizard/CheckList.tsx'
import { DuplicateSelect } from '../../components/wizard/DuplicateSelect.tsx'
import { leaveOut } from '../../components/wizard/left-out.ts'
import { type CheckReading, useCheckList } from '../../components/wizard/use-check-list.ts'
import { useIsNarrow } from '../../hooks/use-is-narrow.ts'
import { useText } from '../../i18n/text.ts'
import {
  countFilters,
  type Decisions,
  DUPLICATE_WAYS,
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
  const list = useCheckList(planned, READING)
  const { rows, counts, opened } = list

  const isNarrow = useIsNarrow()
  const room = isNarrow ? 'little' : list.isOpen ? 'some' : 'all'
  const columns = useMemo(() => previewColumns(text, room), [text, room])
  const ticked = useMemo(() => new Set(planned.filter(isTaken).map(READING.idOf)), [planned])
  const mendable = useMemo(() => mendableRows(planned), [planned])
  const mendedCount = mendable.filter((row) => decisions.mended.has(row)).length

  return (
    <div className="wizard-check">
      <CheckTools list={list} words={check}>
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
          <DuplicateSelect
            id="import-duplicates"
            words={check}
            choices={DUPLICATE_WAYS}
            value={decisions.duplicates}
            onChange={(duplicates) => onDecide({ ...decisions, duplicates })}
          />
        )}
      </CheckTools>
      {preview.providersToFill > 0 && (
        <p className="import-note" role="note">
          {check.providersToFill(preview.providersToFill)}
        </p>
      )}
      <CheckTable
        list={list}
        words={check}
        columns={columns}
        ticked={ticked}
        onTick={(next) => {
          const shown = rows.filter(canTake).map(({ row }) => row.row)
          onDecide({ ...decisions, leftOut: leaveOut(shown, decisions.leftOut, next) })
        }}
        canTick={canTake}
        details={
          opened && (
            <RowDetails
              planned={opened}
              headers={preview.headers}
              decisions={decisions}
              onDecide={onDecide}
              onClose={list.close}
            />
          )
        }
      />
    </div>
  )
}

const READING: CheckReading<PlannedRow, RowFilter> = {
  filters: ROW_FILTERS,
  idOf: ({ row }) => String(row.row),
  countFilters,
  shownRows,
}

function canTake({ row }: PlannedRow): boolean {
  return !row.isRefused
}

function isTaken({ action }: PlannedRow): boolean {
  return action !== 'refused' && action !== 'left-out'
}
