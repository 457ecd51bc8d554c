import { type KeyboardEvent, useState } from 'react'
import { useStartText } from '../i18n/start-text.ts'
import { useFocusBack } from './use-focus-back.ts'

type Props = {
  id: string
  label: string
  value: string
  onChange(value: string): void
  isInvalid?: boolean
  isNew?: boolean
  hint?: string
  /** What is wrong with it; the hint makes room. */
  refusal?: string | undefined
  disabled?: boolean
}

/** A field for the 主口令: hidden unless asked, with a word about Caps Lock. */
export function PassphraseInput(props: Props) {
  const { start } = useStartText()
  const [isShown, setShown] = useState(false)
  const [isCapsOn, setCapsOn] = useState(false)
  const hintId = `${props.id}-hint`
  const input = useFocusBack(props.disabled ?? false)
  const isRefused = props.refusal !== undefined && !isCapsOn

  const readCaps = (event: KeyboardEvent) => setCapsOn(event.getModifierState('CapsLock'))

  return (
    <div className="start-field">
      <label htmlFor={props.id}>{props.label}</label>
      <div className="passphrase">
        <input
          ref={input}
          id={props.id}
          className="input"
          type={isShown ? 'text' : 'password'}
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
          onKeyUp={readCaps}
          autoComplete={props.isNew ? 'new-password' : 'current-password'}
          spellCheck={false}
          maxLength={1024}
          disabled={props.disabled}
          aria-invalid={props.isInvalid === true || props.refusal !== undefined}
          aria-describedby={hintId}
        />
        <button
          type="button"
          className="passphrase-eye"
          aria-label={isShown ? start.hidePassphrase : start.showPassphrase}
          aria-pressed={isShown}
          onClick={() => setShown(!isShown)}
        >
          <Eye isOpen={isShown} />
        </button>
      </div>
      <div id={hintId} className={isRefused ? 'start-hint start-hint-danger' : 'start-hint'}>
        {isCapsOn ? start.capsLock : (props.refusal ?? props.hint)}
      </div>
    </div>
  )
}

function Eye({ isOpen }: { isOpen: boolean }) {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      aria-hidden="true"
    >
      <path d="M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8Z" strokeWidth="1.3" />
      <circle cx="8" cy="8" r="2" strokeWidth="1.3" />
      {!isOpen && <path d="m3 13 10-10" strokeWidth="1.3" />}
    </svg>
  )
}
