import { describe, expect, it } from 'vitest'
import { standingOf, type TabRecord } from '../../../renderer/screens/contacts/standing.ts'
import { shownTabRows, tabRows } from '../../../renderer/screens/contacts/tab-rows.ts'

const TODAY = '2026-11-22'
const common = { revision: 1, hasSecret: false, createdAt: 0, updatedAt: 0 }

const person = (id: string, data: object = {}): TabRecord => ({
  ...common,
  kind: 'contact',
  id,
  data: { name: `示例${id}`, roles: ['emergency'], phone: '13800138000', ...data },
})
const channel = (id: string, data: object = {}): TabRecord => ({
  ...common,
  kind: 'channel',
  id,
  data: { kind: 'mailbox', value: `${id}@example.com`, ...data },
})

describe('how a contact stands', () => {
  it('tells an ID that has ended from one that ends within 90 days', () => {
    expect(standingOf(person('a', { idValidUntilOn: '2026-11-21' }), TODAY)).toBe('id-expired')
    expect(standingOf(person('a', { idValidUntilOn: TODAY }), TODAY)).toBe('id-expiring')
    expect(standingOf(person('a', { idValidUntilOn: '2027-02-20' }), TODAY)).toBe('id-expiring')
    expect(standingOf(person('a', { idValidUntilOn: '2027-02-21' }), TODAY)).toBe('fine')
  })

  it('does not ask for the ID of somebody who has left', () => {
    const left = person('a', { leftOn: '2026-10-01', idValidUntilOn: '2020-01-01' })
    expect(standingOf(left, TODAY)).toBe('left')
    expect(standingOf(person('a', { leftOn: '2026-12-31' }), TODAY)).toBe('fine')
  })

  it('misses the phone that receives the SMS', () => {
    expect(standingOf(person('a', { phone: undefined }), TODAY)).toBe('unreachable')
  })

  it('asks for a channel to be verified every three months', () => {
    expect(standingOf(channel('a'), TODAY)).toBe('never-verified')
    expect(standingOf(channel('a', { verifiedOn: '2026-08-22' }), TODAY)).toBe('stale')
    expect(standingOf(channel('a', { verifiedOn: '2026-08-23' }), TODAY)).toBe('fine')
  })
})

describe('the lines of a tab', () => {
  const names = new Map([['e1', '远山文化有限公司']])
  const rows = tabRows(
    [person('乙', { entityId: 'e1' }), person('甲', { roles: ['bureau'], notes: '窗口 3 号' })],
    TODAY,
    (id) => names.get(id),
  )
  const idsOf = (shown: typeof rows) => shown.map(({ record }) => record.id)

  it('are found by any word of the record and by the name of its entity', () => {
    expect(idsOf(shownTabRows(rows, { text: '远山' }, new Set()))).toEqual(['乙'])
    expect(idsOf(shownTabRows(rows, { text: '窗口 示例' }, new Set()))).toEqual(['甲'])
    expect(idsOf(shownTabRows(rows, { text: '没有' }, new Set()))).toEqual([])
  })

  it('include what only the vault process finds, such as pinyin', () => {
    expect(idsOf(shownTabRows(rows, { text: 'shili' }, new Set(['甲'])))).toEqual(['甲'])
  })

  it('are narrowed by role and standing together', () => {
    expect(idsOf(shownTabRows(rows, { text: '', role: 'bureau' }, new Set()))).toEqual(['甲'])
    const filter = { text: '', role: 'bureau', standing: 'left' as const }
    expect(shownTabRows(rows, filter, new Set(['甲']))).toEqual([])
  })
})
