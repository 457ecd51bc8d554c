/** A copy of the open vault that lies in the same folder, such as a sync service's conflict copy. */
export type CopyBeside = {
  fileName: string
  /** Called as sync services call a copy that was changed elsewhere at the same time. */
  isConflictCopy: boolean
  /** How it stands to this vault; `unknown`: sealed with other keys, told only once it is opened. */
  standing: 'older' | 'newer' | 'forked' | 'unknown'
  sizeBytes: number
  /** Unix ms. */
  modifiedAt: number
}

export const MERGE_SIDES = ['here', 'there'] as const
export type MergeSide = (typeof MERGE_SIDES)[number]

/** What one copy did to a record since the two went apart. */
export type MergeAct = 'made' | 'changed' | 'removed' | 'nothing'

/** `conflict`: a person must choose. `theirs`, `ours`: only one copy changed it; listed, and can be chosen otherwise. */
export const MERGE_STANDINGS = ['conflict', 'theirs', 'ours'] as const
export type MergeStanding = (typeof MERGE_STANDINGS)[number]

/**
 * Why a person must choose: both changed it; one changed what the other removed; one removed what the other's
 * records name; the copy is of older keys, that a leaver may still have; no trail tells of the change.
 */
export type ConflictReason =
  | 'both-changed'
  | 'changed-removed'
  | 'still-needed'
  | 'older-keys'
  | 'unproven'

/** Who changed a record last on one side, and when. */
export type MergeTrace = { at: number; person: string }

/** One record that is not the same in both copies. */
export type MergeLine = {
  recordId: string
  kind: string
  title: string
  subject?: string
  standing: MergeStanding
  reason?: ConflictReason
  here: MergeAct
  there: MergeAct
  /** The trash is no place of its own: the record is there, and marked. */
  isTrashedHere: boolean
  isTrashedThere: boolean
  isSecretChanged: boolean
  hereBy?: MergeTrace
  thereBy?: MergeTrace
}

/** Another copy that is open for reading beside the vault, compared with it. */
export type MergeOverview = {
  fileName: string
  /** Of the last state both copies have in common. */
  forkRevision: number
  forkedAt: number
  here: MergeCopy
  there: MergeCopy
  isOlderGeneration: boolean
  /** Ways in that only the other copy has. They are not taken over. */
  otherWaysIn: string[]
  lines: MergeLine[]
}

export type MergeCopy = {
  revision: number
  generation: number
  checkWords: string[]
  /** Entries of the trail that only this copy has. */
  entryCount: number
}

/** A field that differs. Values are JSON; of a secret only whether there is one. */
export type MergeField = {
  /** Name in the record's data; `secret.<name>` for what is sealed; `trashed` for the trash. */
  name: string
  isSecret: boolean
  /** A list of files: both can be kept. */
  canBoth: boolean
  here?: unknown
  there?: unknown
}

/** Both versions of a record, field by field. */
export type MergeDetails = {
  recordId: string
  /** It is signed as it is, and cannot be put together from both. */
  isWholeOnly: boolean
  fields: MergeField[]
  /** How many fields are the same. */
  sameCount: number
  /** Titles of the records that the values name, by id. */
  names: Record<string, string>
}

/** A secret that was shown on request. */
export type MergeSecret = {
  value?: string
  idNumber?: string
  totpUri?: string
  privateNotes?: string
}

/** What came of a merge. */
export type MergeResult = {
  revision: number
  takenCount: number
  trashedCount: number
  keptCount: number
  /** Records that nobody chose and that others need: taken along, or kept. */
  neededCount: number
  backupName: string
}
