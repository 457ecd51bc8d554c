import type { CalendarDay } from './calendar-day.ts'
import type { CredentialState } from './credential-state.ts'
import type { LockReason } from './lock-reason.ts'
import type { Preferences } from './preferences.ts'
import type { LedgerRecord } from './records/record.ts'
import type { Reminder } from './reminder.ts'

/** Where the app stands: all the first screen needs. */
export type VaultStatus = {
  state: 'no-vault' | 'locked' | 'unlocked'
  /** The vault that is chosen or open. */
  vault?: { fileName: string; folder: string }
  recent: { fileName: string; folder: string; isMissing: boolean }[]
  /** Set when locked: why the vault that was open is not any more. */
  lockedBy?: LockReason
  /** Set: a form that was not saved went with that lock. */
  hasLostForm?: boolean
  /** Set when unlocked. */
  session?: {
    mode: 'normal' | 'read-only' | 'evidence'
    custodianName: string
    revision: number
    /** Number of the file format the vault is in. */
    format: number
    openedByKit: boolean
    /** `ledger`: an auditor, who sees no secret and changes nothing. */
    scope: 'all' | 'ledger'
    /** Set: nothing else is answered before. A kit opened the vault; in parts, it belongs to nobody. */
    owed?: 'passphrase'
    isSplitKit: boolean
    hasRecoveryKit: boolean
    /** Findings of the opener: evidence, or notes such as `anchor-missing`; and `anchor-not-written` while it is so. */
    findings: {
      code: string
      recordId?: string
      title?: string
      facts?: Readonly<Record<string, string | number>>
    }[]
    failedUnlocksBefore: number
    reminders: { danger: number; due: number; soon: number }
  }
  preferences: Preferences
  app: { version: string; isTestRuntime: boolean; isDemo: boolean; platform: string }
}

export type SlotLine = {
  id: string
  kind: 'passphrase' | 'recovery-kit' | 'os-keychain' | 'next-custodian'
  label: string
  createdAt: number
  /** Unix ms; of a keychain's and of who is still to join. */
  expiresAt?: number
  kdf?: { opsLimit: number; memLimitBytes: number }
}

/** A credential in a list: state and due days are worked out, never stored. */
export type CredentialView = LedgerRecord<'credential'> & {
  state: CredentialState
  /** The day the rotation window opens, and the last day in it. */
  dueOn?: CalendarDay
  overdueOn?: CalendarDay
  subject?: string
}

/** Everything that belongs to a filing. */
export type DrawerView = {
  entity: LedgerRecord<'entity'>
  service?: LedgerRecord<'service'>
  siblings: { id: string; name: string; filingNumber?: string }[]
  domains: LedgerRecord<'domain'>[]
  providers: LedgerRecord<'provider'>[]
  credentials: CredentialView[]
  contacts: LedgerRecord<'contact'>[]
  channels: LedgerRecord<'channel'>[]
  reminders: Reminder[]
  /** Which bureau is in charge, from the number's prefix. */
  bureau?: { province: string; name: string }
  /** What happened to any of these records, newest first. */
  timeline: AuditLine[]
}

export type AuditLine = {
  sequence: number
  at: number
  action: string
  custodianName: string
  recordId?: string
  /** Name of the record today, where it still exists. */
  title?: string
  facts?: Readonly<Record<string, string | number>>
  /** Of a second person's approval: whether it is theirs, by the certificates of the vault. */
  signature?: 'right' | 'wrong'
  /** In 审计: earlier than the entry before it. */
  isClockSetBack?: true
}

/** 总览. */
export type HealthSummary = {
  today: CalendarDay
  /** What wants doing today or is late, worst first, at most 50. */
  now: Reminder[]
  nowTotal: number
  /** Days of the next 90 with what falls due on each. */
  ahead: { day: CalendarDay; count: number; worst: Reminder['urgency']; titles: string[] }[]
  counts: {
    entities: number
    services: number
    domains: number
    credentials: number
    contacts: number
  }
  credentialStates: Record<CredentialState, number>
  /** Share of credentials in state current, 0–1; absent without credentials. */
  healthyShare?: number
  withoutProvider: number
  /** Services of which no provider was ever asked for. */
  providersToFill: number
  withoutFilingNumber: number
  /** Days since the last recovery kit was confirmed; absent: none. */
  kitAgeDays?: number
}
