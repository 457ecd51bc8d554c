import type { Preferences } from '../../shared/preferences.ts'
import { useApp } from '../state/app-context.ts'
import { enJoin } from './en/join.ts'
import { type JoinText, zhJoin } from './zh/join.ts'

const JOIN_TEXTS: Readonly<Record<Preferences['language'], JoinText>> = {
  'zh-CN': zhJoin,
  en: enJoin,
}

/** The words of joining: not in the first chunk, since hardly anybody needs them twice. */
export function useJoinText(): JoinText {
  return JOIN_TEXTS[useApp((state) => state.preferences.language)]
}
