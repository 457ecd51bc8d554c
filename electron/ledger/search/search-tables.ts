import { foldText } from '../../../shared/field/normalise.ts'
import type { RecordId } from '../../vault/vault.ts'
import type { RowTable } from '../rows.ts'
import { lineOrder, linesAmong } from '../rows.ts'
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
}

export function createSearchTables(): SearchTables {
  return {
    rows: { index: createTextIndex(), pending: undefined },
    everything: { index: createTextIndex(), pending: undefined },
    arrangedFor: undefined,
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
  // There are no fewer lines than services, but for those in the trash.
  if ((tables.rows.pending?.size ?? store.kinds.service.size) > FEW_LINES) {
    const found = searchWithoutIndex(store, rowTable, query)
    if (found !== undefined) return found
  }
  const order = lineOrder(rowTable, store)
  fillRows(tables, store, rowTable, Number.POSITIVE_INFINITY)
  if (tables.arrangedFor !== order) {
    tables.rows.index.arrange(order.map((line) => line.id))
    tables.arrangedFor = order
  }
  return tables.rows.index.search(query)
}

/**
 * The same, from the records themselves: the index may not be there yet. Those lines on which one of the terms
 * is found are searched as all would be.
 *
 * @returns undefined when these are so many that the index is built as quickly.
 */
function searchWithoutIndex(
  store: RecordStore,
  rowTable: RowTable,
  query: string,
): RecordId[] | undefined {
  const terms = termsOf(foldText(query))
  const longest = terms.reduce((long, term) => (term.length > long.length ? term : long), '')
  if (longest === '') return lineOrder(rowTable, store).map((line) => line.id)
  const candidates = candidateRows(store, longest, MANY_CANDIDATES)
  if (candidates === undefined) return undefined
  const index = createTextIndex()
  for (const { id } of linesAmong(rowTable, store, candidates)) {
    const text = rowText(store, id)
    if (text !== undefined) index.put(text)
  }
  return index.search(query)
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
