import { Select } from 'antd'
import { useCallback, useMemo } from 'react'
import { FOREIGN_DUPLICATES, FOREIGN_ORIGINS } from '../../../shared/exchange.ts'
import { CREDENTIAL_KINDS, type CredentialKind } from '../../../shared/records/credential.ts'
import { recordTitle } from '../../../shared/records/record-title.ts'
import { CheckTable, CheckTools } from '../../components/wizard/CheckList.tsx'
import { DuplicateSelect } from '../../components/wizard/DuplicateSelect.tsx'
import { leaveOut } from '../../components/wizard/left-out.ts'
import { type CheckReading, useCheckList } from '../../components/wizard/use-check-list.ts'
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
  const list = useCheckList(planned, READING)
  const { rows, counts, opened } = list
  const options = useTargetOptions()
  const isFew = useIsNarrow() || list.isOpen
  const { value: providers } = useAnswer('records.list', { kind: 'provider' })
  const nameOf = useCallback(
    ({ target }: PlannedLine) => {
      const provider = providers?.find((one) => one.id === target.providerId)
      return targetName(target, options) ?? (provider && recordTitle(provider))
    },
    [options, providers],
  )
  const columns = useMemo(() => foreignColumns(text, nameOf, isFew), [text, nameOf, isFew])
  const ticked = useMemo(
    () => new Set(planned.filter((one) => one.action !== 'left-out').map(READING.idOf)),
    [planned],
  )

  return (
    <div className="wizard-check">
      <CheckTools list={list} words={check}>
        <AllAtOnce hasDuplicates={counts.duplicate > 0} decisions={decisions} onDecide={onDecide} />
      </CheckTools>
      <Bulk rows={rows} decisions={decisions} onDecide={onDecide} />
      <CheckTable
        list={list}
        words={check}
        columns={columns}
        ticked={ticked}
        onTick={(next) => {
          const shown = rows.map(({ line }) => line.index)
          onDecide({ ...decisions, leftOut: leaveOut(shown, decisions.leftOut, next) })
        }}
        details={
          opened && (
            <ForeignDetails
              planned={opened}
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

const READING: CheckReading<PlannedLine, ForeignFilter> = {
  filters: FOREIGN_FILTERS,
  idOf: ({ line }) => String(line.index),
  countFilters,
  shownRows: shownLines,
}

type AllProps = Pick<Props, 'decisions' | 'onDecide'> & { hasDuplicates: boolean }

/** What holds for the whole file: where its passwords come from, and what becomes of known accounts. */
function AllAtOnce({ hasDuplicates, decisions, onDecide }: AllProps) {
  const { check } = useText().exchange
  return (
    <span className="foreign-all">
      <label className="wizard-pick" htmlFor="foreign-origin" title={check.originHint}>
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
        <DuplicateSelect
          id="foreign-duplicates"
          words={check}
          choices={FOREIGN_DUPLICATES}
          value={decisions.duplicates}
          onChange={(duplicates) => onDecide({ ...decisions, duplicates, choices: {} })}
        />
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
