import { useSyncExternalStore } from 'react'

/** The same width as in list-details.css. */
const narrow = window.matchMedia('(width < 1076px)')

/** Whether a list has no room for details beside it, nor for all its columns. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(onChange, isNarrow)
}

function onChange(listener: () => void): () => void {
  narrow.addEventListener('change', listener)
  return () => narrow.removeEventListener('change', listener)
}

function isNarrow(): boolean {
  return narrow.matches
}
