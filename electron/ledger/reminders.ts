import type { CalendarDay } from '../../shared/calendar-day.ts'
import { addDays, addMonths, daysBetween } from '../../shared/calendar-day.ts'
import type { LedgerRecord } from '../../shared/records/record.ts'
import type { Reminder, ReminderKind, ReminderUrgency } from '../../shared/reminder.ts'
import { REMINDER_URGENCIES } from '../../shared/reminder.ts'
import { ROTATION_SOON_DAYS, rotationOf } from '../../shared/rotation.ts'
import { backupReminders } from '../backups/backup-reminder.ts'
import type { WaysIn } from '../backups/drills.ts'
import { caseAlarm } from '../cases/case-alarm.ts'
import { checkReminders } from '../checks/check-reminder.ts'
import type { RecordId } from '../vault/vault.ts'
import type { RecordStore } from './store.ts'
import { liveRecord, recordOf, usersOf } from './store.ts'
import { placeOf, titleOf } from './titles.ts'

/** What is to be said of one record: every kind of record has at most one reminder. */
export type Alarm = {
  kind: ReminderKind
  urgency: ReminderUrgency
  dueOn?: CalendarDay
}

/** Papers and domains: from so many days before their end on. */
const EXPIRY_SOON_DAYS = 90
const EXPIRY_DUE_DAYS = 30
const EXPIRY_DANGER_DAYS = 7
/** A task is due within a week, soon before that. */
const TASK_DUE_DAYS = 7
/** Contacts and channels are looked at every quarter. */
const CHANNEL_MONTHS = 3

/** The days up to which something counts as near, worked out once for all records. */
export type Horizon = { today: CalendarDay; rotationSoonOn: CalendarDay; expirySoonOn: CalendarDay }

export function horizonOf(today: CalendarDay): Horizon {
  return {
    today,
    rotationSoonOn: addDays(today, ROTATION_SOON_DAYS),
    expirySoonOn: addDays(today, EXPIRY_SOON_DAYS),
  }
}

/** What wants doing about a record on `today`, whether snoozed or not. */
export function alarmOf(
  store: RecordStore,
  record: LedgerRecord,
  horizon: Horizon,
): Alarm | undefined {
  const { today } = horizon
  if (record.trashedAt !== undefined) return undefined
  switch (record.kind) {
    case 'credential':
      return isOfCancelled(store, record.data.serviceId)
        ? undefined
        : rotationAlarm(record, horizon)
    case 'domain':
      return isOfCancelled(store, record.data.serviceId)
        ? undefined
        : expiryAlarm('domain-expiry', record.data.expiresOn, horizon)
    case 'contact':
      return record.data.leftOn !== undefined && record.data.leftOn <= today
        ? undefined
        : expiryAlarm('id-expiry', record.data.idValidUntilOn, horizon)
    case 'entity':
      return expiryAlarm('licence-expiry', record.data.licenceValidUntilOn, horizon)
    case 'service':
      return accessAlarm(store, record)
    case 'channel':
      return channelAlarm(record, today)
    case 'document':
      return expiryAlarm('document-expiry', record.data.validUntilOn, horizon)
    case 'task':
      return taskAlarm(record, horizon)
    case 'letter':
      return authorizationAlarm(store, record, horizon)
    case 'case':
      return caseAlarm(store, record, today)
    case 'provider':
    case 'check':
    case 'guide-addition':
    case 'holiday-notice':
    case 'custodian':
    case 'handover':
    case 'backup':
    case 'drill':
    case 'company-rule':
      return undefined
  }
}

/** Until when and why a record's reminder is put off; nothing for kinds that cannot be. */
function snoozeOf(record: LedgerRecord): { snoozedUntilOn?: CalendarDay; snoozeReason?: string } {
  const { data } = record
  if (!('snoozedUntilOn' in data) || data.snoozedUntilOn === undefined) return {}
  const { snoozedUntilOn, snoozeReason } = data
  return snoozeReason === undefined ? { snoozedUntilOn } : { snoozedUntilOn, snoozeReason }
}

/** Whether the record's reminder is hidden on `today`. */
export function isSnoozed(record: LedgerRecord, today: CalendarDay): boolean {
  const until = snoozeOf(record).snoozedUntilOn
  return until !== undefined && until > today
}

/** The line of 提醒 for an alarm. */
export function reminderOf(
  store: RecordStore,
  record: LedgerRecord,
  alarm: Alarm,
  today: CalendarDay,
): Reminder {
  const { subject, serviceId, entityId } = placeOf(store, record)
  const reminder: Reminder = {
    id: `${alarm.kind}:${record.id}`,
    kind: alarm.kind,
    urgency: alarm.urgency,
    recordId: record.id,
    title: titleOf(record),
  }
  if (subject !== undefined && record.kind !== 'entity') reminder.subject = subject
  if (serviceId !== undefined) reminder.serviceId = serviceId
  if (entityId !== undefined) reminder.entityId = entityId
  if (alarm.dueOn !== undefined) {
    reminder.dueOn = alarm.dueOn
    reminder.daysLeft = daysBetween(today, alarm.dueOn)
  }
  if (isSnoozed(record, today)) Object.assign(reminder, snoozeOf(record))
  return reminder
}

