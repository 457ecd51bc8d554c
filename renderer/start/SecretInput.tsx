import type { Ref } from 'react'
import type { UnlockInput } from '../state/session.ts'
import { PassphraseInput } from './PassphraseInput.tsx'
import { RecoveryCodeInput } from './RecoveryCodeInput.tsx'

type Props = {
  id: string
  label: string
  /** Asks for the recovery code instead of the passphrase. */
  isKit: boolean
  value: string
  onChange(value: string): void
  inputRef?: Ref<HTMLInputElement>
  isInvalid?: boolean
  hint?: string
  disabled: boolean
}

/** What opens a vault: the 主口令, or the code of the recovery kit. */
export function SecretInput({ isKit, label, isInvalid, hint, ...input }: Props) {
  if (isKit) return <RecoveryCodeInput {...input} id={`${input.id}-code`} />
  return (
    <PassphraseInput
      {...input}
      label={label}
      isInvalid={isInvalid ?? false}
      {...(hint !== undefined && { hint })}
    />
  )
}

/** The typed secret as the unlock wants it. */
export function secretOf(isKit: boolean, typed: string): UnlockInput['secret'] {
  return isKit ? { kind: 'recovery-kit', code: typed } : { kind: 'passphrase', passphrase: typed }
}
