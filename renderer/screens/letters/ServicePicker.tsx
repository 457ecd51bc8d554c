import { Select } from 'antd'
import { useMemo } from 'react'
import { useApp } from '../../state/app-context.ts'

type Props = {
  id: string
  /** Only its services are offered. */
  entityId: string | undefined
  value: readonly string[]
  onChange(ids: string[]): void
  disabled?: boolean
  placeholder?: string
}

/** Several services of one entity. */
export function ServicePicker({ id, entityId, value, onChange, disabled, placeholder }: Props) {
  const rows = useApp((state) => state.rows)
  const options = useMemo(
    () =>
      [...rows.values()]
        .filter((row) => row.entityId === entityId && row.serviceKind !== undefined)
        .map((row) => ({ value: row.id, label: row.name })),
    [rows, entityId],
  )
  return (
    <Select
      id={id}
      className="control"
      mode="multiple"
      showSearch={{ optionFilterProp: 'label' }}
      options={options}
      value={[...value]}
      onChange={(chosen: string[]) => onChange(chosen)}
      disabled={disabled ?? false}
      {...(placeholder !== undefined && { placeholder })}
    />
  )
}
