import { type ReactNode, useEffect, useState } from 'react'

/** Shows its children a moment later, so that work which is over sooner does not flash up. */
export function Late({ children, afterMs = 300 }: { children: ReactNode; afterMs?: number }) {
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), afterMs)
    return () => clearTimeout(timer)
  }, [afterMs])
  return isLate ? children : null
}
