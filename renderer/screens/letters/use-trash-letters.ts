import { useCallback } from 'react'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'

/** Puts letters into the trash, with the way back said. Resolves to whether it was done. */
export function useTrashLetters(): (ids: string[]) => Promise<boolean> {
  const { common } = useText()
  const call = useApp((state) => state.call)
  const tell = useTell()
  return useCallback(
    async (ids) => {
      try {
        const { undoToken, count } = await call('records.trash', { ids })
        tell.undoable(common.trashed(count), undoToken)
        return true
      } catch (error) {
        tell.failed(error)
        return false
      }
    },
    [call, tell, common],
  )
}
