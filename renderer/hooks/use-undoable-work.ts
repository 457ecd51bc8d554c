import { useCallback } from 'react'
import { useTell } from '../workspace/use-tell.ts'
import { useWork } from './use-work.ts'

/** A change made from a dialog: said with 撤销 once it was made; why it failed is for the dialog to show. */
export function useUndoableWork() {
  const tell = useTell()
  const { isWorking, problem, run } = useWork()
  const make = useCallback(
    (change: () => Promise<{ undoToken: number }>, said: string) =>
      run(async () => {
        const { undoToken } = await change()
        tell.undoable(said, undoToken)
        return true
      }),
    [run, tell],
  )
  return { isWorking, problem, make }
}
