import { describe, expect, it } from 'vitest'
import {
  isAcceptable,
  isHarmless,
  FINDING_CODES as OPENER_CODES,
} from '../../../electron/vault/finding.ts'
import { enEvidence } from '../../../renderer/i18n/en/evidence.ts'
import { enFrame } from '../../../renderer/i18n/en/frame.ts'
import { findingWords } from '../../../renderer/i18n/finding-words.ts'
import { START_TEXTS } from '../../../renderer/i18n/start-text.ts'
import { zhEvidence } from '../../../renderer/i18n/zh/evidence.ts'
import { zhFrame } from '../../../renderer/i18n/zh/frame.ts'
import { acceptableFinding, openerNotes } from '../../../renderer/state/session.ts'
import { VAULT_ERROR_CODES } from '../../../shared/errors.ts'
import { FINDING_CODES } from '../../../shared/field/finding-codes.ts'
import type { VaultStatus } from '../../../shared/views.ts'

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

describe.each([
  ['Chinese', zhEvidence, zhFrame],
  ['English', enEvidence, enFrame],
])('what the opener finds of a vault, in %s,', (_, evidence, frame) => {
  it.each(OPENER_CODES)('has words for %s', (code) => {
    expect(evidence.codes[code]).toBeTypeOf('string')
  })

  it.each(OPENER_CODES.filter((code) => isHarmless({ code })))(
    'is told of %s although the vault may be written',
    (code) => {
      const shown = openerNotes({ mode: 'normal', findings: [{ code }] })
      expect(shown).toEqual([code])
      expect(shown.map((note) => frame.openerNotes[note])).toEqual([expect.stringMatching(/.{20}/)])
    },
  )

  it.each(OPENER_CODES.filter((code) => isAcceptable({ code })))(
    'asks about %s on the start screen',
    (code) => {
      const session = { findings: [{ code }] }
      // `as`: of the status only the findings are read.
      expect(acceptableFinding({ session } as VaultStatus)).toBe(code)
    },
  )
})

describe('a finding without words', () => {
  it('is shown by its code, so that nothing is hidden', () => {
    const finding = { severity: 'warning', code: 'from-a-later-release' } as const
    expect(findingWords(START_TEXTS.en.findings, finding)).toBe('from-a-later-release')
  })
})
