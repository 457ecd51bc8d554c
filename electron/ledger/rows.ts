import type { CalendarDay } from '../../shared/calendar-day.ts'
import type { LedgerRow } from '../../shared/ledger-row.ts'
import type { RecordId } from '../vault/vault.ts'
import { rowOf } from './row.ts'
import type { RecordStore } from './store.ts'
import { linksOf, liveRecord, liveRecords, usersOf } from './store.ts'

/** The place of a line in 台账: by entity, then by serial, then by name. */
type Line = { id: RecordId; entityId: RecordId; entityName: string; serial: number; name: string }

/** The lines of 台账. Their order is known at once, each is built when it is first shown. */
export type RowTable = {
  /** The day that `built` is right for. */
  today: CalendarDay | undefined
  readonly built: Map<RecordId, LedgerRow>
  /** Undefined after a change until somebody asks. */
  order: readonly Line[] | undefined
}

export function createRowTable(): RowTable {
  return { today: undefined, built: new Map(), order: undefined }
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
    const row = table.built.get(id) ?? rowOf(store, id, today)
    if (row === undefined) continue
    table.built.set(id, row)
    rows.push(row)
  }
  return rows
}

/** All lines in their order. The same array until something changes. */
export function lineOrder(table: RowTable, store: RecordStore): readonly Line[] {
  table.order ??= sortedLines(store)
  return table.order
}

/**
 * Builds some lines anew.
 *
 * @param ids - Lines that may have changed, come or gone.
 * @returns those that there are now, and the ids of those that are none any more.
 */
export function patchRows(
  table: RowTable,
  store: RecordStore,
  ids: Iterable<RecordId>,
  today: CalendarDay,
): { upserted: LedgerRow[]; removedIds: RecordId[] } {
  const upserted: LedgerRow[] = []
  const removedIds: RecordId[] = []
  for (const id of ids) {
    const row = rowOf(store, id, today)
    if (row === undefined) {
      table.built.delete(id)
      removedIds.push(id)
    } else {
      table.built.set(id, row)
      upserted.push(row)
    }
  }
  if (upserted.length > 0 || removedIds.length > 0) table.order = undefined
  return { upserted, removedIds }
}

function sortedLines(store: RecordStore): Line[] {
  const lines: Line[] = []
  for (const { id, data } of liveRecords(store, 'service')) {
    const entity = liveRecord(store, 'entity', data.entityId)
    if (entity === undefined) continue
    lines.push({
      id,
      entityId: entity.id,
      entityName: entity.data.name,
      serial: serialOf(data.filingNumber),
      name: data.name,
    })
  }
  const services = linksOf(store, 'service', 'entity')
  for (const { id, data } of liveRecords(store, 'entity')) {
    if (services.has(id) && usersOf(store, id, 'service').length > 0) continue
    lines.push({ id, entityId: id, entityName: data.name, serial: 0, name: data.name })
  }
  return lines.sort(
    (a, b) =>
      compareText(a.entityName, b.entityName) ||
      compareText(a.entityId, b.entityId) ||
      a.serial - b.serial ||
      compareText(a.name, b.name),
  )
}

/** Serials count as numbers: -2 stands before -10. */
function serialOf(filingNumber: string | undefined): number {
  if (filingNumber === undefined) return 0
  const serial = Number.parseInt(filingNumber.slice(filingNumber.lastIndexOf('-') + 1), 10)
  return Number.isNaN(serial) ? 0 : serial
}

/** By code units: collating ten thousand names by pinyin would cost more than building their lines. */
function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
