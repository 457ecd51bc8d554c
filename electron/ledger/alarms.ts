import type { CalendarDay } from '../../shared/calendar-day.ts'
import { addDays, addMonths, daysBetween } from '../../shared/calendar-day.ts'
import type { LedgerRecord } from '../../shared/records/record.ts'
import type { ReminderKind, ReminderUrgency } from '../../shared/reminder.ts'
import { ROTATION_SOON_DAYS, rotationOf } from '../../shared/rotation.ts'
import { caseAlarm } from '../cases/case-alarm.ts'
import { handoverAlarm } from '../handover/alarm.ts'
import type { RecordId } from '../vault/vault.ts'
import type { RecordStore } from './store.ts'
import { liveRecord, recordOf } from './store.ts'

/** What is to be said of one record: every kind of record has at most one reminder. */
export type Alarm = {
  kind: ReminderKind
  urgency: ReminderUrgency
  dueOn?: CalendarDay
  /** Unix ms; only where hours within the day count. */
  dueAt?: number
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
    case 'handover':
      return handoverAlarm(store, record, today)
    case 'provider':
    case 'check':
    case 'guide-addition':
    case 'holiday-notice':
    case 'custodian':
    case 'company-rule':
    case 'backup':
    case 'drill':
      return undefined
  }
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
