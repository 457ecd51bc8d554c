import { describe, expect, it } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { Call } from '../../../renderer/client.ts'
import { createLedgerSlice, type LedgerSlice, withRows } from '../../../renderer/state/ledger.ts'
import { createNavigationSlice, type NavigationSlice } from '../../../renderer/state/navigation.ts'
import { createToastsSlice, type ToastsSlice } from '../../../renderer/state/toasts.ts'
import type { LedgerRow } from '../../../shared/ledger-row.ts'

function row(id: string, name = id): LedgerRow {
  return {
    id,
    ordinal: 0,
    entityId: 'entity',
    entityName: '云岭信息技术有限公司',
    name,
    domains: [],
    providerNames: [],
    status: 'active',
    updatedAt: 0,
  }
}

/** A vault process that holds `rows` and gives them in the batches asked for. */
function ledgerOf(rows: readonly LedgerRow[]) {
  const asked: number[] = []
  const call = ((_name: string, input: { from: number; count: number }) => {
    asked.push(input.count)
    const batch = rows.slice(input.from, input.from + input.count)
    return Promise.resolve({ rows: batch, total: rows.length })
    // As: only `ledger.rows` is asked for here.
  }) as unknown as Call
  return { store: createStore<LedgerSlice>()(createLedgerSlice(call)), asked }
}

describe('台账 in the window', () => {
  it('is read with a small first batch, so that the first screen paints early', async () => {
    const all = Array.from({ length: 3_000 }, (_, index) => row(`${index}`))
    const { store, asked } = ledgerOf(all)
    await store.getState().loadLedger()
    expect(store.getState().rows.size).toBe(3_000)
    expect(store.getState().isLedgerLoaded).toBe(true)
    expect(asked[0]).toBeLessThan(200)
    expect(asked.length).toBe(3)
  })

  it('is loaded when it is empty', async () => {
    const { store } = ledgerOf([])
    await store.getState().loadLedger()
    expect(store.getState()).toMatchObject({ isLedgerLoaded: true, rowTotal: 0 })
  })

  it('takes changes in and lets lists ask again', () => {
    const { store } = ledgerOf([])
    store.getState().patchLedger({
      upserted: [row('a'), row('b')],
      places: [0, 1],
      removedIds: [],
      total: 2,
    })
    store.getState().patchLedger({
      upserted: [row('a', '新名称')],
      places: [0],
      removedIds: ['b'],
      total: 1,
    })
    expect([...store.getState().rows.values()].map(({ name }) => name)).toEqual(['新名称'])
    expect(store.getState()).toMatchObject({ rowTotal: 1, changeCount: 2 })
  })

  it('takes lines in where they stand, and moves those that were renamed', () => {
    const rows = withRows(new Map(), [row('b'), row('d'), row('f')])
    const names = (changed: ReadonlyMap<string, LedgerRow>) => [...changed.keys()].join('')
    expect(names(withRows(rows, [row('a'), row('c'), row('g')], ['d'], [0, 2, 4]))).toBe('abcfg')
    expect(names(withRows(rows, [row('b')], [], [2]))).toBe('dfb')
    expect(names(withRows(rows, [row('x'), row('y')], [], [1, 2]))).toBe('bxydf')
  })

  it('keeps the same rows where nothing changed', () => {
    const rows = withRows(new Map(), [row('a')])
    expect(withRows(rows, [])).toBe(rows)
  })
})

describe('navigation', () => {
  const store = createStore<NavigationSlice>()(createNavigationSlice())

  it('opens a drawer beside 台账 wherever it was asked for', () => {
    store.getState().go('reminders')
    store.getState().openDrawer('row')
    expect(store.getState()).toMatchObject({ screen: 'ledger', drawerRowId: 'row' })
  })

  it('closes the drawer when another screen is chosen', () => {
    store.getState().openDrawer('row')
    store.getState().go('credentials', { filter: 'overdue' })
    expect(store.getState()).toMatchObject({
      screen: 'credentials',
      target: { filter: 'overdue' },
      drawerRowId: undefined,
    })
  })
})

describe('short words at the bottom', () => {
  it('never pile up: the oldest goes first', () => {
    const store = createStore<ToastsSlice>()(createToastsSlice())
    for (const text of ['一', '二', '三', '四']) store.getState().showToast({ tone: 'said', text })
    expect(store.getState().toasts.map(({ text }) => text)).toEqual(['二', '三', '四'])
  })
})
