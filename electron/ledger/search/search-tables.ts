import { foldText } from '../../../shared/field/normalise.ts'
import type { RecordId } from '../../vault/vault.ts'
import type { RowTable } from '../rows.ts'
import { lineOrder, linesAmong, ordinalOf } from '../rows.ts'
import type { RecordStore } from '../store.ts'
import { candidateRows } from './candidates.ts'
import { recordText } from './record-text.ts'
import { rowText } from './row-text.ts'
import type { SearchText, TextIndex } from './text-index.ts'
import { createTextIndex, termsOf } from './text-index.ts'

/** One search with what is not in it yet: filled in slices after the unlock, or at once when somebody searches. */
type Filling = {
  index: TextIndex
  /** Undefined until the filling begins. Some may be in already, in an older form. */
  pending: Set<RecordId> | undefined
}

/** What search looks in: the lines of 台账, and records of every kind. */
export type SearchTables = {
  readonly rows: Filling
  readonly everything: Filling
  /** The order of 台账 that `rows` is arranged in. */
  arrangedFor: readonly unknown[] | undefined
  /** When the window asked last, by `performance.now()`. */
  askedAtMs: number
  /** The ordinals of the lines in that order. */
  ordinals: { ids: readonly string[]; all: Uint32Array } | undefined
}

export function createSearchTables(): SearchTables {
  return {
    rows: { index: createTextIndex(), pending: undefined },
    everything: { index: createTextIndex(), pending: undefined },
    arrangedFor: undefined,
    askedAtMs: Number.NEGATIVE_INFINITY,
    ordinals: undefined,
  }
}

/** So few lines are put into their search at once. */
const FEW_LINES = 500
/** Of more candidates than these it takes no longer to put all lines into their search. */
const MANY_CANDIDATES = 2_000

/** Ids of the lines of 台账 that have every term of `query`, best first. */
export function searchRows(
  tables: SearchTables,
  store: RecordStore,
  rowTable: RowTable,
  query: string,
): RecordId[] {
  return rowIndex(tables, store, rowTable, query).search(query)
}

/** The same by ordinals, as the window knows the lines. */
export function searchRowOrdinals(
  tables: SearchTables,
  store: RecordStore,
  rowTable: RowTable,
  query: string,
): Uint32Array {
  const index = rowIndex(tables, store, rowTable, query)
  const ids = index.order()
  if (tables.ordinals?.ids !== ids) {
    const all = Uint32Array.from(ids, (id) => ordinalOf(rowTable, id))
    tables.ordinals = { ids, all }
  }
  const { all } = tables.ordinals
  return index.places(query).map((place) => all[place] ?? 0)
}

/** All lines in their order; or, before that is there, as many as have what `query` asks for. */
function rowIndex(
  tables: SearchTables,
  store: RecordStore,
  rowTable: RowTable,
  query: string,
): TextIndex {
  // There are no fewer lines than services, but for those in the trash.
  if ((tables.rows.pending?.size ?? store.kinds.service.size) > FEW_LINES) {
    const index = candidateIndex(store, rowTable, query)
    if (index !== undefined) return index
  }
  const order = lineOrder(rowTable, store)
  fillRows(tables, store, rowTable, Number.POSITIVE_INFINITY)
  if (tables.arrangedFor !== order) {
    tables.rows.index.arrange(order.map((line) => line.id))
    tables.arrangedFor = order
  }
  return tables.rows.index
}

/**
 * Of those lines on which one of the terms is found, from the records themselves: the whole index may not be
 * there yet.
 *
 * @returns undefined when these are so many that the whole is built as quickly.
 */
function candidateIndex(
  store: RecordStore,
  rowTable: RowTable,
  query: string,
): TextIndex | undefined {
  const terms = termsOf(foldText(query))
  const longest = terms.reduce((long, term) => (term.length > long.length ? term : long), '')
  if (longest === '') return undefined
  const candidates = candidateRows(store, longest, MANY_CANDIDATES)
  if (candidates === undefined) return undefined
  const index = createTextIndex()
  for (const { id } of linesAmong(rowTable, store, candidates)) {
    const text = rowText(store, id)
    if (text !== undefined) index.put(text)
  }
  return index
}

/** Ids of records of any kind that have every term of `query`, best first, at most `limit`. */
export function searchRecords(
  tables: SearchTables,
  store: RecordStore,
  query: string,
  limit: number,
): RecordId[] {
  fillRecords(tables, store, Number.POSITIVE_INFINITY)
  return tables.everything.index.search(query, limit)
}

/**
 * Adds lines to their search for at most `budgetMs`.
 *
 * @returns whether all are in.
 */
export function fillRows(
  { rows }: SearchTables,
  store: RecordStore,
  rowTable: RowTable,
  budgetMs: number,
): boolean {
  rows.pending ??= new Set(lineOrder(rowTable, store).map((line) => line.id))
  return fill(rows.index, rows.pending, (id) => rowText(store, id), budgetMs)
}

/** The same for records. */
export function fillRecords(
  { everything }: SearchTables,
  store: RecordStore,
  budgetMs: number,
): boolean {
  everything.pending ??= new Set(store.records.keys())
  return fill(everything.index, everything.pending, (id) => textOfRecord(store, id), budgetMs)
}

/** Notes that lines and records changed, came or went. They are looked at when somebody searches next. */
export function patchSearch(
  { rows, everything }: SearchTables,
  rowIds: Iterable<RecordId>,
  recordIds: Iterable<RecordId>,
): void {
  if (rows.pending !== undefined) for (const id of rowIds) rows.pending.add(id)
  if (everything.pending !== undefined) for (const id of recordIds) everything.pending.add(id)
}

function fill(
  index: TextIndex,
  pending: Set<RecordId>,
  textOf: (id: RecordId) => SearchText | undefined,
  budgetMs: number,
): boolean {
  const until = performance.now() + budgetMs
  let done = 0
  for (const id of pending) {
    pending.delete(id)
    const text = textOf(id)
    if (text === undefined) index.remove(id)
    else index.put(text)
    done += 1
    if (done % 64 === 0 && performance.now() > until) break
  }
  return pending.size === 0
}

function textOfRecord(store: RecordStore, id: RecordId): SearchText | undefined {
  const record = store.records.get(id)
  return record === undefined || record.trashedAt !== undefined
    ? undefined
    : recordText(store, record)
}
