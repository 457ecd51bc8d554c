import { useCallback } from 'react'
import { useTell } from '../../workspace/use-tell.ts'

/** Waits for a change, says it with 撤销 or says why it failed; resolves to whether it was made. */
export type CaseAct = (change: Promise<{ undoToken: number }>, said: string) => Promise<boolean>

export function useCaseAct(): CaseAct {
  const tell = useTell()
  return useCallback(
    async (change, said) => {
      try {
        const { undoToken } = await change
        tell.undoable(said, undoToken)
        return true
      } catch (error) {
        tell.failed(error)
        return false
      }
    },
    [tell],
  )
}
