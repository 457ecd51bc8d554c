import { useCallback } from 'react'
import type { Words } from '../../../shared/guides/guide.ts'
import { useApp } from '../../state/app-context.ts'

/** Picks the text of a guide in the language of the window. */
export function useWords(): (words: Words) => string {
  const language = useApp((state) => state.preferences.language)
  return useCallback((words) => (language === 'zh-CN' ? words.zh : words.en), [language])
}