/** After every day. A table without a column of providers brings thousands of alarms that hid the overdue passwords. */
const NO_DAY = '~'

/** Worst first, then by day, what has none after what has one, then by name. */
export function compareReminders(a: Reminder, b: Reminder): number {
  return (
    REMINDER_URGENCIES.indexOf(a.urgency) - REMINDER_URGENCIES.indexOf(b.urgency) ||
    compareText(a.dueOn ?? NO_DAY, b.dueOn ?? NO_DAY) ||
    compareText(a.title, b.title) ||
    compareText(a.id, b.id)
  )
}

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

function rotationAlarm(
  { data, hasSecret }: LedgerRecord<'credential'>,
  { today, rotationSoonOn }: Horizon,
): Alarm | undefined {
  const { state, dueOn, overdueOn } = rotationOf(data, hasSecret, today)
  switch (state) {
    case 'issued':
      return { kind: 'must-change', urgency: 'danger', dueOn: dueOn ?? today }
    case 'overdue':
      return alarm('rotation-overdue', 'danger', overdueOn)
    case 'due':
      return alarm('rotation-due', 'due', dueOn)
    case 'unknown':
      return { kind: 'age-unknown', urgency: 'due' }
    case 'current':
      return dueOn !== undefined && dueOn <= rotationSoonOn
        ? alarm('rotation-soon', 'soon', dueOn)
        : undefined
    case 'retired':
      return undefined
  }
}

function expiryAlarm(
  kind: ReminderKind,
  endsOn: CalendarDay | undefined,
  { today, expirySoonOn }: Horizon,
): Alarm | undefined {
  if (endsOn === undefined || endsOn > expirySoonOn) return undefined
  const daysLeft = daysBetween(today, endsOn)
  if (daysLeft <= EXPIRY_DANGER_DAYS) return alarm(kind, 'danger', endsOn)
  return alarm(kind, daysLeft <= EXPIRY_DUE_DAYS ? 'due' : 'soon', endsOn)
}

/**
 * A service without an access provider is an empty shell and may be struck off within a week. Where
 * it is not known whether the service runs at all, such as after an import, it only wants a look; and
 * where the imported table had no column of providers, the provider is only to be filled in.
 */
function accessAlarm(store: RecordStore, { data }: LedgerRecord<'service'>): Alarm | undefined {
  if (data.status === 'cancelled' || data.status === 'pending') return undefined
  const hasProvider = data.providerIds.some((id) => liveRecord(store, 'provider', id) !== undefined)
  const isUnknown = !hasProvider && data.isProviderUnknown === true
  if (data.status === 'restricted' && (hasProvider || isUnknown)) {
    return { kind: 'restricted-access', urgency: 'danger' }
  }
  if (hasProvider) return undefined
  if (isUnknown) return { kind: 'provider-unknown', urgency: 'soon' }
  return { kind: 'no-access-provider', urgency: data.status === 'unknown' ? 'soon' : 'danger' }
}

function taskAlarm({ data }: LedgerRecord<'task'>, { today }: Horizon): Alarm | undefined {
  const { dueOn, doneOn } = data
  if (doneOn !== undefined) return undefined
  if (dueOn !== undefined && dueOn < today) return alarm('task-overdue', 'danger', dueOn)
  if (data.isDanger === true) return alarm('task-due', 'danger', dueOn)
  if (dueOn === undefined) return { kind: 'task-due', urgency: 'soon' }
  return alarm('task-due', daysBetween(today, dueOn) <= TASK_DUE_DAYS ? 'due' : 'soon', dueOn)
}

/** A standing authorisation that ends, or names somebody who has left, opens no door when it is needed. */
function authorizationAlarm(
  store: RecordStore,
  { data }: LedgerRecord<'letter'>,
  horizon: Horizon,
): Alarm | undefined {
  const isStanding = data.kind === 'standing-authorization'
  if (!isStanding || data.signedOn === undefined || data.revokedOn !== undefined) return undefined
  const hasLeft = data.contactIds.some((id) => {
    const leftOn = recordOf(store, 'contact', id)?.data.leftOn
    return leftOn !== undefined && leftOn <= horizon.today
  })
  if (hasLeft) return { kind: 'authorized-person-left', urgency: 'danger' }
  return expiryAlarm('authorization-expiry', data.validUntilOn, horizon)
}

function channelAlarm({ data }: LedgerRecord<'channel'>, today: CalendarDay): Alarm | undefined {
  if (data.verifiedOn === undefined) return { kind: 'channel-unverified', urgency: 'due' }
  const dueOn = addMonths(data.verifiedOn, CHANNEL_MONTHS)
  if (dueOn > today) return undefined
  return alarm('channel-unverified', 'due', dueOn)
}

function isOfCancelled(store: RecordStore, serviceId: RecordId | undefined): boolean {
  return recordOf(store, 'service', serviceId)?.data.status === 'cancelled'
}

function alarm(
  kind: ReminderKind,
  urgency: ReminderUrgency,
  dueOn: CalendarDay | undefined,
): Alarm {
  return dueOn === undefined ? { kind, urgency } : { kind, urgency, dueOn }
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
