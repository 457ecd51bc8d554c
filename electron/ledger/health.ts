import { addDays, dayOf, daysBetween } from '../../shared/calendar-day.ts'
import type { Reminder } from '../../shared/reminder.ts'
import { REMINDER_URGENCIES } from '../../shared/reminder.ts'
import { rotationOf } from '../../shared/rotation.ts'
import type { HealthSummary } from '../../shared/views.ts'
import type { Session } from '../session.ts'
import type { Ledger } from './ledger.ts'
import { remindersOn } from './ledger.ts'
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
  const all = remindersOn(ledger, today)
  const reminders = all.filter((one) => one.snoozedUntilOn === undefined)
  const urgent = reminders.filter((one) => one.urgency !== 'soon')
  const summary: HealthSummary = {
    today,
    now: urgent.slice(0, NOW_LINES).map((one) => reminderAt(one, now)),
    nowTotal: urgent.length,
    ahead: aheadOf(comingDays(ledger, all, today), today),
    counts: {
      entities: count(liveRecords(ledger, 'entity')),
      services: count(liveRecords(ledger, 'service')),
      domains: count(liveRecords(ledger, 'domain')),
      credentials: count(liveRecords(ledger, 'credential')),
      contacts: count(liveRecords(ledger, 'contact')),
    },
    credentialStates: { issued: 0, overdue: 0, unknown: 0, due: 0, current: 0, retired: 0 },
    withoutProvider: reminders.filter((one) => one.kind === 'no-access-provider').length,
    providersToFill: reminders.filter((one) => one.kind === 'provider-unknown').length,
    withoutFilingNumber: 0,
  }
  for (const { data, hasSecret } of liveRecords(ledger, 'credential')) {
    summary.credentialStates[rotationOf(data, hasSecret, today).state] += 1
  }
  const { credentialStates, counts } = summary
  const inUse = counts.credentials - credentialStates.retired
  if (inUse > 0) summary.healthyShare = credentialStates.current / inUse
  for (const { data } of liveRecords(ledger, 'service')) {
    const entity = liveRecord(ledger, 'entity', data.entityId)
    const number = data.filingNumber ?? entity?.data.filingNumber
    if (number === undefined && data.status !== 'pending') summary.withoutFilingNumber += 1
  }
  const kit = vault.slots().find((slot) => slot.kind === 'recovery-kit')
  if (kit !== undefined) summary.kitAgeDays = daysBetween(dayOf(kit.createdAt), today)
  return summary
}

/** Something that falls due on a day to come, whether or not it is time to remind of it yet. */
type Coming = { day: string; urgency: Reminder['urgency']; title: string }

function* comingDays(
  ledger: Ledger,
  reminders: readonly Reminder[],
  today: string,
): Generator<Coming, void> {
  for (const { data, hasSecret } of liveRecords(ledger, 'credential')) {
    const { state, dueOn, overdueOn } = rotationOf(data, hasSecret, today)
    if (state === 'current' && dueOn !== undefined) {
      yield { day: dueOn, urgency: 'due', title: data.label }
    } else if (state === 'due' && overdueOn !== undefined) {
      yield { day: overdueOn, urgency: 'danger', title: data.label }
    }
  }
  for (const reminder of reminders) {
    if (reminder.dueOn === undefined || !EXPIRIES.includes(reminder.kind)) continue
    yield { day: reminder.dueOn, urgency: 'danger', title: reminder.title }
  }
}

const EXPIRIES: readonly Reminder['kind'][] = ['domain-expiry', 'id-expiry', 'licence-expiry']

function aheadOf(coming: Iterable<Coming>, today: string): HealthSummary['ahead'] {
  const last = addDays(today, AHEAD_DAYS)
  const days = new Map<string, HealthSummary['ahead'][number]>()
  for (const { day, urgency, title } of coming) {
    if (day < today || day > last) continue
    const known = days.get(day)
    if (known === undefined) {
      days.set(day, { day, count: 1, worst: urgency, titles: [title] })
      continue
    }
    known.count += 1
    if (known.titles.length < AHEAD_TITLES) known.titles.push(title)
    if (REMINDER_URGENCIES.indexOf(urgency) < REMINDER_URGENCIES.indexOf(known.worst)) {
      known.worst = urgency
    }
  }
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1))
}

function count(items: Iterable<unknown>): number {
  let total = 0
  for (const _ of items) total += 1
  return total
}
