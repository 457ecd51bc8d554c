import { useCallback, useState } from 'react'
import type { VaultError } from '../../shared/errors.ts'
import { problemOf } from '../start/Problem.tsx'

/** One piece of work at a time, such as a save, and what it failed with. */
export function useWork() {
  const [isWorking, setWorking] = useState(false)
  const [problem, setProblem] = useState<VaultError>()

  /** Does it. False when it failed, or said itself that it did not do it. */
  const run = useCallback(async (work: () => Promise<boolean>): Promise<boolean> => {
    setWorking(true)
    setProblem(undefined)
    try {
      return await work()
    } catch (error) {
      setProblem(problemOf(error))
      return false
    } finally {
      setWorking(false)
    }
  }, [])

  const forget = useCallback(() => setProblem(undefined), [])
  /** Tells a failure of what was not waited for. */
  const fail = useCallback((error: unknown) => setProblem(problemOf(error)), [])
  return { isWorking, problem, run, forget, fail }
}
