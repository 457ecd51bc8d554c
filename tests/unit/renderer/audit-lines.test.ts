import { describe, expect, it } from 'vitest'
import { TEXTS } from '../../../renderer/i18n/text.ts'
import {
  detailWords,
  groupOf,
  shownLines,
  withNewest,
} from '../../../renderer/screens/audit/audit-lines.ts'
import type { AuditLine } from '../../../shared/views.ts'

const zh = TEXTS['zh-CN']
const line = (sequence: number, more: Partial<AuditLine> = {}): AuditLine => ({
  sequence,
  at: 0,
  action: 'record.update',
  custodianName: '示例保管人',
  ...more,
})
const sequencesOf = (lines: readonly AuditLine[]) => lines.map(({ sequence }) => sequence)

describe('the audit trail', () => {
  it('tells what was looked at apart from what was changed', () => {
    expect(groupOf('credential.reveal')).toBe('secret')
    expect(groupOf('credential.copy-code')).toBe('secret')
    expect(groupOf('contact.reveal-id')).toBe('secret')
    expect(groupOf('credential.register')).toBe('record')
    expect(groupOf('vault.unlock-failed')).toBe('vault')
    expect(groupOf('slot.passphrase-changed')).toBe('slot')
    expect(groupOf('ledger.import')).toBe('file')
  })

  it('says details in words and shows a fact it has no words for', () => {
    expect(detailWords({ by: 'recovery-kit', slotId: 'ab' }, zh)).toBe('用恢复包')
    expect(detailWords({ reason: 'leaked' }, zh)).toBe('原因：疑似泄露')
    expect(detailWords({ count: 3, something: 'x' }, zh)).toBe('3 项 · something x')
    expect(detailWords(undefined, zh)).toBe('')
  })

  it('is searched by action, record, custodian and details', () => {
    const lines = [
      line(3, { action: 'credential.reveal', title: '示例商城 备案密码' }),
      line(2, { action: 'ledger.export', facts: { fileName: '台账.xlsx' } }),
      line(1),
    ]
    expect(sequencesOf(shownLines(lines, { text: '查看 商城' }, zh))).toEqual([3])
    expect(sequencesOf(shownLines(lines, { text: '.XLSX' }, zh))).toEqual([2])
    expect(sequencesOf(shownLines(lines, { text: '', group: 'record' }, zh))).toEqual([1])
  })

  it('takes new entries in at the top', () => {
    const known = [line(3), line(2), line(1)]
    const merged = withNewest(known, [line(5), line(4), line(3)])
    expect(sequencesOf(merged)).toEqual([5, 4, 3, 2, 1])
  })

  it('begins anew rather than show a gap', () => {
    const merged = withNewest([line(3)], [line(9), line(8)])
    expect(sequencesOf(merged)).toEqual([9, 8])
  })

  it('stays the same list when nothing is new', () => {
    const known = [line(2), line(1)]
    expect(withNewest(known, [line(2)])).toBe(known)
  })
})
