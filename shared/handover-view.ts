import type { CalendarDay } from './calendar-day.ts'
import type { FilledLetter } from './letters/filled-letter.ts'
import type { HandoverLineKind, HandoverParty } from './records/handover.ts'
import type { HandoverManner } from './records/handover-manner.ts'
import type { LedgerRecord } from './records/record.ts'

/** Where a handover stands; the leading view shows one step at a time. */
export const HANDOVER_STEPS = ['prepare', 'sign', 'day', 'rotate', 'close'] as const
/** 筹备, 交接单, 当日, 轮换, 结案. */
export type HandoverStep = (typeof HANDOVER_STEPS)[number]

/** Why a line is on the list, strongest first. */
export const LINE_REASONS = [
  'exported',
  'printed',
  'copied',
  'revealed',
  'registered',
  'could-open',
  'channel-held',
  'trashed',
  'purged',
  'retired',
  'holds',
  'is-responsible',
  'is-entity-responsible',
  'is-emergency',
  'is-authorized',
  'value-unknown',
  'keeps-paper',
  'is-only-opener',
  'has-only-kit',
  'holds-kit-share',
  'let-in',
] as const
export type LineReasonCode = (typeof LINE_REASONS)[number]

export type LineReason = {
  code: LineReasonCode
  /** Unix ms: when it last happened, or since when it is so. */
  at?: number
  count?: number
  /** The channel, the holder. */
  name?: string
}

/** 1: evidence that they saw it; 2: they could open it; 3: it reaches a channel they hold. */
export type LineRank = 1 | 2 | 3

export const LINE_STATES = ['open', 'closed', 'waived'] as const
export type LineState = (typeof LINE_STATES)[number]

/** What closed a line, in `LineWay`'s words. */
export type LineWay =
  | 'registered'
  | 'moved'
  | 'changed'
  | 'revoked'
  | 'ended'
  | 'stored'
  | 'placed'
  | 'made'
  | 'confirmed'

/** One thing that has to be done because somebody leaves. */
export type HandoverLine = {
  key: string
  kind: HandoverLineKind
  recordId?: string
  title: string
  /** The filing or entity it belongs to. */
  subject?: string
  /** Row of 台账. */
  rowId?: string
  /** Of passwords. */
  rank?: LineRank
  reasons: LineReason[]
  state: LineState
  closedBy?: LineWay
  /** Unix ms. */
  closedAt?: number
  /** Closed while the person still had a way in: a copy of the file from then opens the new value too. */
  isEarly?: true
  /** Seen by the person again after the new value was registered. */
  isSeenAgain?: true
  /** 须立即修改: the password stands red everywhere until a new one is registered. */
  isMarked?: true
  /** Its record is gone from the ledger: the password outside is not. */
  isGone?: true
  waiver?: { reason: string; person: string; at: number }
}

export type LineCounts = Readonly<Record<LineState, number>>

/** A line of the list of handovers. */
export type HandoverItem = {
  id: string
  number: string
  leaverName: string
  successorName: string
  manner: HandoverManner
  leavesOn: CalendarDay
  step: HandoverStep
  closedOn?: CalendarDay
  counts: LineCounts
}

/** Who can be named: with a way into the vault, or known as a contact only. */
export type PartyChoice = HandoverParty & {
  /** Stable in the list of choices. */
  id: string
  isSelf: boolean
  /** Has a passphrase that opens everything. */
  canOpen: boolean
}

/** A signature, and whether it is right for the content that is kept. */
export type SignatureView = {
  custodianId: string
  custodianName: string
  part: 'leaver' | 'successor' | 'witness' | 'other'
  signedAt: number
  /** Absent: whoever sees only the ledger cannot tell, for the sheet is sealed. */
  isRight?: boolean
}

export type HandoverView = {
  record: LedgerRecord<'handover'>
  step: HandoverStep
  /** Of what is to be done before the day, and of passwords. */
  blockers: LineCounts
  passwords: LineCounts
  /** Passwords by rank, open ones only. */
  openByRank: Readonly<Record<LineRank, number>>
  /** Ways of the leaver into the vault that are still there. */
  ways: { id: string; kind: string; createdAt: number }[]
  /** Who else can open everything. */
  remaining: string[]
  /** The leaver has unlocked this very session: somebody else has to remove them. */
  isSelf: boolean
  signatures: SignatureView[]
  /** Who could sign on this machine by their passphrase. */
  signers: { custodianId: string; name: string; part: SignatureView['part']; isSelf: boolean }[]
  hasSheet: boolean
}

/** The 交接单 for the screen and the printer. */
export type SheetView = { letter: FilledLetter; digest: string; isDrawnUp: boolean }

/** What a sheet's file says of itself, checked without the vault it came from. */
export type SheetCheck = {
  fileName: string
  /** Nothing of the content was changed since it was signed. */
  isWhole: boolean
  number: string
  leaverName: string
  successorName: string
  signatures: {
    custodianName: string
    part: SignatureView['part']
    signedAt: number
    isRight: boolean
  }[]
  /** Of the vault that vouches for the keys: hex, to be compared where it is another vault. */
  vaultMark: string
  /**
   * Whose certificates vouch for the keys: those of the vault that is open, those of a copy of it that went
   * another way, or another vault's.
   */
  origin: 'own' | 'other-line' | 'other-vault'
}
