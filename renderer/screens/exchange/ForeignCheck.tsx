import { Segmented, Select } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { FOREIGN_DUPLICATES, FOREIGN_ORIGINS } from '../../../shared/exchange.ts'
import { CREDENTIAL_KINDS, type CredentialKind } from '../../../shared/records/credential.ts'
import { recordTitle } from '../../../shared/records/record-title.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { VirtualTable } from '../../components/VirtualTable.tsx'
import { useAnswer } from '../../hooks/use-answer.ts'
import { useIsNarrow } from '../../hooks/use-is-narrow.ts'
import { useText } from '../../i18n/text.ts'
import { ForeignDetails } from './ForeignDetails.tsx'
import { foreignColumns } from './foreign-columns.tsx'
import {
  countFilters,
  FOREIGN_FILTERS,
  type ForeignDecisions,
  type ForeignFilter,
  forAll,
  type PlannedLine,
  shownLines,
} from './foreign-plan.ts'
import { TargetPicker, targetName, useTargetOptions } from './TargetPicker.tsx'

type Props = {
  planned: readonly PlannedLine[]
  decisions: ForeignDecisions
  onDecide(decisions: ForeignDecisions): void
}

/** Every entry with where it will go; one by one, or all that are listed at once. */
export function ForeignCheck({ planned, decisions, onDecide }: Props) {
  const text = useText()
  const { check } = text.exchange
  const [filter, setFilter] = useState<ForeignFilter>('all')
  const [query, setQuery] = useState('')
  const [chosenId, setChosenId] = useState<string>()
  const [isOpen, setOpen] = useState(false)
  const options = useTargetOptions()
  const isNarrow = useIsNarrow()
  const { value: providers } = useAnswer('records.list', { kind: 'provider' })
  const nameOf = useCallback(
    ({ target }: PlannedLine) => {
      const provider = providers?.find((one) => one.id === target.providerId)
      return targetName(target, options) ?? (provider && recordTitle(provider))
    },
    [options, providers],
  )
  const columns = useMemo(
    () => foreignColumns(text, nameOf, isNarrow || isOpen),
    [text, nameOf, isNarrow, isOpen],
  )
  const counts = useMemo(() => countFilters(planned), [planned])
  const rows = useMemo(() => shownLines(planned, filter, query), [planned, filter, query])
  const ticked = useMemo(
    () => new Set(planned.filter((one) => one.action !== 'left-out').map(idOf)),
    [planned],
  )
  const chosen = planned.find((one) => idOf(one) === chosenId)

  return (
    <div className="import-check">
      <div className="import-check-tools">
        <Segmented<ForeignFilter>
          aria-label={check.filterLabel}
          size="small"
          value={filter}
          onChange={setFilter}
          options={FOREIGN_FILTERS.filter((one) => one === 'all' || counts[one] > 0).map((one) => ({
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
        <AllAtOnce hasDuplicates={counts.duplicate > 0} decisions={decisions} onDecide={onDecide} />
      </div>
      <Bulk rows={rows} decisions={decisions} onDecide={onDecide} />
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
          onTick={(next) => {
            const leftOut = new Set(decisions.leftOut)
            for (const one of rows) {
              if (next.has(idOf(one))) leftOut.delete(one.line.index)
              else leftOut.add(one.line.index)
            }
            onDecide({ ...decisions, leftOut })
          }}
          tickLabel={check.include}
          empty={<EmptyState drawing="search" title={check.noMatch} text={check.noMatchText} />}
        />
        {isOpen && chosen && (
          <ForeignDetails
            planned={chosen}
            decisions={decisions}
            onDecide={onDecide}
            onClose={() => setOpen(false)}
          />
        )}
      </div>
    </div>
  )
}

type AllProps = Pick<Props, 'decisions' | 'onDecide'> & { hasDuplicates: boolean }

/** What holds for the whole file: where its passwords come from, and what becomes of known accounts. */
function AllAtOnce({ hasDuplicates, decisions, onDecide }: AllProps) {
  const { check } = useText().exchange
  return (
    <span className="foreign-all">
      <label htmlFor="foreign-origin" title={check.originHint}>
        {check.origin}
        <Select
          id="foreign-origin"
          size="small"
          popupMatchSelectWidth={false}
          value={decisions.origin}
          options={FOREIGN_ORIGINS.map((origin) => ({
            value: origin,
            label: check.originName[origin],
          }))}
          onChange={(origin) => onDecide({ ...decisions, origin })}
        />
      </label>
      {hasDuplicates && (
        <label htmlFor="foreign-duplicates">
          {check.duplicates}
          <Select
            id="foreign-duplicates"
            size="small"
            popupMatchSelectWidth={false}
            value={decisions.duplicates}
            options={FOREIGN_DUPLICATES.map((choice) => ({
              value: choice,
              label: check.choice[choice],
              title: check.choiceHint[choice],
            }))}
            onChange={(duplicates) => onDecide({ ...decisions, duplicates, choices: {} })}
          />
        </label>
      )}
    </span>
  )
}

type BulkProps = Pick<Props, 'decisions' | 'onDecide'> & { rows: readonly PlannedLine[] }

/** Filing and kind of all entries that are listed. */
function Bulk({ rows, decisions, onDecide }: BulkProps) {
  const { exchange, common } = useText()
  const { check } = exchange
  return (
    <div className="foreign-bulk">
      <span className="soft">{check.bulk(rows.length)}</span>
      <TargetPicker
        id="foreign-bulk-target"
        label={check.bulkTarget}
        isSmall
        value={undefined}
        placeholder={check.bulkTarget}
        onChange={(target) =>
          onDecide({ ...decisions, targets: forAll(decisions.targets, rows, target) })
        }
      />
      <Select<CredentialKind | null>
        aria-label={check.bulkKind}
        className="control"
        size="small"
        placeholder={check.bulkKind}
        value={null}
        options={CREDENTIAL_KINDS.map((one) => ({
          value: one,
          label: common.credentialKind[one],
        }))}
        onChange={(kind) => {
          if (kind !== null) onDecide({ ...decisions, kinds: forAll(decisions.kinds, rows, kind) })
        }}
      />
    </div>
  )
}

function idOf({ line }: PlannedLine): string {
  return String(line.index)
}
