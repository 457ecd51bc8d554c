import { useCallback } from 'react'
import type { DocumentFile } from '../../../shared/records/document.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { guessPaper } from './paper-guess.ts'

/** Opens the form of a new paper, with files that were taken in already. */
export function useNewPaper() {
  const { documents } = useText()
  const showForm = useApp((state) => state.showForm)
  return useCallback(
    (files: readonly DocumentFile[], holder: Readonly<Record<string, string>> = {}) => {
      const [first] = files
      const usual = { kind: 'business-licence', title: documents.kind['business-licence'] }
      const guessed = first === undefined ? usual : guessPaper(first.name)
      showForm({ form: 'record', kind: 'document', preset: { ...guessed, files, ...holder } })
    },
    [documents, showForm],
  )
}
