import type { ReactNode } from 'react'
import type { FieldFinding } from '../../shared/finding.ts'
import { findingWords } from '../i18n/finding-words.ts'
import { useText } from '../i18n/text.ts'

type Props = {
  /** Id of the control inside. */
  id: string
  label: string
  isRequired?: boolean
  hint?: ReactNode
  /** What is to be said of this field's value. */
  findings?: readonly FieldFinding[]
  /** Takes the whole line of a form grid. */
  isWide?: boolean
  children: ReactNode
}

/** A labelled control with its findings: refused in red, warnings in amber. */
export function Field({ id, label, isRequired, hint, findings = [], isWide, children }: Props) {
  const { findings: text } = useText()
  return (
    <div className={isWide ? 'field field-wide' : 'field'}>
      <label htmlFor={id}>
        {label}
        {isRequired && (
          <span className="field-required" aria-hidden="true">
            *
          </span>
        )}
      </label>
      {children}
      {hint !== undefined && <div className="field-hint">{hint}</div>}
      {findings.map((finding) => (
        <div
          key={finding.code}
          role={finding.severity === 'refused' ? 'alert' : 'status'}
          className={`field-finding field-finding-${finding.severity}`}
        >
          {findingWords(text, finding)}
        </div>
      ))}
    </div>
  )
}

/** `error` and `warning` of antd controls, from findings. */
export function controlStatus(findings: readonly FieldFinding[] = []): '' | 'error' | 'warning' {
  if (findings.some(({ severity }) => severity === 'refused')) return 'error'
  return findings.length > 0 ? 'warning' : ''
}
