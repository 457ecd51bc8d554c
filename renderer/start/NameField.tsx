import { useStartText } from '../i18n/start-text.ts'

type Props = {
  id: string
  label: string
  hint: string
  value: string
  onChange(value: string): void
  /** It was tried without a name. */
  isMissing: boolean
}

/** The name of who will be a custodian, as it stands in the trail. */
export function NameField({ id, label, hint, value, onChange, isMissing }: Props) {
  const { start } = useStartText()
  return (
    <div className="start-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        maxLength={60}
        autoComplete="name"
        aria-invalid={isMissing}
        aria-describedby={`${id}-hint`}
      />
      <div id={`${id}-hint`} className={isMissing ? 'start-hint start-hint-danger' : 'start-hint'}>
        {isMissing ? start.nameMissing : hint}
      </div>
    </div>
  )
}
