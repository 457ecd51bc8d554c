import { SearchOutlined } from '@ant-design/icons'
import './list-details.css'

type Props = {
  label: string
  /** What can be typed, shown while the field is empty. */
  hint: string
  value: string
  onChange(text: string): void
}

/** The field above a list that narrows it while somebody types. */
export function SearchField({ label, hint, value, onChange }: Props) {
  return (
    <div className="list-search">
      <SearchOutlined aria-hidden />
      <input
        type="search"
        aria-label={label}
        placeholder={hint}
        value={value}
        maxLength={200}
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && value !== '') {
            event.preventDefault()
            onChange('')
          }
        }}
      />
    </div>
  )
}
