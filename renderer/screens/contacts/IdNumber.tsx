import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useSeesSecrets } from '../../hooks/use-sees-secrets.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'
import './contacts.css'

/** Seconds an ID number stays in this window. */
const SHOWN_SECONDS = 30

/** A contact's ID number: asked for by a press, kept in this component only, dropped after 30 s. */
export function IdNumber({ contactId, hasSecret }: { contactId: string; hasSecret: boolean }) {
  const { contacts, custodians } = useText()
  const seesSecrets = useSeesSecrets()
  const call = useApp((state) => state.call)
  const tell = useTell()
  const [shown, setShown] = useState<{ number: string | undefined; until: number }>()
  const [now, setNow] = useState(0)

  useEffect(() => {
    if (shown === undefined) return
    const tick = () => {
      setNow(Date.now())
      if (Date.now() >= shown.until) setShown(undefined)
    }
    const timer = setInterval(tick, 500)
    const onHide = () => {
      if (document.hidden) setShown(undefined)
    }
    document.addEventListener('visibilitychange', onHide)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', onHide)
    }
  }, [shown])

  const reveal = () => {
    call('contacts.revealId', { id: contactId }).then(({ idNumber }) => {
      setNow(Date.now())
      setShown({ number: idNumber, until: Date.now() + SHOWN_SECONDS * 1000 })
    }, tell.failed)
  }

  if (!hasSecret) return <span className="faint">{contacts.noId}</span>
  if (!seesSecrets) return <span className="faint">{custodians.auditorId}</span>
  if (shown === undefined) {
    return (
      <Button size="small" onClick={reveal}>
        {contacts.revealId}
      </Button>
    )
  }
  if (shown.number === undefined) return <span className="faint">{contacts.noId}</span>
  return (
    <span className="id-number">
      <span className="mono">{shown.number}</span>
      <button type="button" className="button-quiet" onClick={() => setShown(undefined)}>
        {contacts.hideId}
      </button>
      <span className="faint">
        {contacts.idHidesIn(Math.max(0, Math.ceil((shown.until - now) / 1000)))}
      </span>
    </span>
  )
}
