import type { DocumentKind } from '../records/document.ts'
import type { LetterKind } from '../records/letter.ts'
import type { OutcomeKind } from '../records/recovery-case.ts'

/** A text in both languages; Chinese comes first and is the one that counts. */
export type Words = { zh: string; en: string }

/** Routes A1–D, the modern way M, special cases E–G, troubles T0–T6, and the quarterly check. */
export const GUIDE_IDS = [
  'a1',
  'a2',
  'b',
  'c',
  'd',
  'm',
  'e',
  'f',
  'g',
  't0',
  't1',
  't2',
  't3',
  't4',
  't5',
  't6',
  'quarterly',
] as const
export type GuideId = (typeof GUIDE_IDS)[number]

export const GUIDE_KINDS = ['route', 'special-case', 'trouble', 'check'] as const
export type GuideKind = (typeof GUIDE_KINDS)[number]

/**
 * A way to recover, a special case, a trouble or a check, as data: adding or correcting one touches no code.
 * What a user adds to it (notes, durations of a bureau or provider) is a record of their own vault.
 *
 * Cases keep the ids of guide, step, answer, material and clock, and a failure by its place: a correction
 * renames none of them, and a new failure goes to the end of its list.
 */
export type Guide = {
  id: GuideId
  /** As people call it: `A1`, `M`, `T4`. */
  code: string
  kind: GuideKind
  title: Words
  /** When this is the way, in a sentence or two. */
  summary: Words
  /** Opens with the warning that the whole country verifies by SMS since 2020-08-17, and the branch to M. */
  isRetiredByMessages: boolean
  /** What must hold before it is worth starting. */
  preconditions: readonly Precondition[]
  /** In order. A case is through when each is done or skipped with a reason, but for branches not taken. */
  steps: readonly Step[]
  materials: readonly MaterialNeed[]
  clocks: readonly ClockRule[]
  /** The whole of it, as shown before the start; absent: no figure is known. */
  duration?: Duration
  /** How it may end well. Empty for troubles and checks: those end by their steps. */
  outcomes: readonly OutcomeKind[]
  /** What can go wrong on the whole, and where it leads. */
  failures: readonly Branch[]
  notes: readonly GuideNote[]
}

/** Facts the ledger or the triage may know; see `electron/cases/triage.ts` for how each is told. */
export const FACTS = [
  /** The domain is filed at all: a domain that never was has nothing to recover. */
  'domain-filed',
  /** The portal still shows 忘记密码 or 找回备案密码. */
  'portal-has-entry',
  /** The first password was to be sent, and never came. */
  'initial-password-missing',
  /** The password belongs to a platform of the province's bureau itself. */
  'bureau-platform',
  'phone-works',
  'mailbox-works',
  'provider-account-works',
  'provider-known',
  'certificate-known',
  'responsible-identity-known',
  'domain-known',
  'filing-number-known',
  'filed-by-agency',
  'entity-changed',
  'other-province',
  'filed-before-2009',
  'has-access-provider',
  'standing-authorization',
] as const
export type Fact = (typeof FACTS)[number]

export type Precondition = {
  id: string
  text: Words
  /** Told by this fact where it is known. */
  fact?: Fact
}

export type Step = {
  /** Unique within the guide, such as `choose-domain`. */
  id: string
  /** Of the common pre-flight: done once a case, so a case that changes guides need not do it again. */
  isPreFlight?: boolean
  title: Words
  /** What to do, so that somebody who never did it can. */
  text: Words
  /** Shown apart, in amber: what goes wrong here. */
  caution?: Words
  /** Portal this is done at; opened only from the allow-list. */
  link?: 'miit-filing' | 'police-filing'
  /** What will be typed there: compared with the ledger and ready to copy, in this order. */
  values?: readonly PortalValue[]
  /** A question that is answered here; its answers may lead elsewhere. */
  question?: Question
  /** Letter to write for this step. */
  letter?: LetterKind
  /** Clocks that start when this step is done. */
  startsClocks?: readonly string[]
  /** Clocks that stop when this step is done. */
  stopsClocks?: readonly string[]
  /** What the record of this step should name, beside who and when. */
  asks?: readonly StepDetail[]
  /** Here the outcome is recorded. */
  isOutcome?: boolean
  /** Here the new password is registered; only that closes a `sent` or `temporary` outcome. */
  isRegistration?: boolean
  /** May be left out without a reason. */
  isOptional?: boolean
  /** Only taken when the question of an earlier step was answered so. */
  onlyIf?: { step: string; answers: readonly string[] }
  /** Only taken when the case's outcome is one of these. */
  onlyIfOutcome?: readonly OutcomeKind[]
  /** Of a check's item: what may be found here, and the task it becomes. */
  findings?: readonly Finding[]
  failures?: readonly Branch[]
  sources: readonly Source[]
}

