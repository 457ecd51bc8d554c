import { useState } from 'react'

/** A list with details beside it, without boxes that put into the trash: which line is chosen, whose details are open. */
export function useOpenRow() {
  const [chosenId, setChosenId] = useState<string>()
  const [openId, setOpenId] = useState<string>()
  return {
    openId,
    /** The line that keys act on. */
    currentId: openId ?? chosenId,
    close: () => setOpenId(undefined),
    /** For VirtualTable. */
    table: {
      chosenId: openId ?? chosenId,
      onChoose: (id: string) => {
        setChosenId(id)
        if (openId !== undefined) setOpenId(id)
      },
      onOpen: setOpenId,
    },
  }
}
