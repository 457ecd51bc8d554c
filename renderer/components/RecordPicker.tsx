import { Select } from 'antd'
import { useMemo } from 'react'
import type { LedgerRow } from '../../shared/ledger-row.ts'
import type { LedgerRecord, RecordKind } from '../../shared/records/record.ts'
import { recordTitle } from '../../shared/records/record-title.ts'
import { useAnswer } from '../hooks/use-answer.ts'
import { useApp } from '../state/app-context.ts'

type Common = {
  id: string
  kind: RecordKind
  /** Leaves out records that do not fit, such as providers that are no registrar. */
  accept?: (record: LedgerRecord) => boolean
  placeholder?: string
  disabled?: boolean
}

type Props = Common & { value: string | undefined; onChange(id: string | undefined): void }

/** Chooses one record of a kind by typing a part of its name. */
export function RecordPicker({ id, kind, accept, value, onChange, placeholder, disabled }: Props) {
  const options = useRecordOptions(kind, accept)
  return (
    <Select
      id={id}
      className="control"
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      options={[...options]}
      value={value ?? null}
      onChange={(chosen: string | undefined | null) => onChange(chosen ?? undefined)}
      placeholder={placeholder}
      disabled={disabled ?? false}
    />
  )
}

type ManyProps = Common & { value: readonly string[]; onChange(ids: string[]): void }

/** Chooses several records of a kind. */
export function RecordsPicker({
  id,
  kind,
  accept,
  value,
  onChange,
  placeholder,
  disabled,
}: ManyProps) {
  const options = useRecordOptions(kind, accept)
  return (
    <Select
      id={id}
      className="control"
      mode="multiple"
      showSearch={{ optionFilterProp: 'label' }}
      options={[...options]}
      value={[...value]}
      onChange={(chosen: string[]) => onChange(chosen)}
      placeholder={placeholder}
      disabled={disabled ?? false}
    />
  )
}

type Option = { value: string; label: string }

/** Entities and services are known to the window from 台账; other kinds are asked for. */
function useRecordOptions(
  kind: RecordKind,
  accept?: (record: LedgerRecord) => boolean,
): readonly Option[] {
  const rows = useApp((state) => state.rows)
  const isInLedger = kind === 'entity' || kind === 'service'
  const { value: records } = useAnswer('records.list', isInLedger ? undefined : { kind })
  return useMemo(() => {
    if (kind === 'entity') return entityOptions(rows.values())
    if (kind === 'service') return serviceOptions(rows.values())
    return (records ?? [])
      .filter((record) => accept === undefined || accept(record))
      .map((record) => ({ value: record.id, label: recordTitle(record) }))
  }, [kind, rows, records, accept])
}

function entityOptions(rows: Iterable<LedgerRow>): Option[] {
  const names = new Map<string, string>()
  for (const { entityId, entityName } of rows) names.set(entityId, entityName)
  return [...names].map(([value, label]) => ({ value, label }))
}

function serviceOptions(rows: Iterable<LedgerRow>): Option[] {
  const options: Option[] = []
  for (const { id, serviceKind, name, entityName } of rows) {
    if (serviceKind !== undefined) options.push({ value: id, label: `${name} · ${entityName}` })
  }
  return options
}