export const STEP_DETAILS = ['person', 'channel', 'reference', 'evidence'] as const
/** `reference`: an order, ticket or EMS number. `evidence`: a document of 资料. */
export type StepDetail = (typeof STEP_DETAILS)[number]

/** Something wrong that a check may find: the task it becomes, and until when. */
export type Finding = {
  /** Unique within the step, such as `restricted`. */
  id: string
  text: Words
  /** `danger`: red, shown above all else until it is done. */
  tone: 'danger' | 'due'
  /** Title of the task. */
  task: Words
  /** When the task is due, from the day of the finding. */
  within: { unit: Exclude<ClockUnit, 'hours'>; count: number }
  /** The guide that leads through it. */
  guide?: GuideId
  sources: readonly Source[]
}

/**
 * A value a portal asks for, or a check compares, taken from the ledger.
 * `responsible-…` is the 主体负责人, `service-responsible-…` the 服务 (网站) 负责人.
 */
export const PORTAL_VALUES = [
  'entity-name',
  'credit-code',
  'organization-code',
  'subject-filing-number',
  /** Only the part before 备…号's hyphen, as some forms want it. */
  'subject-filing-digits',
  'service-filing-number',
  'domain',
  'responsible-name',
  'responsible-id-number',
  'responsible-id-last6',
  'responsible-phone',
  'responsible-email',
  'entity-address',
  'service-responsible-name',
  'service-responsible-id-number',
  'service-responsible-id-last6',
  'service-responsible-phone',
  'service-responsible-email',
  'emergency-phone',
  'entity-nature',
  'service-name',
  'home-url',
  'filed-on',
  'pre-approval',
  'police-filing-number',
  'domain-owner',
  'domain-expires-on',
  'access-provider',
] as const
export type PortalValue = (typeof PORTAL_VALUES)[number]

export type Question = {
  text: Words
  answers: readonly { id: string; text: Words; to?: Target }[]
}

/** Where a branch leads: another guide, another step of this one, or the end of this guide. */
export type Target =
  | { guide: GuideId }
  | { step: string }
  /** `not-needed`: there is nothing to recover. `solved`: back to the guide that led here, where one did. */
  | { end: 'not-possible' | 'not-needed' | 'solved' }

export type Branch = { when: Words; to: Target; sources?: readonly Source[] }

export const SEAL_NEEDS = [
  'none',
  'seal',
  'seal-and-legal-representative',
  'seal-legal-representative-and-agent',
  'both-parties-seal-and-legal-representatives',
  'signature',
  'notary',
] as const
export type SealNeed = (typeof SEAL_NEEDS)[number]

export type MaterialNeed = {
  /** Unique within the guide, such as `licence-copy`. */
  id: string
  title: Words
  /** Which kind of 资料 serves; the first is the usual one. */
  documents: readonly DocumentKind[]
  /** Front and back are both asked. */
  isBothSides?: boolean
  /** Written by the app. */
  letter?: LetterKind
  seal: SealNeed
  /** In which form it is handed over. */
  form: 'numbers-only' | 'to-hand' | 'copy' | 'original'
  /** Absent: always needed. */
  when?: Words
  isRequired: boolean
  /** Shown beside it, such as that some bureaus do not ask for it. */
  remark?: Words
  sources: readonly Source[]
}

export type ClockUnit = 'hours' | 'working-days' | 'calendar-days'

/** A range is shown as a range; `to` is the last day to wait, and after it the clock is overdue. */
export type Duration = { unit: ClockUnit; from: number; to: number }

export type ClockRule = Duration & {
  /** Unique within the guide, such as `provider-review`. */
  id: string
  title: Words
  /** What to do when it has run out. */
  onOverdue: Words
  /** Whose day it is: ours to act, or theirs to answer. */
  party: 'us' | 'them'
  /** Whether a bureau's or provider's own duration may take its place. */
  isOverridable: boolean
  sources: readonly Source[]
}

/** Where a statement comes from. Seeds `S0 S1 S2` decide; the others are notes. */
export type Source = {
  /** Such as `S2`, `VE`, `HW`, `33号令第14条`. */
  name: string
  confidence: 'seed' | 'official' | 'weak' | 'unverified'
  /** When it was said or seen, as far as known: `2020-08-17`, `2026`. */
  date?: string
}

/** What is good to know: other sources that agree or not, provinces that differ, what could not be verified. */
export type GuideNote = {
  id: string
  text: Words
  /** ICP prefixes of the provinces it is true of; absent: of all. */
  provinces?: readonly string[]
  sources: readonly Source[]
  tone: 'note' | 'warning'
}
