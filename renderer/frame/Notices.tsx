import { useState } from 'react'
import { useText } from '../i18n/text.ts'
import { useApp } from '../state/app-context.ts'
import { type OpenerNoteCode, openerNotes } from '../state/session.ts'
import { CopyNotice } from './CopyNotice.tsx'
import { Notice } from './Notice.tsx'

/** Lasting notices under the top line: modes, missing recovery kit, failed unlocks. */
export function Notices() {
  const { frame, kit, custodians } = useText()
  const session = useApp((state) => state.status?.session)
  const isDemo = useApp((state) => state.status?.app.isDemo ?? false)
  const go = useApp((state) => state.go)
  const showForm = useApp((state) => state.showForm)
  const [seen, setSeen] = useState<readonly string[]>([])
  const dismiss = (what: string) => setSeen([...seen, what])
  if (session === undefined) return null
  const canWrite = session.mode === 'normal' && session.scope === 'all'

  return (
    <div className="notices">
      {session.mode === 'evidence' && (
        <Notice tone="danger" action={frame.evidenceOpen} onAction={() => go('evidence')}>
          {frame.evidenceText}
        </Notice>
      )}
      {session.mode === 'read-only' && <Notice tone="due">{frame.readOnlyText}</Notice>}
      {session.scope === 'ledger' && <Notice tone="due">{custodians.auditorNotice}</Notice>}
      {session.failedUnlocksBefore > 0 && !seen.includes('failed') && (
        <Notice tone="due" action={frame.dismiss} onAction={() => dismiss('failed')}>
          {frame.failedBefore(session.failedUnlocksBefore)}
        </Notice>
      )}
      {openerNotes(session).map((code) => (
        <OpenerNote key={code} code={code} isSeen={seen.includes(code)} onSeen={dismiss} />
      ))}
      {canWrite && <CopyNotice />}
      {session.openedByKit && session.mode === 'read-only' && (
        <Notice tone="due">{kit.onlyRead}</Notice>
      )}
      {session.openedByKit && canWrite && (
        <Notice tone="due" action={kit.makeNow} onAction={() => showForm({ form: 'kit' })}>
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
