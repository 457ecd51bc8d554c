import { addDays, type CalendarDay, dayOf, daysBetween } from '../../shared/calendar-day.ts'
import type { LedgerRecord } from '../../shared/records/record.ts'
import type { Alarm } from '../ledger/alarms.ts'
import type { RecordStore } from '../ledger/store.ts'
import { settledInLedger } from './settled.ts'

/** From so many days before the day on it is due. */
const DUE_DAYS = 7
/** Passwords are to be changed within so many days after somebody left. */
const ROTATION_DAYS = 7

/**
 * What is to be said of a handover: the day comes, things are left to do after it, or it was closed with
 * lines that are open to this day, which stays red.
 */
export function handoverAlarm(
  store: RecordStore,
  { data }: LedgerRecord<'handover'>,
  today: CalendarDay,
): Alarm | undefined {
  if (data.closedOn !== undefined) {
    const isOpen = data.waivers.some(
      (waiver) =>
        waiver.key.includes(':') && settledInLedger(store, data, waiver, today) === undefined,
    )
    return isOpen ? { kind: 'handover-incomplete', urgency: 'danger' } : undefined
  }
  if (data.removedAt !== undefined) {
    const dueOn = addDays(dayOf(data.removedAt), ROTATION_DAYS)
    return { kind: 'handover-open', urgency: dueOn < today ? 'danger' : 'due', dueOn }
  }
  const dueOn = data.leavesOn
  if (data.manner === 'sudden' || dueOn < today) {
    return { kind: 'handover-due', urgency: 'danger', dueOn }
  }
  if (daysBetween(today, dueOn) <= DUE_DAYS) return { kind: 'handover-due', urgency: 'due', dueOn }
  return { kind: 'handover-soon', urgency: 'soon', dueOn }
}

/** Kinds of record whose change may end the red of a handover that was closed with open lines. */
const LINE_RECORDS: ReadonlySet<string> = new Set([
  'credential',
  'channel',
  'service',
  'letter',
  'document',
])

/** The handovers whose reminder may be another after a change of this record. */
export function handoversOf(store: RecordStore, record: LedgerRecord): LedgerRecord<'handover'>[] {
  if (store.kinds.handover.size === 0 || !LINE_RECORDS.has(record.kind)) return []
  return [...store.kinds.handover].filter(({ data }) =>
    data.waivers.some(({ key }) => key.includes(record.id)),
  )
}
