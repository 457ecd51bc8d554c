import { useEffect, useState } from 'react'

/** The moment (Unix ms), kept within half a minute: clocks in hours run on while one looks at them. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
