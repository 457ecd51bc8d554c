import { useState } from 'react'

/** Whether what a form holds is another than when it was opened. `value` is plain data. */
export function useChanged(value: unknown): boolean {
  const text = JSON.stringify(value)
  const [before] = useState(text)
  return text !== before
}
