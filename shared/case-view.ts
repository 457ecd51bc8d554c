import type { CalendarDay } from './calendar-day.ts'
import type { CredentialState } from './credential-state.ts'
import type { FieldFinding } from './finding.ts'
import type { ClockUnit, PortalValue, SealNeed, Target, Words } from './guides/guide.ts'
import type { ReadinessReason } from './readiness.ts'
import type { DocumentKind } from './records/document.ts'
import type { LetterKind } from './records/letter.ts'
import type { LedgerRecord } from './records/record.ts'
import type { MaterialState, OutcomeKind } from './records/recovery-case.ts'

/**
 * done, skipped, failed: recorded · open: may be done now · waiting: a question before it is not answered yet ·
 * not-applicable: on a branch that was not taken.
 */
export type StepState = 'done' | 'skipped' | 'failed' | 'open' | 'waiting' | 'not-applicable'

export type StepView = {
  guideId: string
  stepId: string
  state: StepState
  isNext: boolean
  /** The last record of it; how often it was tried is `attempts`. */
  record?: LedgerRecord<'case'>['data']['steps'][number]
  /** Set when it was done under another guide, as the common pre-flight is. */
  recordedInGuideId?: string
  attempts: number
  /** Where its answer or failure leads, when that is not simply on. */
  leadsTo?: Target
  /** Only `cases.recordOutcome` (`outcome`) or `credentials.register` (`registration`) does it. */
  doneBy: 'person' | 'outcome' | 'registration'
  /** Titles of the papers, when its evidence names some. */
  documents: { id: string; title: string }[]
  /** Notes that people of this vault added. */
  additions: GuideAdditionView[]
}

export type GuideProgress = {
  guideId: string
  isCurrent: boolean
  /** The steps of the guide in their order; of a past guide only those that were recorded. */
  steps: StepView[]
  /** Settled and all that apply, without optional ones. */
  settledCount: number
  stepCount: number
  /** Why it was left. */
  leftBecause?: string
}

/** What is to be said of a letter that serves, besides what `Readiness` says of papers. */
export const LETTER_REASONS = [
  /** Its signing has not been recorded. */
  'letter-not-signed',
  /** Dated more than 30 days ago: offices want it fresh. */
  'letter-dated',
  'letter-revoked',
  'letter-ended',
  /** The person named in it has left. */
  'letter-person-left',
] as const
export type LetterReason = (typeof LETTER_REASONS)[number]

export type MaterialView = {
  guideId: string
  needId: string
  title: Words
  seal: SealNeed
  form: 'numbers-only' | 'to-hand' | 'copy' | 'original'
  isRequired: boolean
  when?: Words
  remark?: Words
  documentKinds: DocumentKind[]
  letterKind?: LetterKind
  /** What holds: the person's word where it is more than the ledger knows, else worked out from 资料. */
  state: MaterialState
  /** Whether a person said so. */
  isStated: boolean
  document?: { id: string; title: string; validUntilOn?: CalendarDay; paperPlace?: string }
  letter?: { id: string; title: string; signedOn?: CalendarDay }
  note?: string
  /** What is to be done about it, or good to know, before anybody sets out. */
  reasons: (ReadinessReason | LetterReason)[]
  /** Other papers of the entity and its people that would serve, best first. */
  otherDocuments: { id: string; title: string }[]
  /** Other letters of this case or entity that would serve, newest first. */
  otherLetters: { id: string; title: string; signedOn?: CalendarDay }[]
}

export type ClockView = {
  id: string
  guideId: string
  clockId: string
  title: Words
  /** What to do when it has run out. */
  onOverdue: Words
  /** Whose day it is: ours to act, or theirs to answer. */
  party: 'us' | 'them'
  unit: ClockUnit
  /** In its unit. Equal: no range. */
  from: number
  to: number
  /** Figures of this vault's own stand in place of the guide's. */
  override?: {
    additionId: string
    scope: 'provider' | 'province' | 'all'
    guideFrom: number
    guideTo: number
    source?: string
    verifiedOn?: CalendarDay
  }
  startedAt: number
  startedOn: CalendarDay
  stoppedAt?: number
  /** A notice named the day: the figures do not count. */
  isNamed: boolean
  /** First moment it may end, Unix ms; of clocks in days the start of that day in Shanghai. */
  earliestAt: number
  earliestOn: CalendarDay
  /** Last moment, Unix ms; of clocks in days the end of that day in Shanghai. */
  dueAt: number
  dueOn: CalendarDay
  /** Calendar days from today to `dueOn`; negative: late. Shown as hours where the unit is hours. */
  daysLeft: number
  /** Working days left, today not counted; only of clocks in working days that run. */
  workingDaysLeft?: number
  state: 'running' | 'overdue' | 'stopped' | 'stopped-late'
  /** 预估: it reaches into a year whose 放假安排 is not known. */
  isEstimated: boolean
}

