import type { CalendarDay } from './calendar-day.ts'
import type { Fact, GuideId, Words } from './guides/guide.ts'
import type { TriageAnswer } from './guides/triage-rule.ts'

/** How the ledger came to know a fact; the words are in the dictionaries. */
export const FACT_REASONS = [
  /** A phone or mailbox of the responsible person was verified within the last three months (`on`). */
  'channel-verified',
  /** It was verified longer ago, or never: nobody knows. */
  'channel-not-verified',
  /** Who holds it has left. */
  'holder-has-left',
  'no-channel',
  /** The provider's account with its password is kept here. */
  'account-kept',
  /** The provider's account is what was lost. */
  'account-lost',
  'provider-kept',
  'no-provider',
  'number-kept',
  'filing-cancelled',
  'certificate-kept',
  'identity-kept',
  'domain-kept',
  'agency-kept',
  'bureau-account-lost',
  /** The number's prefix is of another province than the entity or its address. */
  'other-prefix',
  'same-prefix',
  /** Told by 备案日期 (`on`). */
  'filed-on',
  /** Told by the year within the number. */
  'number-year',
  /** A signed authorisation that has not ended (`on`: until when). */
  'authorization-kept',
  'no-authorization',
] as const
export type FactReason = (typeof FACT_REASONS)[number]

export type TriageFact = {
  fact: Fact
  /** What counts: the person's answer, else the ledger's, else `unknown`. */
  answer: TriageAnswer
  /** What the ledger says, also where a person said otherwise. */
  known?: {
    answer: TriageAnswer
    reason: FactReason
    /** The record it is told by. */
    recordId?: string
    title?: string
    on?: CalendarDay
  }
  /** Set when a person answered. */
  answered?: TriageAnswer
}

/** A way to go, best first. */
export type TriageWay = {
  guideId: GuideId
  /** triggered: to be asked first · fitting · lacking: something is known to be missing · excluded: does not lead there. */
  standing: 'triggered' | 'fitting' | 'lacking' | 'excluded'
  why: Words[]
  /** Known not to hold: to be had before starting. */
  missing: Words[]
  /** Not known: to be found out before starting. */
  unknown: Words[]
}

export type TriageView = { facts: TriageFact[]; ways: TriageWay[] }
