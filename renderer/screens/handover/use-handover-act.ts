import { useCallback } from 'react'
import { useTell } from '../../workspace/use-tell.ts'

/** Waits for a change, says it with 撤销 or says why it failed; resolves to whether it was made. */
export type HandoverAct = (change: Promise<{ undoToken: number }>, said: string) => Promise<boolean>

export function useHandoverAct(): HandoverAct {
  const tell = useTell()
  return useCallback(
    (change, said) =>
      change.then(
        ({ undoToken }) => {
          tell.undoable(said, undoToken)
          return true
        },
        (error: unknown) => {
          tell.failed(error)
          return false
        },
      ),
    [tell],
  )
}
