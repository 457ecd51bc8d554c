import { Progress } from 'antd'
import { useEffect, useState } from 'react'
import { useText } from '../i18n/text.ts'
import './work-progress.css'

type Props = {
  /** What is being done, in a sentence. */
  label: string
  /** 0 … 100; absent where nobody can say how far it is. */
  percent?: number | undefined
  /** Unix ms; absent: now. */
  startedAt?: number | undefined
  /** How much of how much; not read aloud. */
  detail?: string | undefined
}

/** Long work under way: what is done, how far it is where that is known, and for how long already. */
export function WorkProgress({ label, percent, startedAt, detail }: Props) {
  const { common } = useText()
  const seconds = useElapsedSeconds(startedAt)
  return (
    <div className="work-progress">
      {percent === undefined ? (
        <div className="work-progress-endless" role="progressbar" aria-label={label} />
      ) : (
        <Progress percent={percent} showInfo={false} size="small" aria-label={label} />
      )}
      <p>
        <span role="status">{label}</span>
        {detail !== undefined && <span className="soft">{detail}</span>}
        {seconds > 0 && <span className="faint">{common.elapsed(seconds)}</span>}
      </p>
    </div>
  )
}

/** Whole seconds since then, or since the component is there. */
function useElapsedSeconds(startedAt: number | undefined): number {
  const [since] = useState(() => startedAt ?? Date.now())
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return Math.max(0, Math.floor((now - since) / 1000))
}
