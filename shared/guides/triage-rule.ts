import type { Fact, GuideId, Words } from './guide.ts'

export const TRIAGE_ANSWERS = ['yes', 'no', 'unknown'] as const
export type TriageAnswer = (typeof TRIAGE_ANSWERS)[number]

/** A short question of the triage; left out where the ledger knows the answer. */
export type TriageQuestion = {
  /** The same as its fact. */
  id: Fact
  text: Words
  /** What each answer means, in words the custodian picks from. */
  answers: Readonly<Record<TriageAnswer, Words>>
  /** What depends on it. */
  why: Words
}

/** Something a guide asks of the facts. An unasked fact counts as `unknown`. */
export type Condition = {
  fact: Fact
  is: readonly TriageAnswer[]
  /** Said of the guide when the condition holds. */
  why: Words
}

/** A condition without which the guide cannot start. */
export type Requirement = Condition & {
  /** Said when it does not hold: what is missing, and what to do about it before starting. */
  missing: Words
}

/**
 * How a guide is ranked. The engine only evaluates this:
 *
 * 1. A guide with a holding `excludedBy` is not offered; its `why` says so.
 * 2. Of the others, those with a holding trigger come first, by `triggeredOrder`.
 * 3. Then those whose `requires` all hold or are unknown, by `order` less 5 for each holding `prefers`.
 * 4. Last those with a requirement known not to hold, by `order`, with its `missing` words.
 *
 * `missing` of requirements that are unknown is named too, before starting.
 */
export type RankingRule = {
  guide: GuideId
  /** Place in the line when nothing speaks for or against it; smaller comes first, steps of 10. */
  order: number
  /** Place among the guides asked first; needed when there are triggers. */
  triggeredOrder?: number
  /** Why it is offered at all, said when no other condition has words. */
  why: Words
  triggers: readonly Condition[]
  requires: readonly Requirement[]
  prefers: readonly Condition[]
  excludedBy: readonly Condition[]
}
