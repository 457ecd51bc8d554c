import type { StateCreator } from 'zustand'
import type { LedgerRow } from '../../shared/ledger-row.ts'
import type { Call } from '../client.ts'

/** Rows of the first batch: more than any screen shows. */
const FIRST_BATCH_ROWS = 120
/** Rows of each later batch: about 20 ms of unpacking on a slow machine. */
const BATCH_ROWS = 2_500

export type LedgerRows = ReadonlyMap<string, LedgerRow>

/** What the vault process tells of lines that changed. */
export type LedgerChange = {
  upserted: readonly LedgerRow[]
  places: readonly number[]
  removedIds: readonly string[]
  total: number
}

export type LedgerSlice = {
  /** Every row of 台账, in the order the vault process gives. */
  rows: LedgerRows
  /** Rows there are; greater than `rows.size` while batches are still on their way. */
  rowTotal: number
  isLedgerLoaded: boolean
  /** Grows with each change of any record: lists that ask the vault process ask again. */
  changeCount: number
  loadLedger(): Promise<void>
  patchLedger(change: LedgerChange): void
}

/** 台账 as the window keeps it: names and dates, never a secret. */
export const createLedgerSlice =
  (call: Call): StateCreator<LedgerSlice> =>
  (set, get) => ({
    rows: new Map(),
    rowTotal: 0,
    isLedgerLoaded: false,
    changeCount: 0,
    loadLedger: async () => {
      let from = 0
      let total = 1
      while (from < total) {
        const count = from === 0 ? FIRST_BATCH_ROWS : BATCH_ROWS
        const batch = await call('ledger.rows', { from, count })
        total = batch.total
        from += batch.rows.length
        set({ rows: withRows(get().rows, batch.rows), rowTotal: total })
        if (batch.rows.length === 0) break
      }
      set({ isLedgerLoaded: true })
    },
    patchLedger: ({ upserted, places, removedIds, total }) =>
      set((state) => ({
        rows: withRows(state.rows, upserted, removedIds, places),
        rowTotal: total,
        changeCount: state.changeCount + 1,
      })),
  })

/**
 * A copy of `rows` with some put in and some taken out.
 *
 * @param places - Where each of `upserted` stands afterwards, rising; without it new ones come last.
 */
export function withRows(
  rows: LedgerRows,
  upserted: readonly LedgerRow[],
  removedIds: readonly string[] = [],
  places: readonly number[] = [],
): LedgerRows {
  if (upserted.length === 0 && removedIds.length === 0) return rows
  const others = new Map(rows)
  for (const id of removedIds) others.delete(id)
  if (places.length === 0) {
    for (const row of upserted) others.set(row.id, row)
    return others
  }
  for (const { id } of upserted) others.delete(id)
  const next = new Map<string, LedgerRow>()
  let put = 0
  const putThoseAt = (end: number) => {
    for (let row = upserted[put]; row !== undefined; row = upserted[put]) {
      if ((places[put] ?? 0) > end) return
      next.set(row.id, row)
      put += 1
      end += 1
    }
  }
  for (const [id, row] of others) {
    putThoseAt(next.size)
    next.set(id, row)
  }
  putThoseAt(Number.POSITIVE_INFINITY)
  return next
}
