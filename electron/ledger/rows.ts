import type { CalendarDay } from '../../shared/calendar-day.ts'
import type { LedgerRow } from '../../shared/ledger-row.ts'
import type { LedgerRecord } from '../../shared/records/record.ts'
import type { RecordId } from '../vault/vault.ts'
import { compareNames } from './name-order.ts'
import { rowOf } from './row.ts'
import type { RecordStore } from './store.ts'
import { liveRecord, liveRecords, usersOf } from './store.ts'

/** The place of a line in 台账: by entity, then by serial, then by name. */
type Line = { id: RecordId; entityId: RecordId; entityName: string; serial: number; name: string }

/** The lines of 台账. Their order is known at once, each is built when it is first shown. */
export type RowTable = {
  /** The day that `built` is right for. */
  today: CalendarDay | undefined
  readonly built: Map<RecordId, LedgerRow>
  /** Undefined until somebody asks, and after so many changes that sorting anew is cheaper. */
  order: readonly Line[] | undefined
  readonly lines: Map<RecordId, Line>
  readonly ordinals: Map<RecordId, number>
}

export function createRowTable(): RowTable {
  return {
    today: undefined,
    built: new Map(),
    order: undefined,
    lines: new Map(),
    ordinals: new Map(),
  }
}

/** The lines from `from` on, at most `count`. */
export function rowsOn(
  table: RowTable,
  store: RecordStore,
  today: CalendarDay,
  from = 0,
  count = Number.POSITIVE_INFINITY,
): LedgerRow[] {
  if (table.today !== today) {
    table.today = today
    table.built.clear()
  }
  const rows: LedgerRow[] = []
  for (const { id } of lineOrder(table, store).slice(from, from + count)) {
    const row = table.built.get(id) ?? rowOf(store, id, ordinalOf(table, id), today)
    if (row === undefined) continue
    table.built.set(id, row)
    rows.push(row)
  }
  return rows
}

/** The number that names a line to the window. */
export function ordinalOf({ ordinals }: RowTable, id: RecordId): number {
  const known = ordinals.get(id)
  if (known !== undefined) return known
  ordinals.set(id, ordinals.size)
  return ordinals.size - 1
}

/** All lines in their order. The same array until something changes. */
export function lineOrder(table: RowTable, store: RecordStore): readonly Line[] {
  if (table.order !== undefined) return table.order
  const order = sortLines(allLines(store))
  table.lines.clear()
  for (const line of order) table.lines.set(line.id, line)
  table.order = order
  return order
}

/** Those of `ids` that are lines, in their order, which need not be known for the others. */
export function linesAmong(
  table: RowTable,
  store: RecordStore,
  ids: ReadonlySet<RecordId>,
): readonly Line[] {
  if (table.order !== undefined) return table.order.filter(({ id }) => ids.has(id))
  return sortLines([...ids].flatMap((id) => lineOf(store, id) ?? []))
}

/**
 * Builds some lines anew.
 *
 * @param ids - Lines that may have changed, come or gone.
 * @returns those that there are now, in their order, with the place of each among all lines, and the ids of
 * those that are none any more.
 */
export function patchRows(
  table: RowTable,
  store: RecordStore,
  ids: Iterable<RecordId>,
  today: CalendarDay,
): { upserted: LedgerRow[]; places: number[]; removedIds: RecordId[] } {
  const upserted: LedgerRow[] = []
  const removedIds: RecordId[] = []
  let moved = 0
  for (const id of ids) {
    const row = rowOf(store, id, ordinalOf(table, id), today)
    if (row === undefined) {
      table.built.delete(id)
      removedIds.push(id)
    } else {
      table.built.set(id, row)
      upserted.push(row)
    }
    moved += 1
    if (moved > MANY) table.order = undefined
    else placeLine(table, store, id)
  }
  return { ...inOrder(table, store, upserted), removedIds }
}

