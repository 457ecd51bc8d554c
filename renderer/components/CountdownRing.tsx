import { useEffect, useState } from 'react'

type Props = {
  /** Whole seconds at the start. */
  seconds: number
  /** Words for the seconds left, read with the ring. */
  words(secondsLeft: number): string
}

/** A ring that runs empty, with the seconds left beside it. */
export function CountdownRing({ seconds, words }: Props) {
  const [left, setLeft] = useState(seconds)
  useEffect(() => {
    const endsAt = performance.now() + seconds * 1000
    const timer = setInterval(() => {
      setLeft(Math.max(0, Math.ceil((endsAt - performance.now()) / 1000)))
    }, 250)
    return () => clearInterval(timer)
  }, [seconds])

  return (
    <span className="countdown" role="timer" title={words(left)}>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6" className="countdown-track" />
        <circle
          cx="8"
          cy="8"
          r="6"
          className="countdown-left"
          pathLength={1}
          strokeDasharray={`${left / seconds} 1`}
        />
      </svg>
      {words(left)}
    </span>
  )
}
