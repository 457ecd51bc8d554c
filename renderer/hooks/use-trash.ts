import { useText } from '../i18n/text.ts'
import { useApp } from '../state/app-context.ts'
import { useTell } from '../workspace/use-tell.ts'

/** Puts records into the trash and offers 撤销. `onDone` runs when they are in it. */
export function useTrash(onDone: () => void) {
  const { common } = useText()
  const call = useApp((state) => state.call)
  const tell = useTell()
  return async (ids: string[]) => {
    try {
      const { undoToken, count } = await call('records.trash', { ids })
      onDone()
      tell.undoable(common.trashed(count), undoToken)
    } catch (error) {
      tell.failed(error)
    }
  }
}
