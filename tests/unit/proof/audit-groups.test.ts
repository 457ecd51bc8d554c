import { describe, expect, it } from 'vitest'
import { auditGroupOf, auditToneOf } from '../../../shared/audit-groups.ts'

describe('an action of the trail', () => {
  it('is told apart: what was looked at, what was changed, what is about custody, what went out', () => {
    for (const action of ['credential.reveal', 'credential.copy-code', 'contact.reveal-id']) {
      expect(auditGroupOf(action)).toBe('secret')
    }
    expect(auditGroupOf('credential.export')).toBe('secret')
    expect(auditGroupOf('credential.register')).toBe('record')
    expect(auditGroupOf('vault.unlock-failed')).toBe('vault')
    expect(auditGroupOf('slot.passphrase-changed')).toBe('custody')
    expect(auditGroupOf('handover.sign')).toBe('custody')
    expect(auditGroupOf('company-rule.changed')).toBe('custody')
    expect(auditGroupOf('ledger.import')).toBe('file')
    expect(auditGroupOf('vault.merged')).toBe('file')
    expect(auditGroupOf('report.print')).toBe('audit')
    expect(auditGroupOf('something.of-tomorrow')).toBe('record')
  })

  it('stands out when a kit opened the vault, an unlock failed, or something left on paper or in a file', () => {
    expect(auditToneOf('vault.unlocked', 'passphrase')).toBe('plain')
    expect(auditToneOf('vault.unlocked', 'recovery-kit')).toBe('danger')
    expect(auditToneOf('vault.unlocked', 'recovery-shares')).toBe('danger')
    expect(auditToneOf('vault.unlock-failed')).toBe('danger')
    const leaving = ['exchange.export-kdbx-part', 'document.export-plain', 'letter.save-docx']
    for (const action of [...leaving, 'kit.printed', 'ledger.export']) {
      expect(auditToneOf(action)).toBe('leaving')
    }
    expect(auditToneOf('exchange.import')).toBe('plain')
    expect(auditToneOf('credential.reveal')).toBe('plain')
  })
})
