import type { CalendarDay } from '../calendar-day.ts'
import type { Words } from '../guides/guide.ts'
import type { FormKind, LedgerRecord } from '../records/record.ts'
import type { RoleName, SignatureMark, Signer, TableName } from './template.ts'

/**
 * `filled`: from the ledger. `typed`: in the letter, in place of what the ledger says. `missing`: nobody knows.
 * `sealed`: the ledger has it under the secret key; filled in at printing when asked for.
 * `hand`: for a pen.
 */
export type BlankState = 'filled' | 'typed' | 'missing' | 'sealed' | 'hand'

/** A stretch of text: plain, or what stands in a blank. Empty text of a blank is drawn as a line. */
export type Piece = {
  text: string
  blank?: {
    name: string
    label: string
    state: BlankState
    /** An ID number: it is entered at its person, never typed here. */
    isSecret?: true
  }
}

/** `isRemoved`: a person left it out; it is kept for the screen, where it can be put back. */
type Common = { key: string; isRemoved?: true }

export type FilledText = Common & {
  type: 'addressee' | 'paragraph' | 'heading' | 'clause' | 'note'
  /** `一、`, `（一）` or `第一条`. */
  number?: string
  pieces: Piece[]
  /** A person wrote it anew; it no longer follows the template. */
  isEdited: boolean
}

export type FilledFacts = Common & {
  type: 'facts'
  caption: string
  rows: { label: string; pieces: Piece[]; isHalf: boolean }[]
}

export type FilledTable = Common & {
  type: 'table'
  /** Names the lines added by hand. */
  table: TableName
  caption?: string
  columns: { key: string; label: string; share: number }[]
  rows: { key: string; cells: Piece[][]; isExtra: boolean }[]
  /** Lines a person left out. */
  hiddenCount: number
  /** What an empty one becomes on the paper: nothing, or a line that says 无. */
  whenEmpty: 'omit' | 'none'
}

export type FilledAnnexes = Common & { type: 'annexes'; items: Piece[][]; isEdited: boolean }

export type FilledSignatures = Common & {
  type: 'signatures'
  boxes: { label: Piece[]; marks: SignatureMark[]; lines: Piece[][] }[]
}

export type FilledBlock = FilledText | FilledFacts | FilledTable | FilledAnnexes | FilledSignatures

/** A letter as it stands on the paper. */
export type FilledLetter = {
  title: string
  layout: 'letter' | 'form'
  blocks: FilledBlock[]
}

/** A blank nobody could fill, and where that is best done. */
export type MissingBlank = {
  name: string
  label: Words
  hint?: Words
  isLong: boolean
  /** An ID number: only the ledger takes it. */
  isSecret?: true
  /** Its person is not chosen yet. */
  role?: RoleName
  /** Its firm is not chosen yet. */
  isProvider?: true
  /** Form of the ledger that holds it: a known record, or a new one with what is known of it. */
  form?: { kind: FormKind; id?: string; preset?: Readonly<Record<string, unknown>> }
}

export const LETTER_NOTICES = [
  'blanks-missing',
  'date-old',
  'date-ahead',
  'validity-missing',
  'validity-over',
  'validity-ends-soon',
  'person-left',
  'nothing-chosen',
  'appeal-early',
  'ask-lawyer',
] as const
/** What should be known before the paper is sealed or carried away. */
export type LetterNotice = {
  code: (typeof LETTER_NOTICES)[number]
  tone: 'danger' | 'due' | 'note'
  facts: Readonly<Record<string, string | number>>
}

export const LETTER_STATES = ['draft', 'signed', 'ended', 'revoked'] as const
/** 草稿, 已签署, 已过期, 已撤销. */
export type LetterState = (typeof LETTER_STATES)[number]

/** All a screen needs to show a letter and to work on it. Never an ID number. */
export type LetterView = {
  record: LedgerRecord<'letter'>
  state: LetterState
  letter: FilledLetter
  entityName: string
  caseTitle?: string
  documentTitle?: string
  signer: Signer
  variant?: string
  variants: { id: string; label: Words }[]
  roles: { id: RoleName; label: Words; contactId?: string }[]
  /** What `providerId` means in this letter; absent: no firm is named. */
  provider?: Words
  validity?: { longestMonths?: number }
  hasTransferee: boolean
  transfereeId?: string
  missing: MissingBlank[]
  /** Whether ID numbers of the ledger can be filled in at printing. */
  sealedCount: number
  notices: LetterNotice[]
  /** Other signed letters that this one takes the place of, once signed. */
  replaces: { id: string; title: string; validUntilOn?: CalendarDay }[]
}

/** A line of the list of letters. */
export type LetterLine = {
  id: string
  kind: LedgerRecord<'letter'>['data']['kind']
  title: string
  entityId: string
  entityName: string
  people: string[]
  state: LetterState
  writtenOn: CalendarDay
  validFromOn?: CalendarDay
  validUntilOn?: CalendarDay
  signedOn?: CalendarDay
  revokedOn?: CalendarDay
  caseId?: string
  hasScan: boolean
  /** Somebody named in it has left. */
  hasLeft: boolean
  updatedAt: number
}
