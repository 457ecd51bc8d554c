import type { TwoPersonAct } from '../../shared/records/company-rule.ts'
import type { RecordStore } from '../ledger/store.ts'

/** What needs two persons in this vault: all that any record of the rule names, also one in the trash. */
export function ruleOf(store: RecordStore): TwoPersonAct[] {
  const acts = [...store.kinds['company-rule']].flatMap(({ data }) => data.twoPersonActs)
  return [...new Set(acts)].sort()
}
