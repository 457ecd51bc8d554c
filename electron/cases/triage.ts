import type { CalendarDay } from '../../shared/calendar-day.ts'
import type { Fact } from '../../shared/guides/guide.ts'
import { FACTS } from '../../shared/guides/guide.ts'
import { RANKING_RULES } from '../../shared/guides/triage-ranking.ts'
import type { Condition, RankingRule, TriageAnswer } from '../../shared/guides/triage-rule.ts'
import type { TriageView, TriageWay } from '../../shared/triage-view.ts'
import type { RecordStore } from '../ledger/store.ts'
import { requireLive } from '../ledger/store.ts'
import type { Scope } from './triage-facts.ts'
import { triageFact } from './triage-facts.ts'

export type Answers = Readonly<Partial<Record<Fact, TriageAnswer>>>

/** Every holding preference brings a way so much nearer. */
const PREFERENCE = 5

/**
 * What is known, and the ways that fit, best first.
 *
 * @param answers - What a person said; it counts more than the ledger.
 * @throws VaultError `record-not-found` for an entity that is gone.
 */
export function triage(
  store: RecordStore,
  scope: Scope,
  answers: Answers,
  today: CalendarDay,
): TriageView {
  requireLive(store, 'entity', scope.entityId)
  const facts = FACTS.map((fact) => triageFact(store, scope, fact, answers[fact], today))
  const answerOf = new Map(facts.map(({ fact, answer }) => [fact, answer]))
  return { facts, ways: rankWays(RANKING_RULES, (fact) => answerOf.get(fact) ?? 'unknown') }
}

type Ranked = { way: TriageWay; place: number }

/** Evaluates the rules as `RankingRule` describes. */
export function rankWays(
  rules: readonly RankingRule[],
  answerOf: (fact: Fact) => TriageAnswer,
): TriageWay[] {
  const holds = (condition: Condition) => condition.is.includes(answerOf(condition.fact))
  const ranked = rules.map((rule): Ranked => {
    const excluding = rule.excludedBy.filter(holds)
    const requires = rule.requires.filter((one) => !holds(one))
    const isUnknown = (one: Condition) => answerOf(one.fact) === 'unknown'
    const way: TriageWay = {
      guideId: rule.guide,
      standing: 'fitting',
      why: [],
      missing: requires.filter((one) => !isUnknown(one)).map((one) => one.missing),
      unknown: requires.filter(isUnknown).map((one) => one.missing),
    }
    if (excluding.length > 0) {
      return {
        way: { ...way, standing: 'excluded', why: excluding.map((one) => one.why) },
        place: EXCLUDED + rule.order,
      }
    }
    const triggers = rule.triggers.filter(holds)
    const prefers = rule.prefers.filter(holds)
    const said = [...triggers, ...rule.requires.filter(holds), ...prefers].map((one) => one.why)
    way.why = said.length === 0 ? [rule.why] : said
    if (triggers.length > 0) {
      return { way: { ...way, standing: 'triggered' }, place: rule.triggeredOrder ?? rule.order }
    }
    if (way.missing.length > 0) {
      return { way: { ...way, standing: 'lacking' }, place: LACKING + rule.order }
    }
    return { way, place: FITTING + rule.order - PREFERENCE * prefers.length }
  })
  return ranked.sort((a, b) => a.place - b.place).map(({ way }) => way)
}

/* Bands of the line; far more apart than orders are. */
const FITTING = 10_000
const LACKING = 20_000
const EXCLUDED = 30_000
