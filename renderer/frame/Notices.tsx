import { type ReactNode, useState } from 'react'
import { useText } from '../i18n/text.ts'
import { useApp } from '../state/app-context.ts'
import { type OpenerNoteCode, openerNotes } from '../state/session.ts'

/** Lasting notices under the top line: modes, missing recovery kit, failed unlocks. */
export function Notices() {
  const { frame, kit } = useText()
  const session = useApp((state) => state.status?.session)
  const isDemo = useApp((state) => state.status?.app.isDemo ?? false)
  const go = useApp((state) => state.go)
  const showForm = useApp((state) => state.showForm)
  const [seen, setSeen] = useState<readonly string[]>([])
  const dismiss = (what: string) => setSeen([...seen, what])
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
      {session.failedUnlocksBefore > 0 && !seen.includes('failed') && (
        <Notice tone="due" action={frame.dismiss} onAction={() => dismiss('failed')}>
          {frame.failedBefore(session.failedUnlocksBefore)}
        </Notice>
      )}
      {openerNotes(session).map((code) => (
        <OpenerNote key={code} code={code} isSeen={seen.includes(code)} onSeen={dismiss} />
      ))}
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

type NoteProps = { code: OpenerNoteCode; isSeen: boolean; onSeen(code: OpenerNoteCode): void }

/** What is only told. One about writing stays until it was written after all. */
function OpenerNote({ code, isSeen, onSeen }: NoteProps) {
  const { frame } = useText()
  if (code === 'anchor-not-written') return <Notice tone="due">{frame.openerNotes[code]}</Notice>
  if (isSeen) return null
  return (
    <Notice tone="due" action={frame.dismiss} onAction={() => onSeen(code)}>
      {frame.openerNotes[code]}
    </Notice>
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
