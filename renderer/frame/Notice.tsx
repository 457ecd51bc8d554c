import type { ReactNode } from 'react'

type Props = {
  tone: 'due' | 'danger'
  children: ReactNode
  action?: string
  onAction?(): void
}

/** One lasting line under the top line, with what can be done about it. */
export function Notice({ tone, children, action, onAction }: Props) {
  return (
    <div className={`notice notice-${tone}`} role="status">
      <span>{children}</span>
      {action !== undefined && (
        <button type="button" className="button-link" onClick={onAction}>
          {action}
        </button>
      )}
    </div>
  )
}
