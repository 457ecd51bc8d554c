import { useStartText } from '../i18n/start-text.ts'
import { useFocusBack } from './use-focus-back.ts'

type Props = {
  id: string
  /** Absent: 恢复码. */
  label?: string
  value: string
  onChange(value: string): void
  disabled?: boolean
}

/** A field for the printed recovery code: shown as typed, since it is copied from paper. */
export function RecoveryCodeInput({ id, label, value, onChange, disabled }: Props) {
  const { start } = useStartText()
  const hintId = `${id}-hint`
  const input = useFocusBack(disabled ?? false)
  return (
    <div className="start-field">
      <label htmlFor={id}>{label ?? start.recoveryCode}</label>
      <input
        ref={input}
        id={id}
        className="input mono recovery-code"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        disabled={disabled}
        aria-describedby={hintId}
      />
      <div id={hintId} className="start-hint">
        {start.recoveryCodeHint}
      </div>
    </div>
  )
}
