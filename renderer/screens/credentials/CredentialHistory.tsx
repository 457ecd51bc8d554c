import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { dayOf } from '../../../shared/calendar-day.ts'
import { CountdownRing } from '../../components/CountdownRing.tsx'
import { useAnswer } from '../../hooks/use-answer.ts'
import { useSeesSecrets } from '../../hooks/use-sees-secrets.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'
import { REVEAL_MS } from './use-revealed.ts'

/** The passwords a credential had before: which and until when; each shown on request. */
export function CredentialHistory({ id }: { id: string }) {
  const { credentials: text, common, custodians } = useText()
  const seesSecrets = useSeesSecrets()
  const call = useApp((state) => state.call)
  const tell = useTell()
  const { value: past } = useAnswer('credentials.history', seesSecrets ? { id } : undefined)
  const [shown, setShown] = useState<{ index: number; value: string }>()

  // A new value shifts the places: what is shown would stand at another line.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change of the list hides
  useEffect(() => setShown(undefined), [past?.length])

  useEffect(() => {
    if (shown === undefined) return
    const hide = () => setShown(undefined)
    const timer = setTimeout(hide, REVEAL_MS)
    window.addEventListener('blur', hide)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('blur', hide)
    }
  }, [shown])

  const reveal = async (index: number) => {
    try {
      setShown({ index, ...(await call('credentials.revealPast', { id, index })) })
    } catch (error) {
      tell.failed(error)
    }
  }

  if (!seesSecrets) return <p className="faint">{custodians.auditorSecret}</p>
  if (past === undefined) return null
  if (past.length === 0) return <p className="faint">{text.historyEmpty}</p>
  return (
    <ol className="history" aria-label={text.history}>
      {past.map((entry, index) => (
        <li key={entry.replacedAt}>
          <span>{text.historyLine(entry.setOn ?? text.historyFrom, dayOf(entry.replacedAt))}</span>
          <span className="faint">{originName(common.credentialOrigin, entry.origin)}</span>
          {shown?.index === index ? (
            <span className="history-value">
              <output className="mono">{shown.value}</output>
              <CountdownRing seconds={REVEAL_MS / 1000} words={text.secondsLeft} />
            </span>
          ) : (
            <Button size="small" type="text" onClick={() => void reveal(index)}>
              {text.revealPast}
            </Button>
          )}
        </li>
      ))}
    </ol>
  )
}

function originName(names: Readonly<Record<string, string>>, origin: string): string {
  return names[origin] ?? origin
}
