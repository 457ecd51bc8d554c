import { CASE_RULES } from './ranking-cases.ts'
import { ROUTE_RULES } from './ranking-routes.ts'
import type { RankingRule } from './triage-rule.ts'

/** One rule a guide the triage may offer. T1 to T4 are met on the way and need none. */
export const RANKING_RULES: readonly RankingRule[] = [...ROUTE_RULES, ...CASE_RULES]
