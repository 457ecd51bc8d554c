import { VaultError } from '../../shared/errors.ts'
import type { TwoPersonAct } from '../../shared/records/company-rule.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { newRecordId } from '../ledger/store.ts'
import { dropUndo } from '../ledger/undo-stack.ts'
import { type LedgerChange, writeRecords } from '../ledger/write.ts'
import type { Session } from '../session.ts'
import { approversOf } from './people.ts'
import { ruleOf } from './rule.ts'
import { requireApproval } from './second-person.ts'

/**
 * Sets the company rule. To take an act out of it two persons are asked for, as for the act itself.
 *
 * @throws VaultError `rule-needs-two` where nobody else could approve, `second-person-needed`
 */
export function setRule(session: Session, acts: readonly TwoPersonAct[]): void {
  const { vault, ledger } = session.open()
  const before = ruleOf(ledger)
  const next = [...new Set(acts)].sort()
  const added = next.filter((act) => !before.includes(act))
  const removed = before.filter((act) => !next.includes(act))
  if (added.length === 0 && removed.length === 0) return
  if (added.length > 0 && approversOf(vault).length === 0) {
    throw new VaultError('rule-needs-two', 'nobody else could approve')
  }
  const act = { action: 'company-rule.changed', facts: { acts: next.join(' ') } }
  if (removed.length > 0) requireApproval(session, 'company-rule', act)
  writeRule(session, ledger, next, act)
}

/**
 * Lets changes pass that come from elsewhere, such as a merge, unless they would loosen the rule.
 *
 * @throws VaultError `second-person-needed`
 */
export function requireRuleKept(session: Session, changes: readonly LedgerChange[]): void {
  const { ledger } = session.open()
  const changed = new Set(changes.map(({ id }) => id))
  const kept = [...ledger.kinds['company-rule']].filter(({ id }) => !changed.has(id))
  const next = [
    ...kept.map(({ data }) => data),
    ...changes.flatMap((change) =>
      change.type === 'put' && change.overview.kind === 'company-rule' ? change.overview.data : [],
    ),
  ].flatMap(({ twoPersonActs }) => twoPersonActs)
  if (ruleOf(ledger).every((act) => next.includes(act))) return
  const facts = { acts: [...new Set(next)].sort().join(' ') }
  requireApproval(session, 'company-rule', { action: 'company-rule.changed', facts })
}

function writeRule(
  session: Session,
  ledger: Ledger,
  twoPersonActs: TwoPersonAct[],
  act: { action: string; facts: { acts: string } },
): void {
  const now = session.now()
  const [kept, ...others] = ledger.kinds['company-rule']
  const id = kept?.id ?? newRecordId()
  const overview = {
    kind: 'company-rule' as const,
    data: { twoPersonActs },
    createdAt: kept?.createdAt ?? now,
    updatedAt: now,
  }
  const changes = [
    { type: 'put' as const, id, overview, expectedRevision: kept?.revision ?? 0 },
    ...others.map((other) => ({ type: 'delete' as const, id: other.id })),
  ]
  const { undoToken } = writeRecords(session, changes, [act])
  // Taken back it would be weaker without a second person.
  dropUndo(ledger.undo, undoToken)
}
