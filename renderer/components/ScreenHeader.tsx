import type { ReactNode } from 'react'

type Props = {
  title: string
  /** How much there is, beside the title. */
  note?: ReactNode
  /** Buttons at the right end. */
  children?: ReactNode
}

/** Title line of a screen. */
export function ScreenHeader({ title, note, children }: Props) {
  return (
    <div className="screen-header">
      <h1>{title}</h1>
      {note !== undefined && <span className="faint">{note}</span>}
      <div className="screen-actions">{children}</div>
    </div>
  )
}
