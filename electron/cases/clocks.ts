import type { CalendarDay } from '../../shared/calendar-day.ts'
import { addDays, dayOf, daysBetween } from '../../shared/calendar-day.ts'
import type { ClockView } from '../../shared/case-view.ts'
import type { ClockRule, Guide } from '../../shared/guides/guide.ts'
import { guideOf } from '../../shared/guides/guide-list.ts'
import type { CaseClock, RecoveryCase } from '../../shared/records/recovery-case.ts'
import type { WorkingCalendar } from '../../shared/working-days/calendar.ts'
import { addWorkingDays, workingDaysBetween } from '../../shared/working-days/calendar.ts'
import type { RecordStore } from '../ledger/store.ts'
import type { Office, Override } from './additions.ts'
import { overrideOf } from './additions.ts'
import { officeOf } from './office.ts'
import { calendarOf } from './vault-calendar.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000

/** What the clocks of a case are read by. */
export type ClockContext = {
  store: RecordStore
  office: Office
  calendar: WorkingCalendar
  /** Unix ms. */
  now: number
}

export function clockContext(store: RecordStore, data: RecoveryCase, now: number): ClockContext {
  return { store, office: officeOf(store, data), calendar: calendarOf(store), now }
}

/** Clocks of a case, where the guide knows them: those that run first, the nearest end first. */
export function clockViews(context: ClockContext, clocks: RecoveryCase['clocks']): ClockView[] {
  const views: ClockView[] = []
  for (const clock of clocks) {
    const rule = ruleOf(guideOf(clock.guideId), clock.clockId)
    if (rule !== undefined) views.push(clockView(context, clock, rule))
  }
  return views.sort(compareClocks)
}

/** The clocks of a case that run; the first is the one it is judged by. */
export function runningClocks(store: RecordStore, data: RecoveryCase, now: number): ClockView[] {
  const running = data.clocks.filter((clock) => clock.stoppedAt === undefined)
  if (running.length === 0) return []
  return clockViews(clockContext(store, data, now), running)
}

export function ruleOf(guide: Guide | undefined, clockId: string): ClockRule | undefined {
  return guide?.clocks.find((rule) => rule.id === clockId)
}

/** The last moment of a day in Shanghai, Unix ms. */
export function endOfDay(day: CalendarDay): number {
  return startOfDay(day) + DAY_MS - 1
}

/** The first moment of a day in Shanghai, Unix ms. */
export function startOfDay(day: CalendarDay): number {
  return Date.parse(`${day}T00:00:00+08:00`)
}

function clockView(context: ClockContext, clock: CaseClock, rule: ClockRule): ClockView {
  const override = overrideOf(context.store, clock.guideId, rule, context.office)
  const { from, to } = override ?? rule
  const startedOn = dayOf(clock.startedAt)
  const span = spanOf(context, clock, rule, { from, to })
  const { now } = context
  const today = dayOf(now)
  const isLate = (clock.stoppedAt ?? now) > span.dueAt
  const isStopped = clock.stoppedAt !== undefined
  const view: ClockView = {
    id: clock.id,
    guideId: clock.guideId,
    clockId: clock.clockId,
    title: rule.title,
    onOverdue: rule.onOverdue,
    party: rule.party,
    unit: rule.unit,
    from,
    to,
    startedAt: clock.startedAt,
    startedOn,
    isNamed: clock.dueOn !== undefined,
    ...span,
    daysLeft: daysBetween(today, span.dueOn),
    state: isStopped ? (isLate ? 'stopped-late' : 'stopped') : isLate ? 'overdue' : 'running',
  }
  if (clock.stoppedAt !== undefined) view.stoppedAt = clock.stoppedAt
  if (override !== undefined) view.override = overrideView(override, rule)
  if (!isStopped && rule.unit === 'working-days') {
    const left = workingDaysBetween(today, span.dueOn, context.calendar)
    view.workingDaysLeft = left.count
  }
  return view
}

type Span = Pick<ClockView, 'earliestAt' | 'earliestOn' | 'dueAt' | 'dueOn' | 'isEstimated'>

function spanOf(
  { calendar }: ClockContext,
  clock: CaseClock,
  { unit }: ClockRule,
  { from, to }: { from: number; to: number },
): Span {
  const { startedAt, dueOn: namedOn } = clock
  if (namedOn !== undefined) return spanOfDays(namedOn, namedOn, false)
  if (unit === 'hours') {
    const earliestAt = startedAt + from * HOUR_MS
    const dueAt = startedAt + to * HOUR_MS
    return {
      earliestAt,
      earliestOn: dayOf(earliestAt),
      dueAt,
      dueOn: dayOf(dueAt),
      isEstimated: false,
    }
  }
  const startedOn = dayOf(startedAt)
  if (unit === 'calendar-days') {
    return spanOfDays(addDays(startedOn, from), addDays(startedOn, to), false)
  }
  const earliest = addWorkingDays(startedOn, from, calendar)
  const due = addWorkingDays(startedOn, to, calendar)
  return spanOfDays(earliest.day, due.day, due.isEstimated)
}

function spanOfDays(earliestOn: CalendarDay, dueOn: CalendarDay, isEstimated: boolean): Span {
  return {
    earliestAt: startOfDay(earliestOn),
    earliestOn,
    dueAt: endOfDay(dueOn),
    dueOn,
    isEstimated,
  }
}

function overrideView(
  { addition, scope }: Override,
  rule: ClockRule,
): NonNullable<ClockView['override']> {
  const { source, verifiedOn } = addition.data
  return {
    additionId: addition.id,
    scope,
    guideFrom: rule.from,
    guideTo: rule.to,
    ...(source === undefined ? {} : { source }),
    ...(verifiedOn === undefined ? {} : { verifiedOn }),
  }
}

function compareClocks(a: ClockView, b: ClockView): number {
  const isStopped = (view: ClockView) => (view.stoppedAt === undefined ? 0 : 1)
  return (
    isStopped(a) - isStopped(b) ||
    (a.stoppedAt === undefined ? a.dueAt - b.dueAt : b.startedAt - a.startedAt) ||
    a.startedAt - b.startedAt
  )
}
