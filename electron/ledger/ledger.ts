import type { CalendarDay } from '../../shared/calendar-day.ts'
import type { LedgerRow } from '../../shared/ledger-row.ts'
import type { LedgerRecord } from '../../shared/records/record.ts'
import type { Reminder, ReminderUrgency } from '../../shared/reminder.ts'
import type { OpenRecord, RecordId } from '../vault/vault.ts'
import type { AlarmTable } from './alarm-table.ts'
import { createAlarmTable, patchAlarms, refreshAlarms, vaultWideReminders } from './alarm-table.ts'
import { compareReminders, reminderOf, reminderPlace } from './reminders.ts'
import { rowIdsOf } from './row.ts'
import type { RowTable } from './rows.ts'
import { createRowTable, lineOrder, patchRows, rowsOn } from './rows.ts'
import type { SearchTables } from './search/search-tables.ts'
import { createSearchTables, patchSearch } from './search/search-tables.ts'
import type { StagedFiles } from './staged-files.ts'
import type { RecordStore } from './store.ts'
import { createStore, putRecord, removeRecord } from './store.ts'
import type { UndoStack } from './undo-stack.ts'
import { createUndoStack } from './undo-stack.ts'

/** The opened ledger of one vault, in memory from unlock to lock. Everything besides the records is worked out on demand. */
export type Ledger = RecordStore & {
  readonly rowTable: RowTable
  readonly alarmTable: AlarmTable
  readonly search: SearchTables
  readonly undo: UndoStack
  /** Files of papers that are sealed and not saved yet. */
  readonly staged: StagedFiles
}

/** Takes in every overview of the vault. */
export function createLedger(records: Iterable<OpenRecord>): Ledger {
  return {
    ...createStore(records),
    rowTable: createRowTable(),
    alarmTable: createAlarmTable(),
    search: createSearchTables(),
    undo: createUndoStack(),
    staged: new Map(),
  }
}

/** Lines of 台账 in their order, all unless told which. */
export function ledgerRows(
  ledger: Ledger,
  today: CalendarDay,
  from?: number,
  count?: number,
): LedgerRow[] {
  return rowsOn(ledger.rowTable, ledger, today, from, count)
}

/** How many lines 台账 has. */
export function rowCount(ledger: Ledger): number {
  return lineOrder(ledger.rowTable, ledger).length
}

/** What changed in the lines of 台账. */
export type RowChanges = {
  upserted: LedgerRow[]
  /** Where each of `upserted` stands among all lines, from 0. */
  places: number[]
  removedIds: RecordId[]
}

/**
 * Takes in what was written: each id with its record now, or undefined when it is gone for good.
 * Lines, reminders and search follow.
 */
export function patchLedger(
  ledger: Ledger,
  changes: ReadonlyMap<RecordId, LedgerRecord | undefined>,
  today: CalendarDay,
): RowChanges {
  refreshAlarms(ledger.alarmTable, ledger, today)
  const rowIds = new Set<RecordId>()
  const note = (record: LedgerRecord) => {
    for (const id of rowIdsOf(ledger, record)) rowIds.add(id)
  }
  for (const [id, record] of changes) {
    const before = ledger.records.get(id)
    if (before !== undefined) note(before)
    if (record === undefined) removeRecord(ledger, id)
    else putRecord(ledger, record)
  }
  for (const record of changes.values()) if (record !== undefined) note(record)
  for (const id of changes.keys()) patchAlarms(ledger.alarmTable, ledger, id)
  const rows = patchRows(ledger.rowTable, ledger, rowIds, today)
  patchSearch(ledger.search, rowIds, changes.keys())
  return rows
}

/** All reminders of the day, worst first, the snoozed ones included. */
export function remindersOn(ledger: Ledger, today: CalendarDay): Reminder[] {
  refreshAlarms(ledger.alarmTable, ledger, today)
  const ofRecords = remindersOf(ledger, ledger.alarmTable.alarms.keys(), today)
  const vaultWide = vaultWideReminders(ledger.alarmTable, ledger, today)
  return vaultWide.length === 0 ? ofRecords : [...ofRecords, ...vaultWide].sort(compareReminders)
}

/**
 * The first of `remindersOn`, without the snoozed and what is only soon. Of ten thousand alarms only those are put
 * into words that may be among the first: 总览, and with it the unlock, waits for them.
 */
export function urgentReminders(ledger: Ledger, today: CalendarDay, count: number): Reminder[] {
  refreshAlarms(ledger.alarmTable, ledger, today)
  const groups = new Map<string, RecordId[]>()
  for (const [id, alarm] of ledger.alarmTable.alarms) {
    if (alarm.isSnoozed || alarm.urgency === 'soon') continue
    const place = reminderPlace(alarm)
    const group = groups.get(place)
    if (group === undefined) groups.set(place, [id])
    else group.push(id)
  }
  const ids: RecordId[] = []
  for (const place of [...groups.keys()].sort()) {
    if (ids.length >= count) break
    ids.push(...(groups.get(place) ?? []))
  }
  const vaultWide = vaultWideReminders(ledger.alarmTable, ledger, today)
  return [...remindersOf(ledger, ids, today), ...vaultWide.filter(isUrgent)]
    .sort(compareReminders)
    .slice(0, count)
}

function isUrgent({ urgency }: Reminder): boolean {
  return urgency !== 'soon'
}

/** The reminders of some records, worst first. */
export function remindersOf(
  ledger: Ledger,
  ids: Iterable<RecordId>,
  today: CalendarDay,
): Reminder[] {
  refreshAlarms(ledger.alarmTable, ledger, today)
  const reminders: Reminder[] = []
  for (const id of ids) {
    const alarm = ledger.alarmTable.alarms.get(id)
    const record = ledger.records.get(id)
    if (alarm !== undefined && record !== undefined) {
      reminders.push(reminderOf(ledger, record, alarm, today))
    }
  }
  return reminders.sort(compareReminders)
}

/** How many reminders there are of each urgency, without the snoozed ones. */
export function reminderCounts(
  ledger: Ledger,
  today: CalendarDay,
): Record<ReminderUrgency, number> {
  refreshAlarms(ledger.alarmTable, ledger, today)
  const counts = { ...ledger.alarmTable.counts }
  for (const { urgency } of vaultWideReminders(ledger.alarmTable, ledger, today)) {
    counts[urgency] += 1
  }
  return counts
}
