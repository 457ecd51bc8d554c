import { addDays, type CalendarDay, dayOf, daysBetween } from '../../shared/calendar-day.ts'
import type { Reminder } from '../../shared/reminder.ts'
import { liveRecords, type RecordStore } from '../ledger/store.ts'
import { drillLines, type WaysIn } from './drills.ts'

/** So many days without a good backup are a danger. */
const FAILED_DAYS = 7
/** From so many filings and passwords on, a vault without any backup is reminded of. */
const WORTH_COUNT = 6
/** A drill is named so many days before it is due. */
const DRILL_SOON_DAYS = 14

const WHOLE_VAULT = { recordId: '', title: '' }

/** Backups that were never set up or no longer come, and drills that are due. */
export function backupReminders(
  store: RecordStore,
  today: CalendarDay,
  waysIn: WaysIn,
): Reminder[] {
  return [
    ...ofBackups(store, today),
    ...ofFormerOpeners(store, waysIn),
    ...ofDrills(store, today, waysIn),
  ]
}

/** Backups that somebody can open who has no way into the vault any more. */
function ofFormerOpeners(store: RecordStore, { custodianIds }: WaysIn): Reminder[] {
  if (custodianIds === undefined) return []
  const count = [...liveRecords(store, 'backup')].filter(
    ({ data }) =>
      data.goneAt === undefined &&
      data.openers.some(
        ({ custodianId, isSplit }) => isSplit !== true && !custodianIds.has(custodianId),
      ),
  ).length
  if (count === 0) return []
  const kind = 'backup-former' as const
  return [{ ...WHOLE_VAULT, id: `${kind}:`, kind, urgency: 'due', count }]
}

function ofBackups(store: RecordStore, today: CalendarDay): Reminder[] {
  const { service, credential, entity, backup } = store.kinds
  if (backup.size === 0) {
    if (service.size + credential.size + entity.size < WORTH_COUNT) return []
    return [{ ...WHOLE_VAULT, id: 'backup-missing:', kind: 'backup-missing', urgency: 'due' }]
  }
  const all = [...liveRecords(store, 'backup')].map(({ data }) => data)
  const present = all.filter(({ goneAt }) => goneAt === undefined)
  // Where all are gone: since when there was one.
  const newestAt = (present.length > 0 ? present : all).reduce(
    (newest, { madeAt }) => Math.max(newest, madeAt),
    0,
  )
  const days = daysBetween(dayOf(newestAt), today)
  if (days <= FAILED_DAYS) return []
  const dueOn = addDays(dayOf(newestAt), FAILED_DAYS)
  return [
    {
      ...WHOLE_VAULT,
      id: 'backup-failed:',
      kind: 'backup-failed',
      urgency: 'danger',
      count: days,
      dueOn,
      daysLeft: daysBetween(today, dueOn),
    },
  ]
}

function ofDrills(store: RecordStore, today: CalendarDay, waysIn: WaysIn): Reminder[] {
  const soonOn = addDays(today, DRILL_SOON_DAYS)
  const days = drillLines(store, waysIn)
    .flatMap(({ isPossible, dueOn }) => (isPossible && dueOn !== undefined ? [dueOn] : []))
    .filter((dueOn) => dueOn <= soonOn)
    .sort()
  const [dueOn] = days
  if (dueOn === undefined) return []
  return [
    {
      ...WHOLE_VAULT,
      id: 'drill-due:',
      kind: 'drill-due',
      urgency: dueOn <= today ? 'due' : 'soon',
      count: days.length,
      dueOn,
      daysLeft: daysBetween(today, dueOn),
    },
  ]
}
