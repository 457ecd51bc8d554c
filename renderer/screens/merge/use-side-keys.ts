import { useEffect, useRef } from 'react'
import type { MergeSide } from '../../../shared/merge-view.ts'

const KEYS: Readonly<Record<string, MergeSide>> = { '1': 'here', '2': 'there' }

/** 1 and 2 choose a side, unless somebody types or a dialog is open. */
export function useSideKeys(choose: (side: MergeSide) => void) {
  const latest = useRef(choose)
  latest.current = choose
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const side = KEYS[event.key]
      if (side === undefined || event.ctrlKey || event.metaKey || event.altKey) return
      if (
        event.target instanceof Element &&
        event.target.closest('input:not([type=checkbox],[type=radio]), textarea, [role=combobox]')
      )
        return
      if (document.querySelector('.ant-modal-wrap, dialog[open]') !== null) return
      event.preventDefault()
      latest.current(side)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
