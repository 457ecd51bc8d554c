import { useState } from 'react'
import { useCanWrite } from './use-can-write.ts'
import { useIsNarrow } from './use-is-narrow.ts'
import { useTrash } from './use-trash.ts'

/**
 * A list with boxes and with details beside it: which line is chosen, whose details are open, what is ticked.
 *
 * @param startId - Record whose details are open at first.
 */
export function useList(startId: string | undefined) {
  const canWrite = useCanWrite()
  const isWindowNarrow = useIsNarrow()
  const [chosenId, setChosenId] = useState(startId)
  const [openId, setOpenId] = useState(startId)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const close = () => setOpenId(undefined)
  const untick = () => setTicked(new Set())
  const putIntoTrash = useTrash(() => {
    untick()
    close()
  })
  const trash = (ids: string[]) => void putIntoTrash(ids)

  return {
    openId,
    /** Whether columns have to give way: to the details, or in a narrow window. */
    isNarrow: isWindowNarrow || openId !== undefined,
    close,
    trash,
    /** For TickedTools. */
    tools: { count: ticked.size, onTrash: () => trash([...ticked]), onUntick: untick },
    /** For VirtualTable. */
    table: {
      chosenId: openId ?? chosenId,
      onChoose: (id: string) => {
        setChosenId(id)
        if (openId !== undefined) setOpenId(id)
      },
      onOpen: setOpenId,
      ...(canWrite && { onDelete: trash }),
      ticked,
      onTick: setTicked,
    },
  }
}
