import { Select } from 'antd'
import { useMemo } from 'react'
import type { ForeignTarget } from '../../../shared/exchange.ts'
import { useApp } from '../../state/app-context.ts'

type Props = {
  id: string
  label: string
  value: ForeignTarget | undefined
  placeholder: string
  isSmall?: boolean
  onChange(target: ForeignTarget): void
}

/** Chooses an entity or one of its services by typing a part of the name. */
export function TargetPicker({ id, label, value, placeholder, isSmall, onChange }: Props) {
  const options = useTargetOptions()
  const chosen = value?.serviceId ?? value?.entityId ?? null
  return (
    <Select
      id={id}
      aria-label={label}
      className="control"
      size={isSmall ? 'small' : 'middle'}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      placeholder={placeholder}
      value={chosen}
      options={[...options.values()]}
      onChange={(id: string | null | undefined) => {
        const provider = value?.providerId
        const kept = provider === undefined ? {} : { providerId: provider }
        onChange({ ...kept, ...(id ? options.get(id)?.target : {}) })
      }}
    />
  )
}

type Option = { value: string; label: string; target: ForeignTarget }

/** Entities and services as the window knows them from 台账, by id. */
export function useTargetOptions(): ReadonlyMap<string, Option> {
  const rows = useApp((state) => state.rows)
  return useMemo(() => {
    const options = new Map<string, Option>()
    for (const { id, entityId, entityName, serviceKind, name } of rows.values()) {
      options.set(entityId, { value: entityId, label: entityName, target: { entityId } })
      if (serviceKind === undefined) continue
      const target = { entityId, serviceId: id }
      options.set(id, { value: id, label: `${entityName} · ${name}`, target })
    }
    return options
  }, [rows])
}

/** The name of where an entry belongs. */
export function targetName(
  { serviceId, entityId }: ForeignTarget,
  options: ReadonlyMap<string, Option>,
): string | undefined {
  return options.get(serviceId ?? entityId ?? '')?.label
}
