import type { Preferences } from '../../shared/preferences.ts'
import { useApp } from '../state/app-context.ts'
import { enCommon } from './en/common.ts'
import { enFrame } from './en/frame.ts'
import { START_TEXTS } from './start-text.ts'
import { zhCommon } from './zh/common.ts'
import { zhFrame } from './zh/frame.ts'

const zhText = {
  ...START_TEXTS['zh-CN'],
  common: zhCommon,
  frame: zhFrame,
}

/** Every word of the workspace, one key an area. A language that lacks a key does not compile. */
export type Text = typeof zhText

const enText: Text = {
  ...START_TEXTS.en,
  common: enCommon,
  frame: enFrame,
}

export const TEXTS: Readonly<Record<Preferences['language'], Text>> = {
  'zh-CN': zhText,
  en: enText,
}

/** The words of the workspace in the language of the preferences. */
export function useText(): Text {
  return TEXTS[useApp((state) => state.preferences.language)]
}
