import type { CalendarDay } from './calendar-day.ts'

/** What wants doing. */
export const REMINDER_KINDS = [
  'must-change',
  'rotation-overdue',
  'rotation-due',
  'rotation-soon',
  'age-unknown',
  'domain-expiry',
  'id-expiry',
  'licence-expiry',
  'no-access-provider',
  /** No table that was imported ever told the provider. */
  'provider-unknown',
  'channel-unverified',
  'restricted-access',
  'document-expiry',
  'case-clock-overdue',
  'case-clock-due',
  'case-waiting',
  'task-overdue',
  'task-due',
  'authorization-expiry',
  'authorized-person-left',
  'check-due',
  'check-overdue',
  'backup-missing',
  'backup-failed',
  /** Somebody who left can still open backups. */
  'backup-former',
  'drill-due',
  /** The day somebody leaves comes near, has come, or things are left to do after it. */
  'handover-soon',
  'handover-due',
  'handover-open',
  /** Closed with lines that stay open. */
  'handover-incomplete',
  /** Who left has a way into the vault again, as after a restore of an old backup. */
  'former-way-in',
] as const
export type ReminderKind = (typeof REMINDER_KINDS)[number]

export const REMINDER_URGENCIES = ['danger', 'due', 'soon'] as const
export type ReminderUrgency = (typeof REMINDER_URGENCIES)[number]

/** One line of 提醒. Names, never secrets. */
export type Reminder = {
  /** Stable: kind and record id. */
  id: string
  kind: ReminderKind
  urgency: ReminderUrgency
  /** Empty for what is about the whole vault, such as checks that are due. */
  recordId: string
  /** Name of the record it is about; empty for the whole vault: the window's words say it then, with `count`. */
  title: string
  /** How many it is about, where it stands for many. */
  count?: number
  /** The filing or entity it belongs to. */
  subject?: string
  /** Row of 台账 to open, where there is one. */
  serviceId?: string
  entityId?: string
  dueOn?: CalendarDay
  /** Unix ms; only where hours within the day count, as of an SMS check. */
  dueAt?: number
  /** Days from today to dueOn; negative: late. */
  daysLeft?: number
  snoozedUntilOn?: CalendarDay
  snoozeReason?: string
}
