import type { ReactNode } from 'react'
import './setting.css'

type SectionProps = { title: string; note?: string; children: ReactNode }

/** A group of settings under a title. */
export function Section({ title, note, children }: SectionProps) {
  return (
    <section className="settings-section" aria-label={title}>
      <h2>{title}</h2>
      <div className="settings-card">{children}</div>
      {note !== undefined && <p className="settings-note">{note}</p>}
    </section>
  )
}

type LineProps = {
  /** Id of the control, where it is one that takes a label. */
  id?: string
  label: string
  hint?: ReactNode
  children?: ReactNode
}

/** One setting: what it is at the left, its control at the right. */
export function Setting({ id, label, hint, children }: LineProps) {
  return (
    <div className="setting">
      <div className="setting-words">
        {id === undefined ? <span>{label}</span> : <label htmlFor={id}>{label}</label>}
        {hint !== undefined && <span className="setting-hint">{hint}</span>}
      </div>
      <div className="setting-control">{children}</div>
    </div>
  )
}
