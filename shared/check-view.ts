import type { CalendarDay } from './calendar-day.ts'
import type { PreflightValue } from './case-view.ts'
import type { GuideId } from './guides/guide.ts'
import type { LedgerRecord } from './records/record.ts'

/** never: not checked yet · overdue: more than a month past its day · due · soon: within two weeks · current. */
export const CHECK_STANDINGS = ['overdue', 'never', 'due', 'soon', 'current'] as const
export type CheckStanding = (typeof CHECK_STANDINGS)[number]

/** One service in the plan of checks. */
export type CheckDue = {
  serviceId: string
  name: string
  filingNumber?: string
  standing: CheckStanding
  lastOn?: CalendarDay
  /** Three months after the last; absent: it was never checked. */
  dueOn?: CalendarDay
  /** A check that was begun and not finished. */
  openCheckId?: string
  openTaskCount: number
}

/** The services of one entity: they can be checked in one go. */
export type CheckGroup = {
  entityId: string
  entityName: string
  province?: string
  standing: CheckStanding
  services: CheckDue[]
}

/** Worst first. */
export type CheckPlan = {
  today: CalendarDay
  groups: CheckGroup[]
  counts: Record<CheckStanding, number>
  /** Tasks that checks and people left open. */
  openTaskCount: number
}

export type CheckedService = {
  checkId: string
  revision: number
  serviceId: string
  name: string
  filingNumber?: string
  startedOn: CalendarDay
  finishedOn?: CalendarDay
  items: LedgerRecord<'check'>['data']['items']
  /** What the ledger says, to be compared with the portal: all that the guide's items ask for. */
  values: PreflightValue[]
  /** Items without a result. */
  openItemIds: string[]
}

/** A phone or mailbox that is verified in the same pass. */
export type CheckedChannel = {
  /** Absent: a number or address of a contact that is not registered as a channel yet. */
  channelId?: string
  /** Whose it is. */
  holderId?: string
  kind: LedgerRecord<'channel'>['data']['kind']
  value: string
  holderName?: string
  holderHasLeft: boolean
  verifiedOn?: CalendarDay
  /** Services of this pass whose people hold it. */
  serviceIds: string[]
}

/** One pass through the list of domain.md's quarterly check, over services of one entity. */
export type CheckPass = {
  entityId: string
  entityName: string
  services: CheckedService[]
  channels: CheckedChannel[]
  tasks: TaskLine[]
}

export type CheckChange = { pass: CheckPass; undoToken: number }

export type TaskLine = LedgerRecord<'task'> & {
  /** Its filing or entity. */
  subject?: string
  rowId?: string
  /** Calendar days from today; negative: late. */
  daysLeft?: number
  /** Guide that leads through it. */
  guideId?: GuideId
}

/** A finished check in a service's history. */
export type PastCheck = {
  checkId: string
  startedOn: CalendarDay
  finishedOn?: CalendarDay
  person: string
  fineCount: number
  problemCount: number
  items: LedgerRecord<'check'>['data']['items']
}
