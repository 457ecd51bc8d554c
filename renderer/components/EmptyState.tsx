import type { ReactNode } from 'react'
import { Drawing, type DrawingName } from './Drawing.tsx'

type Props = {
  drawing: DrawingName
  title: string
  /** What this place is for and how to fill it. */
  text: string
  /** Buttons that do so. */
  children?: ReactNode
}

/** What a list shows while it is empty: teaches instead of saying 暂无数据. */
export function EmptyState({ drawing, title, text, children }: Props) {
  return (
    <div className="empty">
      <Drawing name={drawing} />
      <h2>{title}</h2>
      <p>{text}</p>
      {children && <div className="empty-actions">{children}</div>}
    </div>
  )
}
