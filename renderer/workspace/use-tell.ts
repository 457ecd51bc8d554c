import { useMemo } from 'react'
import { findingWords } from '../i18n/finding-words.ts'
import { useText } from '../i18n/text.ts'
import { problemOf } from '../start/Problem.tsx'
import { useApp } from '../state/app-context.ts'

export type Tell = {
  /** A short word that something is done. */
  said(text: string): void
  /** The same with 撤销 beside it. */
  undoable(text: string, undoToken: number): void
  /** What failed, what was kept, what to do. Anything that is no VaultError is told as `internal`. */
  failed(error: unknown): void
}

/** Says things to the person at the bottom of the window. */
export function useTell(): Tell {
  const { errors, findings } = useText()
  const showToast = useApp((state) => state.showToast)

  return useMemo(
    () => ({
      said: (text) => showToast({ tone: 'said', text }),
      undoable: (text, undoToken) => showToast({ tone: 'said', text, undoToken }),
      failed: (error) => {
        const { code, facts } = problemOf(error)
        // The start screen says so; calls that were under way would only say it again.
        if (code === 'vault-process-ended') return
        const words = errors[code](facts)
        const why = facts['code']
        const parts = [words.kept, words.next]
        if (typeof why === 'string') {
          parts.unshift(findingWords(findings, { severity: 'refused', code: why, facts }))
        }
        showToast({ tone: 'failed', text: words.title, more: parts.join(' ') })
      },
    }),
    [errors, findings, showToast],
  )
}
