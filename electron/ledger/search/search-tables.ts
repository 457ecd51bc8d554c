import type { RecordId } from '../../vault/vault.ts'
import type { RowTable } from '../rows.ts'
import { lineOrder } from '../rows.ts'
import type { RecordStore } from '../store.ts'
import { recordText } from './record-text.ts'
import { rowText } from './row-text.ts'
import type { TextIndex } from './text-index.ts'
import { createTextIndex } from './text-index.ts'

/** What search looks in. Filled in slices after the unlock, or at once when somebody searches earlier. */
export type SearchTables = {
  readonly rows: TextIndex
  /** The order of 台账 that `rows` is arranged in. */
  arrangedFor: readonly unknown[] | undefined
  everything: TextIndex | undefined
  /** Lines that are not in `rows` yet. */
  pendingRows: RecordId[] | undefined
}

export function createSearchTables(): SearchTables {
  return {
    rows: createTextIndex(),
    arrangedFor: undefined,
    everything: undefined,
    pendingRows: undefined,
  }
}

/** Ids of the lines of 台账 that have every term of `query`, best first. */
export function searchRows(
  tables: SearchTables,
  store: RecordStore,
  rowTable: RowTable,
  query: string,
): RecordId[] {
  const order = lineOrder(rowTable, store)
  fillRows(tables, store, rowTable, Number.POSITIVE_INFINITY)
  if (tables.arrangedFor !== order) {
    tables.rows.arrange(order.map((row) => row.id))
    tables.arrangedFor = order
  }
  return tables.rows.search(query)
}

/**
 * Adds lines to the search for at most `budgetMs`.
 *
 * @returns whether all are in.
 */
export function fillRows(
  tables: SearchTables,
  store: RecordStore,
  rowTable: RowTable,
  budgetMs: number,
): boolean {
  tables.pendingRows ??= lineOrder(rowTable, store).map((line) => line.id)
  const until = performance.now() + budgetMs
  for (let done = 1; ; done += 1) {
    const id = tables.pendingRows.pop()
    if (id === undefined) return true
    const text = rowText(store, id)
    if (text !== undefined) tables.rows.put(text)
    if (done % 64 === 0 && performance.now() > until) return tables.pendingRows.length === 0
  }
}

/** Ids of records of any kind that have every term of `query`, best first, at most `limit`. */
export function searchRecords(
  tables: SearchTables,
  store: RecordStore,
  query: string,
  limit: number,
): RecordId[] {
  if (tables.everything === undefined) {
    tables.everything = createTextIndex()
    for (const record of store.records.values()) {
      if (record.trashedAt === undefined) tables.everything.put(recordText(store, record))
    }
  }
  return tables.everything.search(query, limit)
}

/** Follows a change of some lines and records. */
export function patchSearch(
  tables: SearchTables,
  store: RecordStore,
  rowIds: Iterable<RecordId>,
  recordIds: Iterable<RecordId>,
): void {
  if (tables.pendingRows !== undefined) {
    for (const id of rowIds) {
      const text = rowText(store, id)
      if (text === undefined) tables.rows.remove(id)
      else tables.rows.put(text)
    }
  }
  if (tables.everything === undefined) return
  for (const id of recordIds) {
    const record = store.records.get(id)
    if (record === undefined || record.trashedAt !== undefined) tables.everything.remove(id)
    else tables.everything.put(recordText(store, record))
  }
}
