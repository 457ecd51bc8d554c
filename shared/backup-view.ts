import type { CalendarDay } from './calendar-day.ts'
import type { DrillResult } from './drill-result.ts'
import type { VaultErrorCode } from './errors.ts'
import type { BackupReason } from './records/backup.ts'
import type { DrillKind, DrillShare } from './records/drill.ts'

/** Where a backup's file is now: here, its folder cannot be reached, not in its folder, removed by the rule. */
export type BackupPlace = 'here' | 'away' | 'missing' | 'gone'

/** One line of 备份. */
export type BackupLine = {
  id: string
  fileName: string
  folder: string
  madeAt: number
  reason: BackupReason
  sizeBytes: number
  revision: number
  checkWords: string[]
  place: BackupPlace
  /** When it was last opened and found whole. */
  verifiedAt?: number
  /** From before a change of all keys: only a passphrase or kit of then opens it. */
  isOlderGeneration: boolean
  openers: BackupOpener[]
}

/** One who can open a backup. */
export type BackupOpener = {
  name: string
  slotKinds: string[]
  /** Has no way into the vault any more, but into this backup. */
  isFormer: boolean
  /** A recovery kit that was replaced since, and still opens this backup. */
  hasOldKit: boolean
}

/** The backups that former custodians can still open. */
export type FormerOpeners = {
  names: string[]
  /** Of those that are where they were written: they can be removed. */
  removableIds: string[]
  /** Whose folder cannot be reached now. */
  awayCount: number
  /** There is a backup without them, so that the others are not needed any more. */
  hasNewer: boolean
}

/** One kind of drill, with its last result and when it is wanted next. */
export type DrillLine = {
  kind: DrillKind
  /** Whether there is anything to try, such as a recovery kit. */
  isPossible: boolean
  last?: LastDrill
  dueOn?: CalendarDay
}

export type LastDrill = {
  on: CalendarDay
  person: string
  result: DrillResult
  notes?: string
  /** Of a split kit. */
  shares?: DrillShare[]
}

/** The kits that can be tried: anybody's own, and the company's in shares. */
export type KitsToTry = {
  hasWhole: boolean
  split?: { threshold: number; holders: string[] }
}

/** What retyped shares of a split kit showed. */
export type ShareDrill = { result: DrillResult; threshold: number; shares: DrillShare[] }

/** 备份, all of it. */
export type BackupState = {
  /** The folder on this machine; absent: none was chosen here. */
  folder?: string
  isFolderHere: boolean
  /** Changes that no backup holds yet. */
  hasChanges: boolean
  isWorking: boolean
  /** The last attempt that failed, and when the next is made. */
  failure?: { code: VaultErrorCode; at: number; retryAt: number }
  /** Newest first. */
  backups: BackupLine[]
  /** Absent while nobody who left can open any. */
  former?: FormerOpeners
  drills: DrillLine[]
  kits: KitsToTry
}

/** How a record of the backup differs from the vault's. `only-backup`: gone since then; `only-now`: made since then. */
export const DIFFERENCE_KINDS = ['only-backup', 'changed', 'only-now'] as const
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number]

export type BackupDifference = {
  recordId: string
  difference: DifferenceKind
  kind: string
  title: string
  subject?: string
  isSecretChanged: boolean
  /** It is in the vault's trash now. */
  isTrashed: boolean
  /** Unix ms: when it was last changed, there and here. */
  backupUpdatedAt?: number
  nowUpdatedAt?: number
  /** Names of the fields that differ. */
  fields: string[]
}

/** A backup that is open for reading beside the vault. */
export type BackupContents = {
  fileName: string
  revision: number
  /** Of the vault now. */
  nowRevision: number
  checkWords: string[]
  counts: { kind: string; count: number }[]
  /** At most `MAX_DIFFERENCES`, those that can be restored first. */
  differences: BackupDifference[]
  differenceCount: number
}

export const MAX_DIFFERENCES = 2000

/** A record as it was in a backup that is open. */
export type BackupRecordLine = {
  recordId: string
  kind: string
  title: string
  subject?: string
  isTrashed: boolean
  updatedAt: number
}

export type BackupRecordView = BackupRecordLine & {
  /** Values are JSON; never a secret. */
  fields: { name: string; value: unknown }[]
  /** Titles of the records that the values name, by id. */
  names: Record<string, string>
  hasSecret: boolean
  createdAt: number
}

/** More are found by a search. */
export const MAX_BACKUP_RECORDS = 5000
