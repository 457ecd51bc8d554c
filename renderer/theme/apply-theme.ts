import type { Preferences } from '../../shared/preferences.ts'
import { tokenSheetText } from './tokens.ts'

export type ThemeName = 'light' | 'dark'

const darkSystem = window.matchMedia('(prefers-color-scheme: dark)')

/** Puts the tokens on the page. A constructed sheet is CSSOM: it needs no `<style>` and no nonce. */
export function installTokens(): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(tokenSheetText())
  document.adoptedStyleSheets.push(sheet)
}

/** What `choice` means now, on this system. */
export function themeOf(choice: Preferences['theme']): ThemeName {
  if (choice !== 'system') return choice
  return darkSystem.matches ? 'dark' : 'light'
}

/** Calls `listener` when the system changes between light and dark. */
export function onSystemTheme(listener: () => void): () => void {
  darkSystem.addEventListener('change', listener)
  return () => darkSystem.removeEventListener('change', listener)
}

/** Shows the page in the theme and language of `preferences`. */
export function applyLook(preferences: Preferences): void {
  const root = document.documentElement
  root.dataset['theme'] = themeOf(preferences.theme)
  root.style.colorScheme = themeOf(preferences.theme)
  root.lang = preferences.language
}
