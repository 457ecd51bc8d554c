import { addDays, type CalendarDay, dayOf, daysBetween } from '../../shared/calendar-day.ts'
import { recordTitle } from '../../shared/records/record-title.ts'
import type { Reminder, ReminderKind } from '../../shared/reminder.ts'
import { REMINDER_URGENCIES } from '../../shared/reminder.ts'
import { type Rotation, rotationOf } from '../../shared/rotation.ts'
import type { HealthSummary } from '../../shared/views.ts'
import type { Session } from '../session.ts'
import type { Ledger } from './ledger.ts'
import { reminderCounts, urgentReminders } from './ledger.ts'
import { reminderAt } from './reminders.ts'
import { liveRecord, liveRecords } from './store.ts'

const NOW_LINES = 50
const AHEAD_DAYS = 90
const AHEAD_TITLES = 5

/** 总览: what wants doing today, the next 90 days, and how the ledger fares. */
export function healthOf(session: Session): HealthSummary {
  const { ledger, vault } = session.open()
  const now = session.now()
  const today = dayOf(now)
  const ahead = createAhead(today)
  const { danger, due } = reminderCounts(ledger, today)
  const summary: HealthSummary = {
    today,
    now: urgentReminders(ledger, today, NOW_LINES).map((one) => reminderAt(one, now)),
    nowTotal: danger + due,
    ahead: [],
    counts: {
      entities: count(liveRecords(ledger, 'entity')),
      services: 0,
      domains: count(liveRecords(ledger, 'domain')),
      credentials: 0,
      contacts: count(liveRecords(ledger, 'contact')),
    },
    credentialStates: { issued: 0, overdue: 0, unknown: 0, due: 0, current: 0, retired: 0 },
    ...providerCounts(ledger),
    withoutFilingNumber: 0,
  }
  const { credentialStates, counts } = summary
  for (const { data, hasSecret } of liveRecords(ledger, 'credential')) {
    const rotation = rotationOf(data, hasSecret, today)
    counts.credentials += 1
    credentialStates[rotation.state] += 1
    noteRotation(ahead, rotation, data.label)
  }
  noteExpiries(ahead, ledger)
  summary.ahead = [...ahead.days.values()].sort((a, b) => (a.day < b.day ? -1 : 1))
  const inUse = counts.credentials - credentialStates.retired
  if (inUse > 0) summary.healthyShare = credentialStates.current / inUse
  for (const { data } of liveRecords(ledger, 'service')) {
    counts.services += 1
    const entity = liveRecord(ledger, 'entity', data.entityId)
    const number = data.filingNumber ?? entity?.data.filingNumber
    if (number === undefined && data.status !== 'pending') summary.withoutFilingNumber += 1
  }
  const kit = vault.slots().find((slot) => slot.kind === 'recovery-kit')
  if (kit !== undefined) summary.kitAgeDays = daysBetween(dayOf(kit.createdAt), today)
  return summary
}

function providerCounts({ alarmTable }: Ledger) {
  const counts = { withoutProvider: 0, providersToFill: 0 }
  for (const { kind, isSnoozed } of alarmTable.alarms.values()) {
    if (isSnoozed) continue
    if (kind === 'no-access-provider') counts.withoutProvider += 1
    else if (kind === 'provider-unknown') counts.providersToFill += 1
  }
  return counts
}

/** What falls due on the days to come, whether or not it is time to remind of it yet. */
type Ahead = {
  readonly today: CalendarDay
  readonly last: CalendarDay
  readonly days: Map<CalendarDay, HealthSummary['ahead'][number]>
}

function createAhead(today: CalendarDay): Ahead {
  return { today, last: addDays(today, AHEAD_DAYS), days: new Map() }
}

function noteRotation(ahead: Ahead, { state, dueOn, overdueOn }: Rotation, title: string): void {
  if (state === 'current') noteDay(ahead, dueOn, 'due', title)
  else if (state === 'due') noteDay(ahead, overdueOn, 'danger', title)
}

const EXPIRIES: readonly ReminderKind[] = ['domain-expiry', 'id-expiry', 'licence-expiry']

/** Snoozed ones too: the day comes all the same. */
function noteExpiries(ahead: Ahead, ledger: Ledger): void {
  for (const [id, { kind, dueOn }] of ledger.alarmTable.alarms) {
    const record = EXPIRIES.includes(kind) ? ledger.records.get(id) : undefined
    if (record !== undefined) noteDay(ahead, dueOn, 'danger', recordTitle(record))
  }
}

function noteDay(
  { today, last, days }: Ahead,
  day: CalendarDay | undefined,
  urgency: Reminder['urgency'],
  title: string,
): void {
  if (day === undefined || day < today || day > last) return
  const known = days.get(day)
  if (known === undefined) {
    days.set(day, { day, count: 1, worst: urgency, titles: [title] })
    return
  }
  known.count += 1
  if (known.titles.length < AHEAD_TITLES) known.titles.push(title)
  if (REMINDER_URGENCIES.indexOf(urgency) < REMINDER_URGENCIES.indexOf(known.worst)) {
    known.worst = urgency
  }
}

function count(items: Iterable<unknown>): number {
  let total = 0
  for (const _ of items) total += 1
  return total
}
