import { describe, expect, it } from 'vitest'
import {
  GAPS,
  type LedgerFilters,
  nextSort,
  passes,
  rowsByOrdinal,
  shownRows,
  sortRows,
} from '../../../renderer/screens/ledger/rows-view.ts'
import type { LedgerRow } from '../../../shared/ledger-row.ts'

function row(id: string, change: Partial<LedgerRow> = {}): LedgerRow {
  return {
    id,
    ordinal: 0,
    entityId: `${id}-entity`,
    entityName: '云岭信息技术有限公司',
    serviceKind: 'website',
    name: `服务${id}`,
    domains: [],
    providerNames: [],
    status: 'active',
    updatedAt: 0,
    ...change,
  }
}

const ids = (rows: readonly LedgerRow[]) => rows.map(({ id }) => id)

describe('filters of 台账', () => {
  it('lets everything pass while none is set', () => {
    expect(passes(row('a'), {})).toBe(true)
  })

  it('wants every filter that is set', () => {
    const filters = { province: '京', status: 'active' } as const
    expect(passes(row('a', { province: '京' }), filters)).toBe(true)
    expect(passes(row('a', { province: '京', status: 'pending' }), filters)).toBe(false)
    expect(passes(row('a', { province: '沪' }), filters)).toBe(false)
  })

  it('finds what lacks a number or a provider, as 总览 counts it', () => {
    const gapsOf = (change: Partial<LedgerRow>) =>
      GAPS.filter((gap) => passes(row('a', change), { gap }))
    expect(gapsOf({})).toEqual(['no-number', 'no-provider'])
    expect(gapsOf({ isProviderUnknown: true })).toEqual(['no-number', 'provider-unknown'])
    expect(gapsOf({ filingNumber: '京ICP备12345678号-1', providerNames: ['云枢计算'] })).toEqual([])
    expect(gapsOf({ status: 'cancelled' })).toEqual(['no-number'])
    expect(gapsOf({ status: 'pending' })).toEqual([])
  })

  it('finds filings without any stored password', () => {
    expect(passes(row('a'), { credentialState: 'none' })).toBe(true)
    expect(passes(row('a', { credentialState: 'current' }), { credentialState: 'none' })).toBe(
      false,
    )
  })
})

describe('sorting of 台账', () => {
  it('orders Chinese names by pinyin and numbers by value', () => {
    const rows = [
      row('1', { name: '中关村' }),
      row('2', { name: '北辰' }),
      row('3', { name: '安澜' }),
    ]
    expect(ids(sortRows(rows, { key: 'name', isDescending: false }))).toEqual(['3', '2', '1'])
    const numbered = [row('10', { name: '站 10' }), row('9', { name: '站 9' })]
    expect(ids(sortRows(numbered, { key: 'name', isDescending: false }))).toEqual(['9', '10'])
  })

  it('keeps what has no value last in both directions', () => {
    const rows = [
      row('none'),
      row('late', { dueOn: '2027-01-01' }),
      row('soon', { dueOn: '2026-12-01' }),
    ]
    expect(ids(sortRows(rows, { key: 'due', isDescending: false }))).toEqual([
      'soon',
      'late',
      'none',
    ])
    expect(ids(sortRows(rows, { key: 'due', isDescending: true }))).toEqual([
      'late',
      'soon',
      'none',
    ])
  })

  it('puts the worst state of a password first', () => {
    const rows = [
      row('fine', { credentialState: 'current' }),
      row('worst', { credentialState: 'issued' }),
      row('due', { credentialState: 'due' }),
    ]
    expect(ids(sortRows(rows, { key: 'credential', isDescending: false }))).toEqual([
      'worst',
      'due',
      'fine',
    ])
  })

  it('goes up, down and back to none', () => {
    const up = nextSort(undefined, 'name')
    expect(up).toEqual({ key: 'name', isDescending: false })
    const down = nextSort(up, 'name')
    expect(down).toEqual({ key: 'name', isDescending: true })
    expect(nextSort(down, 'name')).toBeUndefined()
    expect(nextSort(down, 'due')).toEqual({ key: 'due', isDescending: false })
  })
})

describe('the rows shown', () => {
  const rows = [
    row('a', { ordinal: 4, province: '京' }),
    row('b', { ordinal: 0, province: '沪' }),
    row('c', { ordinal: 7, province: '京' }),
  ]
  const [a, b, c, unknown] = [4, 0, 7, 5]
  const shown = (filters: LedgerFilters, found: number[], isSorted: boolean) =>
    ids(shownRows(rows, rowsByOrdinal(rows), filters, Uint32Array.from(found), isSorted))

  it('follow the search, best first, while nothing is sorted', () => {
    expect(shown({}, [c, a], false)).toEqual(['c', 'a'])
  })

  it('follow the sort while something is sorted', () => {
    expect(shown({}, [c, a], true)).toEqual(['a', 'c'])
  })

  it('pass the filters after a search too', () => {
    expect(shown({ province: '沪' }, [c, b], false)).toEqual(['b'])
  })

  it('leave out what a search found and the window does not know yet', () => {
    expect(shown({}, [unknown, b], false)).toEqual(['b'])
  })
})
