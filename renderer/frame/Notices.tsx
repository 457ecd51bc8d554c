import { type ReactNode, useState } from 'react'
import { useText } from '../i18n/text.ts'
import { useApp } from '../state/app-context.ts'

/** Lasting notices under the top line: modes, missing recovery kit, failed unlocks. */
export function Notices() {
  const { frame, kit } = useText()
  const session = useApp((state) => state.status?.session)
  const isDemo = useApp((state) => state.status?.app.isDemo ?? false)
  const go = useApp((state) => state.go)
  const showForm = useApp((state) => state.showForm)
  const [isFailureSeen, setFailureSeen] = useState(false)
  if (session === undefined) return null
  const canWrite = session.mode === 'normal'

  return (
    <div className="notices">
      {session.mode === 'evidence' && (
        <Notice tone="danger" action={frame.evidenceOpen} onAction={() => go('evidence')}>
          {frame.evidenceText}
        </Notice>
      )}
      {session.mode === 'read-only' && <Notice tone="due">{frame.readOnlyText}</Notice>}
      {session.failedUnlocksBefore > 0 && !isFailureSeen && (
        <Notice tone="due" action={frame.dismiss} onAction={() => setFailureSeen(true)}>
          {frame.failedBefore(session.failedUnlocksBefore)}
        </Notice>
      )}
      {session.openedByKit && canWrite && (
        <Notice
          tone="due"
          action={frame.screens.settings}
          onAction={() => go('settings', { tab: 'security' })}
        >
          {kit.openedByKit}
        </Notice>
      )}
      {!session.hasRecoveryKit && !session.openedByKit && canWrite && !isDemo && (
        <Notice tone="due" action={kit.makeNow} onAction={() => showForm({ form: 'kit' })}>
          {kit.missingNotice}
        </Notice>
      )}
    </div>
  )
}

type NoticeProps = {
  tone: 'due' | 'danger'
  children: ReactNode
  action?: string
  onAction?(): void
}

function Notice({ tone, children, action, onAction }: NoticeProps) {
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
