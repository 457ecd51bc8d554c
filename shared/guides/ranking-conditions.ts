import type { Condition } from './triage-rule.ts'

/** Excludes every guide: there is nothing to recover. */
export const NOT_FILED: Condition = {
  fact: 'domain-filed',
  is: ['no'],
  why: {
    zh: '域名没有备案，没有密码可找，先办首次备案。',
    en: 'The domain is not filed: there is nothing to recover, file first.',
  },
}
