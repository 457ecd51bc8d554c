import { useCallback } from 'react'
import type { Words } from '../../shared/guides/guide.ts'
import { useApp } from '../state/app-context.ts'

/** Reads the texts of guides in the language of the preferences. */
export function useGuideWords(): (words: Words) => string {
  const language = useApp((state) => state.preferences.language)
  return useCallback((words) => (language === 'zh-CN' ? words.zh : words.en), [language])
}
