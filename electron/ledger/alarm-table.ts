import type { CalendarDay } from '../../shared/calendar-day.ts'
import type { LedgerRecord } from '../../shared/records/record.ts'
import type { Reminder, ReminderUrgency } from '../../shared/reminder.ts'
import { backupReminders } from '../backups/backup-reminder.ts'
import type { WaysIn } from '../backups/drills.ts'
import { checkReminders } from '../checks/check-reminder.ts'
import { handoversOf } from '../handover/alarm.ts'
import { wayReminders } from '../handover/way-reminder.ts'
import type { RecordId } from '../vault/vault.ts'
import { type Alarm, alarmOf, type Horizon, horizonOf } from './alarms.ts'
import { isSnoozed } from './reminders.ts'
import type { RecordStore } from './store.ts'
import { usersOf } from './store.ts'

/** The alarms of all records on one day, kept while records change. */
export type AlarmTable = {
  horizon: Horizon | undefined
  readonly alarms: Map<RecordId, Alarm & { isSnoozed: boolean }>
  /** How many there are of each urgency, without the snoozed ones. */
  readonly counts: Record<ReminderUrgency, number>
  /** What is about the whole vault; absent: to be worked out anew. */
  vaultWide: Reminder[] | undefined
  /** What of the ways into the vault is to be reminded of. */
  waysIn: WaysIn
}

export function createAlarmTable(): AlarmTable {
  return {
    horizon: undefined,
    alarms: new Map(),
    counts: { danger: 0, due: 0, soon: 0 },
    vaultWide: undefined,
    waysIn: {},
  }
}

/** Works all alarms out when the day has changed since the last time. */
export function refreshAlarms(table: AlarmTable, store: RecordStore, today: CalendarDay): void {
  if (table.horizon?.today === today) return
  const horizon = horizonOf(today)
  table.horizon = horizon
  table.vaultWide = undefined
  table.alarms.clear()
  Object.assign(table.counts, { danger: 0, due: 0, soon: 0 })
  for (const record of store.records.values()) {
    const found = alarmOf(store, record, horizon)
    if (found !== undefined) addAlarm(table, record, found, today)
  }
}

/** Works out anew what is to be said of a record and of those whose reminder depends on it. */
export function patchAlarms(table: AlarmTable, store: RecordStore, id: RecordId): void {
  const { horizon } = table
  if (horizon === undefined) return
  removeAlarm(table, id)
  table.vaultWide = undefined
  const record = store.records.get(id)
  if (record === undefined) return
  const renew = (one: LedgerRecord) => {
    removeAlarm(table, one.id)
    const found = alarmOf(store, one, horizon)
    if (found !== undefined) addAlarm(table, one, found, horizon.today)
  }
  renew(record)
  handoversOf(store, record).forEach(renew)
  if (record.kind === 'service') {
    usersOf(store, id, 'domain').forEach(renew)
    usersOf(store, id, 'credential').forEach(renew)
  } else if (record.kind === 'provider') {
    usersOf(store, id, 'service').forEach(renew)
  } else if (record.kind === 'contact') {
    usersOf(store, id, 'letter').forEach(renew)
  } else if (record.kind === 'holiday-notice' || record.kind === 'guide-addition') {
    // Both move the clocks of cases.
    store.kinds.case.forEach(renew)
  }
}

/** Reminders that are about the whole vault and not about one record. They cannot be put off. */
export function vaultWideReminders(table: AlarmTable, store: RecordStore, today: CalendarDay) {
  refreshAlarms(table, store, today)
  table.vaultWide ??= [
    ...checkReminders(store, today),
    ...backupReminders(store, today, table.waysIn),
    ...wayReminders(store, today, table.waysIn),
  ]
  return table.vaultWide
}

function addAlarm(table: AlarmTable, record: LedgerRecord, found: Alarm, today: CalendarDay): void {
  const snoozed = isSnoozed(record, today)
  table.alarms.set(record.id, { ...found, isSnoozed: snoozed })
  if (!snoozed) table.counts[found.urgency] += 1
}

function removeAlarm(table: AlarmTable, id: RecordId): void {
  const old = table.alarms.get(id)
  if (old === undefined) return
  table.alarms.delete(id)
  if (!old.isSnoozed) table.counts[old.urgency] -= 1
}
