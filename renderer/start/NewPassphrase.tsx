import { useState } from 'react'
import { useStartText } from '../i18n/start-text.ts'
import { PassphraseInput } from './PassphraseInput.tsx'
import { StrengthMeter } from './StrengthMeter.tsx'

/** A new 主口令 as it is typed twice. It lives in the component that asks for it, and nowhere else. */
export type NewPassphrase = {
  passphrase: string
  repeated: string
  set(change: { passphrase?: string; repeated?: string }): void
  clear(): void
  /** Typed, and twice the same. */
  isComplete: boolean
}

export function useNewPassphrase(): NewPassphrase {
  const [{ passphrase, repeated }, setTyped] = useState(NOTHING)
  return {
    passphrase,
    repeated,
    set: (change) => setTyped((before) => ({ ...before, ...change })),
    clear: () => setTyped(NOTHING),
    isComplete: passphrase !== '' && repeated === passphrase,
  }
}

const NOTHING = { passphrase: '', repeated: '' }

type Props = {
  typed: NewPassphrase
  idPrefix: string
  label: string
  repeatLabel: string
  hint?: string
  /** What is missing is told from the first attempt on. */
  hasTried: boolean
  isDisabled: boolean
}

/** Fields for a new 主口令, how strong it is, and whether both are the same. */
export function NewPassphraseFields(props: Props) {
  const { start } = useStartText()
  const { typed, idPrefix, hint, hasTried, isDisabled } = props
  const { passphrase, repeated } = typed
  const differs = repeated !== passphrase && (hasTried || repeated.length >= passphrase.length)
  return (
    <>
      <PassphraseInput
        id={idPrefix}
        label={props.label}
        value={passphrase}
        onChange={(next) => typed.set({ passphrase: next })}
        refusal={hasTried && passphrase === '' ? start.passphraseMissing : undefined}
        disabled={isDisabled}
        {...(hint !== undefined && { hint })}
        isNew
      />
      <StrengthMeter passphrase={passphrase} />
      <PassphraseInput
        id={`${idPrefix}-again`}
        label={props.repeatLabel}
        value={repeated}
        onChange={(next) => typed.set({ repeated: next })}
        isInvalid={differs}
        disabled={isDisabled}
        isNew
      />
      {differs && (
        <p role="alert" className="start-hint start-hint-danger">
          {start.passphraseMismatch}
        </p>
      )}
    </>
  )
}