/** 立即修改: a password that was sent or is temporary. Only a registered new one ends it. */
export type CaseBlock = {
  credentialId: string
  label: string
  reason: 'issued' | 'temporary'
  since: number
  /** Until when the sent or temporary value opens. */
  validUntilAt?: number
}

/** What still stands between a case and its end. */
export type Hindrance =
  | { kind: 'step'; guideId: string; stepId: string; title: Words }
  | { kind: 'outcome' }
  /** A new value of this credential must be registered. */
  | { kind: 'registration'; credentialId: string; label: string }
  /** The guide was a detour: back to the one that has an outcome. */
  | { kind: 'return-to-guide'; guideId: string }
  /** An answer leads elsewhere. */
  | { kind: 'switch-guide'; guideId: string; stepId: string }
  | { kind: 'not-possible'; stepId: string }
  /** The guide is of another version of this app. */
  | { kind: 'guide-unknown'; guideId: string }

/** 须在场、须收码的人. */
export type PersonToAct = {
  contactId: string
  name: string
  roles: ('entity-responsible' | 'service-responsible' | 'legal-representative')[]
  phone?: string
  email?: string
  leftOn?: CalendarDay
  /** Whether the phone is known to get codes. */
  phoneState: 'verified' | 'not-verified' | 'none'
  verifiedOn?: CalendarDay
  /** Which filings' codes come to this person. */
  receives: ('subject' | 'service')[]
  hasIdNumber: boolean
}

export type CaseLine = {
  id: string
  number: string
  title: string
  entityId: string
  entityName: string
  providerName?: string
  guideId: string
  isOpen: boolean
  openedOn: CalendarDay
  closedOn?: CalendarDay
  closeReason?: string
  outcome?: OutcomeKind
  nextStep?: { guideId: string; stepId: string; title: Words }
  /** Of those that run: overdue before due, then the nearest. */
  worstClock?: ClockView
  runningClockCount: number
  settledCount: number
  stepCount: number
  isBlocked: boolean
  updatedAt: number
}

export type CaseView = {
  line: CaseLine
  record: LedgerRecord<'case'>
  services: { id: string; name: string; filingNumber?: string }[]
  credentials: {
    id: string
    label: string
    kind: LedgerRecord<'credential'>['data']['kind']
    state: CredentialState
    /** The case waits for a new value of it. */
    isWaitedFor: boolean
    registeredAt?: number
  }[]
  /** Who is in charge by the number's prefix. */
  bureau?: { province: string; name: string; providerId?: string; phone?: string }
  /** Oldest first; the last is the current one. */
  guides: GuideProgress[]
  /** Of the current guide. */
  materials: MaterialView[]
  /** Running first, nearest end first. */
  clocks: ClockView[]
  /** Clocks of the current guide that have never run: to be started by hand. */
  clocksToStart: { guideId: string; clockId: string; title: Words }[]
  blocks: CaseBlock[]
  tasks: { id: string; title: string; dueOn?: CalendarDay; doneOn?: CalendarDay; person?: string }[]
  letters: { id: string; kind: LetterKind; title: string; signedOn?: CalendarDay }[]
  hindrances: Hindrance[]
  people: PersonToAct[]
  /** Notes on the current guide as a whole. */
  additions: GuideAdditionView[]
}

/** What every change of a case answers. */
export type CaseChange = { case: CaseView; undoToken: number }

// — what will be typed on a portal —

export type PreflightValue = {
  value: PortalValue
  /** From the ledger; dots stand for what is not shown. Absent: the ledger does not have it. */
  text?: string
  isMasked: boolean
  /** The record it is taken from, and where to correct it. */
  recordId?: string
  recordTitle?: string
  /** What validators and comparisons say of it. */
  findings: FieldFinding[]
  /** Others to choose from, such as several domains. */
  choices: { recordId: string; text: string }[]
}

export type PreflightView = { values: PreflightValue[] }

// — guides of this vault —

export type GuideAdditionView = LedgerRecord<'guide-addition'>['data'] & {
  id: string
  revision: number
  providerName?: string
}
