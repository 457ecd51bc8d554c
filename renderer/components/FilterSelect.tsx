import { Select } from 'antd'
import './list-details.css'

type Props<V extends string> = {
  label: string
  value: V | undefined
  /** Each choice with its word. */
  words: Readonly<Partial<Record<V, string>>>
  onChange(value: V | undefined): void
  /** For long lists: the choices can be searched. */
  isSearchable?: boolean
}

/** Narrows a list to one choice, or to none. */
export function FilterSelect<V extends string>({
  label,
  value,
  words,
  onChange,
  isSearchable = false,
}: Props<V>) {
  // `as`: Object.entries forgets the keys' type; the words are literals with exactly these keys.
  const choices = Object.entries(words) as [V, string][]
  return (
    <Select<V>
      aria-label={label}
      className="list-filter"
      size="small"
      allowClear
      showSearch={isSearchable ? { optionFilterProp: 'label' } : false}
      placeholder={label}
      {...(value !== undefined && { value })}
      options={choices.map(([option, word]) => ({ value: option, label: word }))}
      onChange={(chosen) => onChange(chosen ?? undefined)}
      popupMatchSelectWidth={false}
    />
  )
}
