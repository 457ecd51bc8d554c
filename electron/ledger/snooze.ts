import { addDays, dayOf } from '../../shared/calendar-day.ts'
import { VaultError } from '../../shared/errors.ts'
import type { RecordData, RecordOverview, SnoozableKind } from '../../shared/records/record.ts'
import { RECORD_SCHEMAS } from '../../shared/records/record.ts'
import type { Session } from '../session.ts'
import { refreshAlarms } from './alarm-table.ts'
import { overviewOf } from './store.ts'
import { writeRecords } from './write.ts'

/** A reminder comes back after a quarter at the latest. */
const LONGEST_DAYS = 92

type SnoozeFields = RecordData<SnoozableKind>

export type Snooze = { untilOn: string; reason: string }

/**
 * Hides a reminder until a day, with the reason why; or shows it again. The state of a credential does
 * not change by it: overdue stays overdue.
 *
 * @param reminderId - `kind:recordId`.
 * @param snooze - undefined: show it again.
 * @throws VaultError `record-not-found` when there is no such reminder, `invalid-value` for a day that is
 * not within the next quarter.
 */
export function snoozeReminder(
  session: Session,
  reminderId: string,
  snooze: Snooze | undefined,
): { undoToken: number } {
  const { ledger } = session.open()
  const today = dayOf(session.now())
  const [kind = '', id = ''] = reminderId.split(':')
  refreshAlarms(ledger.alarmTable, ledger, today)
  const record = ledger.records.get(id)
  if (
    record === undefined ||
    !('snoozedUntilOn' in RECORD_SCHEMAS[record.kind].shape) ||
    ledger.alarmTable.alarms.get(id)?.kind !== kind
  ) {
    throw new VaultError('record-not-found', 'there is no such reminder')
  }
  if (snooze !== undefined) {
    const isInRange = snooze.untilOn > today && snooze.untilOn <= addDays(today, LONGEST_DAYS)
    if (!isInRange) {
      throw new VaultError('invalid-value', 'the day is not within the next quarter', {
        facts: { field: 'untilOn', code: 'not-allowed', longestDays: LONGEST_DAYS },
      })
    }
  }
  // `as`: kinds that cannot be put off were refused above.
  const { snoozedUntilOn: _until, snoozeReason: _reason, ...rest } = record.data as SnoozeFields
  const data =
    snooze === undefined
      ? rest
      : { ...rest, snoozedUntilOn: snooze.untilOn, snoozeReason: snooze.reason }
  // `as`: the record's own data, with two fields more or less that every kind but a provider has.
  const overview = { ...overviewOf(record), data } as RecordOverview
  const action = snooze === undefined ? 'reminder.unsnooze' : 'reminder.snooze'
  const facts = snooze === undefined ? { kind } : { kind, untilOn: snooze.untilOn }
  return writeRecords(
    session,
    [{ type: 'put', id, overview, expectedRevision: record.revision }],
    [{ action, recordId: id, facts }],
  )
}
