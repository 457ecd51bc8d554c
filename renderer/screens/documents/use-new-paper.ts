import { useCallback } from 'react'
import type { DocumentFile } from '../../../shared/records/document.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'

/** Opens the form of a new paper, with files that were taken in already. */
export function useNewPaper() {
  const { documents } = useText()
  const showForm = useApp((state) => state.showForm)
  return useCallback(
    (files: readonly DocumentFile[], holder: Readonly<Record<string, string>> = {}) => {
      const stem = files[0]?.name.replace(/\.[^.]*$/, '')
      const kind = Object.entries(documents.kind).find(([, word]) => stem?.includes(word))?.[0]
      const chosen = kind ?? (files.length === 0 ? 'business-licence' : 'other')
      const title = stem ?? documents.kind['business-licence']
      showForm({
        form: 'record',
        kind: 'document',
        preset: { kind: chosen, title, files, ...holder },
      })
    },
    [documents, showForm],
  )
}
