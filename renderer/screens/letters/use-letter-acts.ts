import { useMemo } from 'react'
import type { LetterPreset } from '../../../shared/letters/preset.ts'
import { useAppStore } from '../../state/app-context.ts'

export type LetterActs = {
  /** Asks what is still unknown of a new letter, writes it and opens it. */
  write(preset?: LetterPreset): void
  /** Opens a letter to read, edit and print. */
  open(letterId: string): void
}

/** Writing and opening letters from any screen. */
export function useLetterActs(): LetterActs {
  const store = useAppStore()
  return useMemo(
    () => ({
      write: (preset = {}) => store.getState().showForm({ form: 'letter', preset }),
      open: (recordId) => store.getState().go('letters', { recordId }),
    }),
    [store],
  )
}
