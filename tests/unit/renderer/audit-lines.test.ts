import { describe, expect, it } from 'vitest'
import { TEXTS } from '../../../renderer/i18n/text.ts'
import {
  askedFilter,
  filterOf,
  isFiltered,
  periodDays,
  withChoice,
} from '../../../renderer/screens/audit/audit-filter.ts'
import { detailWords, withNewest, withOlder } from '../../../renderer/screens/audit/audit-lines.ts'
import type { AuditLine } from '../../../shared/views.ts'

const zh = TEXTS['zh-CN']
const line = (sequence: number): AuditLine => ({
  sequence,
  at: 0,
  action: 'record.update',
  custodianName: '示例保管人',
})
const sequencesOf = (lines: readonly AuditLine[]) => lines.map(({ sequence }) => sequence)

describe('the audit trail in the window', () => {
  it('says details in words and shows a fact it has no words for', () => {
    expect(detailWords({ by: 'recovery-kit', slotId: 'ab' }, zh)).toBe('用恢复包')
    expect(detailWords({ reason: 'leaked' }, zh)).toBe('原因：疑似泄露')
    expect(detailWords({ count: 3, something: 'x' }, zh)).toBe('3 项 · something x')
    expect(detailWords(undefined, zh)).toBe('')
  })

  it('asks with each typed word for the actions whose words hold it', () => {
    const { words } = askedFilter({ text: '查看 商城' }, zh.auditActions, '2026-11-22')
    expect(words?.[0]?.actions).toContain('credential.reveal')
    expect(words?.[0]?.actions).not.toContain('credential.copy')
    expect(words?.[1]).toEqual({ text: '商城', actions: [] })
  })

  it('asks for the days of a period', () => {
    expect(periodDays('week', '2026-11-22')).toEqual({ fromOn: '2026-11-16', toOn: '2026-11-22' })
    expect(periodDays('quarter', '2026-11-22').fromOn).toBe('2026-10-01')
    expect(periodDays('quarter', '2026-03-31').fromOn).toBe('2026-01-01')
    expect(periodDays('year', '2026-11-22').fromOn).toBe('2026-01-01')
    const own = askedFilter({ text: '', period: 'custom', toOn: '2026-05-01' }, {}, '2026-11-22')
    expect(own).toEqual({ toOn: '2026-05-01' })
  })

  it('begins with the record it is opened for, and lets go of one choice at a time', () => {
    const filter = filterOf({ recordId: 'aa', filter: 'secret' })
    expect(filter).toEqual({ text: '', aboutId: 'aa', group: 'secret' })
    const rest = withChoice(filter, { aboutId: undefined })
    expect(rest).toEqual({ text: '', group: 'secret' })
    expect(isFiltered(withChoice(rest, { group: undefined }))).toBe(false)
  })

  it('takes new entries in at the top and older ones at the end, each once', () => {
    const known = [line(30), line(20), line(10)]
    expect(sequencesOf(withNewest(known, [line(50), line(40), line(30)]))).toEqual([
      50, 40, 30, 20, 10,
    ])
    expect(sequencesOf(withOlder(known, [line(20), line(10), line(5)]))).toEqual([30, 20, 10, 5])
  })

  it('begins anew rather than show a gap', () => {
    expect(sequencesOf(withNewest([line(3)], [line(9), line(8)]))).toEqual([9, 8])
  })

  it('stays the same list when nothing is new', () => {
    const known = [line(2), line(1)]
    expect(withNewest(known, [line(2)])).toBe(known)
  })
})
