import { CheckCircleFilled, CloseOutlined, ExclamationCircleFilled } from '@ant-design/icons'
import { useEffect, useState } from 'react'
import { useText } from '../i18n/text.ts'
import { useApp } from '../state/app-context.ts'
import type { Toast } from '../state/toasts.ts'
import { useTell } from '../workspace/use-tell.ts'

/** How long a word stays, in milliseconds; longer where there is something to read or to press. */
const SAID_MS = 3_500
const UNDO_MS = 8_000
const FAILED_MS = 10_000

/** Short words at the bottom, where they hide no heading. */
export function Toasts() {
  const toasts = useApp((state) => state.toasts)
  return (
    <div className="toasts">
      {toasts.map((toast) => (
        <ToastLine key={toast.id} toast={toast} />
      ))}
    </div>
  )
}

function ToastLine({ toast }: { toast: Toast }) {
  const { frame } = useText()
  const call = useApp((state) => state.call)
  const closeToast = useApp((state) => state.closeToast)
  const tell = useTell()
  const { id, undoToken } = toast
  // Who reads it or is about to press 撤销 is not hurried.
  const [isHeld, setHeld] = useState(false)

  useEffect(() => {
    if (isHeld) return
    const stay = toast.tone === 'failed' ? FAILED_MS : undoToken === undefined ? SAID_MS : UNDO_MS
    const timer = setTimeout(() => closeToast(id), stay)
    return () => clearTimeout(timer)
  }, [id, toast.tone, undoToken, isHeld, closeToast])

  const undo = async (token: number) => {
    closeToast(id)
    try {
      await call('records.undo', { undoToken: token })
      tell.said(frame.undone)
    } catch (error) {
      tell.failed(error)
    }
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing is done by pointing, it only stays longer
    <div
      className={`toast toast-${toast.tone}`}
      role={toast.tone === 'failed' ? 'alert' : 'status'}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {toast.tone === 'failed' ? (
        <ExclamationCircleFilled aria-hidden />
      ) : (
        <CheckCircleFilled aria-hidden />
      )}
      <div className="toast-words">
        <div className="ellipsis" title={toast.text}>
          {toast.text}
        </div>
        {toast.more !== undefined && <div className="toast-more">{toast.more}</div>}
      </div>
      {undoToken !== undefined && (
        <button type="button" className="button-link" onClick={() => void undo(undoToken)}>
          {frame.undo}
        </button>
      )}
      <button
        type="button"
        className="button-quiet"
        aria-label={frame.close}
        onClick={() => closeToast(id)}
      >
        <CloseOutlined aria-hidden />
      </button>
    </div>
  )
}
