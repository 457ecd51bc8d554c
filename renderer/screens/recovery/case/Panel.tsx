import type { ReactNode } from 'react'
import './case-panels.css'

type Props = {
  title: string
  /** Beside the title. */
  note?: ReactNode
  /** Buttons at the right end of the title. */
  acts?: ReactNode
  isWide?: boolean
  children: ReactNode
}

/** A framed part of a case. */
export function Panel({ title, note, acts, isWide = false, children }: Props) {
  return (
    <section className={isWide ? 'case-panel case-panel-wide' : 'case-panel'} aria-label={title}>
      <div className="case-panel-head">
        <h2>{title}</h2>
        {note !== undefined && <span className="faint">{note}</span>}
        <span className="case-panel-acts">{acts}</span>
      </div>
      {children}
    </section>
  )
}
