import type { Preferences } from '../../shared/preferences.ts'
import { useApp } from '../state/app-context.ts'
import { enErrors } from './en/errors.ts'
import { enFindings } from './en/findings.ts'
import { enKit } from './en/kit.ts'
import { enStart } from './en/start.ts'
import type { FindingText } from './finding-words.ts'
import { type ErrorText, zhErrors } from './zh/errors.ts'
import { zhFindings } from './zh/findings.ts'
import { type KitText, zhKit } from './zh/kit.ts'
import { type StartText, zhStart } from './zh/start.ts'

type StartTexts = { start: StartText; kit: KitText; errors: ErrorText; findings: FindingText }

/** The words that the first chunk carries: start, recovery kit, errors. */
export const START_TEXTS: Readonly<Record<Preferences['language'], StartTexts>> = {
  'zh-CN': { start: zhStart, kit: zhKit, errors: zhErrors, findings: zhFindings },
  en: { start: enStart, kit: enKit, errors: enErrors, findings: enFindings },
}

/** The words of the first screens in the language of the preferences. */
export function useStartText(): StartTexts {
  return START_TEXTS[useApp((state) => state.preferences.language)]
}