function inOrder(
  table: RowTable,
  store: RecordStore,
  rows: readonly LedgerRow[],
): { upserted: LedgerRow[]; places: number[] } {
  const order = lineOrder(table, store)
  const isMany = rows.length > MANY
  const known = new Map(isMany ? order.map(({ id }, place) => [id, place]) : [])
  const placed = rows.map((row) => {
    const line = table.lines.get(row.id)
    return { row, place: known.get(row.id) ?? (line === undefined ? 0 : placeOf(order, line)) }
  })
  placed.sort((a, b) => a.place - b.place)
  return { upserted: placed.map(({ row }) => row), places: placed.map(({ place }) => place) }
}

/** So many lines are not put in their places one by one. */
const MANY = 200

/** Puts one line where it stands now. Nothing else of the order is looked at. */
function placeLine(table: RowTable, store: RecordStore, id: RecordId): void {
  if (table.order === undefined) return
  const before = table.lines.get(id)
  const after = lineOf(store, id)
  if (before !== undefined && after !== undefined && compareLines(before, after) === 0) return
  let order = table.order
  if (before !== undefined) order = order.toSpliced(placeOf(order, before), 1)
  if (after !== undefined) order = order.toSpliced(placeOf(order, after), 0, after)
  table.order = order
  if (after === undefined) table.lines.delete(id)
  else table.lines.set(id, after)
}

/** Where the line is, or would be. */
function placeOf(order: readonly Line[], line: Line): number {
  let low = 0
  let high = order.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const other = order[middle]
    if (other !== undefined && compareLines(other, line) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/** Each entity's name is compared once, not once for each of its lines: names are what takes time. */
function sortLines(lines: readonly Line[]): Line[] {
  const byName = new Map<string, Line[]>()
  for (const line of lines) {
    const others = byName.get(line.entityName)
    if (others === undefined) byName.set(line.entityName, [line])
    else others.push(line)
  }
  const sorted: Line[] = []
  for (const name of [...byName.keys()].sort(compareNames)) {
    sorted.push(...(byName.get(name) ?? []).sort(compareInside))
  }
  return sorted
}

function allLines(store: RecordStore): Line[] {
  const lines: Line[] = []
  for (const service of liveRecords(store, 'service')) {
    const line = serviceLine(store, service)
    if (line !== undefined) lines.push(line)
  }
  for (const entity of liveRecords(store, 'entity')) {
    const line = entityLine(store, entity)
    if (line !== undefined) lines.push(line)
  }
  return lines
}

function lineOf(store: RecordStore, id: RecordId): Line | undefined {
  const service = liveRecord(store, 'service', id)
  if (service !== undefined) return serviceLine(store, service)
  const entity = liveRecord(store, 'entity', id)
  return entity === undefined ? undefined : entityLine(store, entity)
}

function serviceLine(store: RecordStore, { id, data }: LedgerRecord<'service'>): Line | undefined {
  const entity = liveRecord(store, 'entity', data.entityId)
  if (entity === undefined) return undefined
  const serial = serialOf(data.filingNumber)
  return { id, entityId: entity.id, entityName: entity.data.name, serial, name: data.name }
}

/** An entity has a line of its own while it has no service. */
function entityLine(store: RecordStore, { id, data }: LedgerRecord<'entity'>): Line | undefined {
  if (usersOf(store, id, 'service').length > 0) return undefined
  return { id, entityId: id, entityName: data.name, serial: 0, name: data.name }
}

function compareLines(a: Line, b: Line): number {
  return compareNames(a.entityName, b.entityName) || compareInside(a, b)
}

/** The order of lines whose entities have the same name. */
function compareInside(a: Line, b: Line): number {
  return (
    compareIds(a.entityId, b.entityId) ||
    a.serial - b.serial ||
    compareNames(a.name, b.name) ||
    compareIds(a.id, b.id)
  )
}

/** Serials count as numbers: -2 stands before -10. */
function serialOf(filingNumber: string | undefined): number {
  if (filingNumber === undefined) return 0
  const serial = Number.parseInt(filingNumber.slice(filingNumber.lastIndexOf('-') + 1), 10)
  return Number.isNaN(serial) ? 0 : serial
}

function compareIds(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
