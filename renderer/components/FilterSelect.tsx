import { Select } from 'antd'

type Props = {
  label: string
  value: string | undefined
  /** Each choice with its word. */
  words: Readonly<Record<string, string>>
  onChange(value: string | undefined): void
  /** For long lists: the choices can be searched. */
  isSearchable?: boolean
}

/** Narrows a list to one choice, or to none. */
export function FilterSelect({ label, value, words, onChange, isSearchable = false }: Props) {
  return (
    <Select<string>
      aria-label={label}
      className="list-filter"
      size="small"
      allowClear
      showSearch={isSearchable ? { optionFilterProp: 'label' } : false}
      placeholder={label}
      {...(value !== undefined && { value })}
      options={Object.entries(words).map(([option, word]) => ({ value: option, label: word }))}
      onChange={(chosen) => onChange(chosen ?? undefined)}
      popupMatchSelectWidth={false}
    />
  )
}
