import { Select } from 'antd'
import { useMemo } from 'react'
import type { LedgerRecord, RecordKind } from '../../shared/records/record.ts'
import { useAnswer } from '../hooks/use-answer.ts'
import { recordName } from './record-name.ts'

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
      options={options}
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
      options={options}
      value={[...value]}
      onChange={(chosen: string[]) => onChange(chosen)}
      placeholder={placeholder}
      disabled={disabled ?? false}
    />
  )
}

function useRecordOptions(kind: RecordKind, accept?: (record: LedgerRecord) => boolean) {
  const { value: records } = useAnswer('records.list', { kind })
  return useMemo(
    () =>
      (records ?? [])
        .filter((record) => accept === undefined || accept(record))
        .map((record) => ({ value: record.id, label: recordName(record) })),
    [records, accept],
  )
}
