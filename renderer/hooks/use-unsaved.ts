import { useEffect } from 'react'
import { useApp } from '../state/app-context.ts'

/** Tells that a form holds something not saved, so that a lock asks first or says so afterwards. */
export function useUnsaved(isDirty: boolean) {
  const countUnsaved = useApp((state) => state.countUnsaved)
  useEffect(() => {
    if (!isDirty) return
    countUnsaved(1)
    return () => countUnsaved(-1)
  }, [isDirty, countUnsaved])
}
