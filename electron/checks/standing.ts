import type { CalendarDay } from '../../shared/calendar-day.ts'
import { addDays, addMonths } from '../../shared/calendar-day.ts'
import type { CheckStanding } from '../../shared/check-view.ts'
import type { LedgerRecord } from '../../shared/records/record.ts'
import type { RecordStore } from '../ledger/store.ts'
import { usersOf } from '../ledger/store.ts'

/** Every quarter: three months after the last. */
const CHECK_MONTHS = 3
const SOON_DAYS = 14
/** So long after its day a check is not only due but late. */
const GRACE_DAYS = 30

/** Where a service stands in the rhythm of checks. */
export type Standing = {
  standing: CheckStanding
  last?: LedgerRecord<'check'>
  open?: LedgerRecord<'check'>
  dueOn?: CalendarDay
}

/** Services that are cancelled or wait for their number have nothing to be checked. */
export function isChecked({ data }: LedgerRecord<'service'>): boolean {
  return data.status !== 'cancelled' && data.status !== 'pending'
}

export function standingOf(
  store: RecordStore,
  service: LedgerRecord<'service'>,
  today: CalendarDay,
): Standing {
  let last: LedgerRecord<'check'> | undefined
  let open: LedgerRecord<'check'> | undefined
  for (const check of usersOf(store, service.id, 'check')) {
    const { finishedOn } = check.data
    if (finishedOn === undefined) open = check
    else if (last === undefined || finishedOn > (last.data.finishedOn ?? '')) last = check
  }
  const found: Standing = { standing: 'never' }
  if (open !== undefined) found.open = open
  if (last?.data.finishedOn === undefined) return found
  const dueOn = addMonths(last.data.finishedOn, CHECK_MONTHS)
  return { ...found, last, dueOn, standing: standingOn(dueOn, today) }
}

function standingOn(dueOn: CalendarDay, today: CalendarDay): CheckStanding {
  if (addDays(dueOn, GRACE_DAYS) < today) return 'overdue'
  if (dueOn <= today) return 'due'
  return addDays(today, SOON_DAYS) >= dueOn ? 'soon' : 'current'
}
