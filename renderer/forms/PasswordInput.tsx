import { Input } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import type { CallInput } from '../../shared/contract.ts'
import type { PasswordAssessment } from '../../shared/password.ts'
import { Field } from '../components/Field.tsx'
import { useText } from '../i18n/text.ts'
import { StrengthBar } from '../start/StrengthMeter.tsx'
import { useApp } from '../state/app-context.ts'

/** Pause in typing after which a password is judged, in milliseconds. */
const PAUSE_MS = 140

type Scope = Omit<CallInput<'credentials.assess'>, 'value'>

type Props = {
  id: string
  label: string
  value: string
  onChange(value: string): void
  hint?: ReactNode
  isRequired?: boolean
  /** For which credential and by which rules it is judged; absent: not judged. */
  assess?: Scope
  onAssessed?(assessment: PasswordAssessment | undefined): void
  isVisible?: boolean
  onVisible?(isVisible: boolean): void
}

/** A password as it is typed: hidden unless asked, judged by the policy. Kept exactly as typed. */
export function PasswordInput(props: Props) {
  const { start, findings } = useText()
  const assessment = useAssessment(props.value, props.assess, props.onAssessed)
  return (
    <Field
      id={props.id}
      label={props.label}
      hint={props.value === '' ? props.hint : undefined}
      isRequired={props.isRequired ?? false}
    >
      <Input.Password
        id={props.id}
        className="mono"
        value={props.value}
        maxLength={64}
        autoComplete="new-password"
        spellCheck={false}
        onChange={(event) => props.onChange(event.target.value)}
        {...(props.isVisible !== undefined && {
          visibilityToggle: {
            visible: props.isVisible,
            onVisibleChange: (isVisible: boolean) => props.onVisible?.(isVisible),
          },
        })}
      />
      <StrengthBar assessment={assessment} words={start.strength} findings={findings} />
    </Field>
  )
}

function useAssessment(
  value: string,
  scope: Scope | undefined,
  onAssessed: ((assessment: PasswordAssessment | undefined) => void) | undefined,
) {
  const call = useApp((state) => state.call)
  const [assessment, setAssessment] = useState<PasswordAssessment>()
  const key = JSON.stringify(scope)

  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for `scope`; a new listener needs no new answer
  useEffect(() => {
    const take = (result: PasswordAssessment | undefined) => {
      setAssessment(result)
      onAssessed?.(result)
    }
    if (value === '' || scope === undefined) {
      take(undefined)
      return
    }
    let isStale = false
    const timer = setTimeout(() => {
      call('credentials.assess', { ...scope, value }).then(
        (result) => {
          if (!isStale) take(result)
        },
        () => take(undefined),
      )
    }, PAUSE_MS)
    return () => {
      isStale = true
      clearTimeout(timer)
    }
  }, [call, value, key])

  return assessment
}
