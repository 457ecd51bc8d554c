import { Progress } from 'antd'
import { useEffect, useState } from 'react'
import { useText } from '../i18n/text.ts'
import './work-progress.css'

type Props = {
  /** What is being done, in a sentence. */
  label: string
  /** 0 … 100; absent where nobody can say how far it is. */
  percent?: number | undefined
  /** How much of how much; not read aloud. */
  detail?: string | undefined
}

/** Long work under way: what is done, how far it is where that is known, and for how long already. */
export function WorkProgress({ label, percent, detail }: Props) {
  const { common } = useText()
  const seconds = useElapsedSeconds()
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

/** Whole seconds since the component is there. */
function useElapsedSeconds(): number {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const startedAt = performance.now()
    const timer = setInterval(
      () => setSeconds(Math.floor((performance.now() - startedAt) / 1000)),
      1000,
    )
    return () => clearInterval(timer)
  }, [])
  return seconds
}
