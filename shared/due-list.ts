import type { CalendarDay } from './calendar-day.ts'
import type { ReminderKind, ReminderUrgency } from './reminder.ts'

/** For how many days the tray may show what is due before the passphrase is asked for again. */
export const DUE_LIST_TERMS = [30, 90, 180] as const
export type DueListTerm = (typeof DUE_LIST_TERMS)[number]
export const DEFAULT_DUE_LIST_TERM: DueListTerm = 90

/** One line of the tray: a name and a day, never a secret. */
export type DueLine = {
  kind: ReminderKind
  urgency: ReminderUrgency
  /** Empty for what is about the whole vault. */
  title: string
  /** Days until it is due; negative: late. */
  daysLeft?: number
}

/** All that leaves the vault process of what is due: counts, and the few worst lines. */
export type DueList = {
  /** The day it was worked out for. */
  day: CalendarDay
  counts: Record<ReminderUrgency, number>
  lines: DueLine[]
}

/** Why the tray cannot show what is due. None of them is an error to be alarmed by but `vault-suspect`. */
export const DUE_LIST_PROBLEMS = [
  /** The time that was agreed on is over. */
  'expired',
  /** The vault does not know this way in any more: switched off elsewhere, or all keys were changed. */
  'slot-removed',
  /** The system's keychain does not give the key back: locked, or another one. */
  'keychain-closed',
  /** The file is not where it was. */
  'vault-missing',
  /** Somebody has it open; tried again later. */
  'vault-busy',
  /** The file is not as this machine saw it last; opening it with the passphrase tells more. */
  'vault-suspect',
  'unreadable',
] as const
export type DueListProblem = (typeof DUE_LIST_PROBLEMS)[number]

/** On which days the tray looked into a vault, as long as the trail does not tell of them. */
export type DueLooks = { dayCount: number; firstOn: CalendarDay; lastOn: CalendarDay }

/** What main knows of the list of one vault. */
export type DueListKeeping = {
  /** Where there is no real keychain, a key beside the file would protect nothing. */
  availability: 'ready' | 'no-keychain' | 'demo'
  /** Whether this desktop has a tray; without one a notification tells at login. */
  hasTray: boolean
  /** Set when it is switched on, on this machine. */
  kept?: { slotId: string; expiresAt: number; problem?: DueListProblem; looks?: DueLooks }
}

/** What a process needs to look into one vault with the keychain's key. */
export type DueAsk = {
  path: string
  /** 32 bytes. */
  slotKey: Uint8Array
  /** The key for anchors that the system's keychain keeps, 32 bytes. */
  machineKey?: Uint8Array
  /** Folder of the anchors. */
  anchorFolder: string
}

/** What it answers with. Any other failure of it is a bug, and shown as `unreadable`. */
export type DueReply = { list: DueList } | { problem: DueListProblem }
