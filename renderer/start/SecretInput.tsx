import type { UnlockInput } from '../state/session.ts'
import { PassphraseInput } from './PassphraseInput.tsx'
import { RecoveryCodeInput } from './RecoveryCodeInput.tsx'

type Props = {
  id: string
  label: string
  /** Asks for the recovery code instead of the passphrase. */
  isKit: boolean
  /** Label of the code, where it is one of several. */
  codeLabel?: string
  value: string
  onChange(value: string): void
  isInvalid?: boolean
  hint?: string
  disabled: boolean
}

/** What opens a vault: the 主口令, or the code of the recovery kit. */
export function SecretInput({ isKit, label, codeLabel, isInvalid, hint, ...input }: Props) {
  if (isKit) {
    return (
      <RecoveryCodeInput
        {...input}
        id={`${input.id}-code`}
        {...(codeLabel !== undefined && { label: codeLabel })}
      />
    )
  }
  return (
    <PassphraseInput
      {...input}
      label={label}
      isInvalid={isInvalid ?? false}
      {...(hint !== undefined && { hint })}
    />
  )
}

/** How the person opens the vault: by 主口令, by a kit, or by two parts of one. */
export type SecretWay = 'passphrase' | 'kit' | 'shares'

/** The typed secret as the unlock wants it. */
export function secretOf(way: SecretWay, typed: string, other = ''): UnlockInput['secret'] {
  if (way === 'shares') return { kind: 'recovery-shares', codes: [typed, other] }
  return way === 'kit'
    ? { kind: 'recovery-kit', code: typed }
    : { kind: 'passphrase', passphrase: typed }
}
