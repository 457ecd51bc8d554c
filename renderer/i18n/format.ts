import type { Preferences } from '../../shared/preferences.ts'

type Language = Preferences['language']

const MOMENTS: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  'zh-CN': momentFormat('zh-CN'),
  en: momentFormat('en-GB'),
}

function momentFormat(locale: string) {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Asia/Shanghai',
  })
}

/** A moment (Unix ms) as the clock in Shanghai shows it. */
export function formatMoment(at: number, language: Language): string {
  return MOMENTS[language].format(at)
}
