import { useEffect, useState } from 'react'

/** The step a person looks at, if it is not the next one. What comes next is shown as soon as it changes. */
export function useLooked<T>(nextKey: string | undefined) {
  const [looked, setLooked] = useState<T>()

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new next step brings it back
  useEffect(() => setLooked(undefined), [nextKey])

  return [looked, setLooked] as const
}
