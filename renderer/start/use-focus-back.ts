import { useEffect, useMemo, useRef } from 'react'

/**
 * Ref of a field that is disabled while what was typed is looked at: disabled, it loses the focus to the page.
 * With the answer it has it back; one that was emptied has it wherever it was, to be typed into anew.
 */
export function useFocusBack(isDisabled: boolean) {
  const input = useRef<HTMLInputElement>(null)
  // Read while rendering: once the field is disabled, the focus is gone.
  const before = useMemo(() => (isDisabled ? document.activeElement : null), [isDisabled])
  useEffect(() => {
    if (!isDisabled) return
    return () => {
      const field = input.current
      const { activeElement: now, body } = document
      // Of several fields the first that may: the others find it focused.
      if (field === null || now instanceof HTMLInputElement) return
      const isLost = now === body && !(before instanceof HTMLInputElement)
      if (field.value === '' || before === field || isLost) field.focus()
    }
  }, [isDisabled, before])
  return input
}
