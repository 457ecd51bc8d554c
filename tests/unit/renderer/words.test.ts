import { describe, expect, it } from 'vitest'
import { findingWords } from '../../../renderer/i18n/finding-words.ts'
import { START_TEXTS } from '../../../renderer/i18n/start-text.ts'
import { VAULT_ERROR_CODES } from '../../../shared/errors.ts'
import { FINDING_CODES } from '../../../shared/field/finding-codes.ts'

describe.each(['zh-CN', 'en'] as const)('the words in %s', (language) => {
  const { errors, findings } = START_TEXTS[language]

  it.each(VAULT_ERROR_CODES)('say of %s what happened, what was kept and what to do', (code) => {
    const words = errors[code]({})
    expect(words.title).not.toBe('')
    expect(words.kept).not.toBe('')
    expect(words.next).not.toBe('')
    expect(Object.values(words).join()).not.toContain('undefined')
  })

  it.each(FINDING_CODES)('say what %s means', (code) => {
    expect(findingWords(findings, { severity: 'refused', code })).not.toBe(code)
  })
})

describe('a finding without words', () => {
  it('is shown by its code, so that nothing is hidden', () => {
    const finding = { severity: 'warning', code: 'from-a-later-release' } as const
    expect(findingWords(START_TEXTS.en.findings, finding)).toBe('from-a-later-release')
  })
})
