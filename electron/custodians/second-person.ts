import { createHash, randomBytes } from 'node:crypto'
import { VaultError, type VaultErrorFacts } from '../../shared/errors.ts'
import type { TwoPersonAct } from '../../shared/records/company-rule.ts'
import { type Act, auditEntry } from '../ledger/write.ts'
import type { Session } from '../session.ts'
import { approversOf } from './people.ts'
import { ruleOf } from './rule.ts'

/*
 * How an act asks for two persons:
 *
 *   in its handler, before anything is done:
 *     requireSecondPerson(session, 'export', { action: 'ledger.export', facts: { format, rows } })
 *   in the window, around the call:
 *     const withSecondPerson = useSecondPerson()      // renderer/frame/use-second-person.ts
 *     await withSecondPerson(() => call('ledger.export', input))
 *
 * Where the company rule does not ask for it, both do nothing. Where it does, the first call is refused
 * (`second-person-needed`), the window asks the second person for their passphrase, and calls again. What
 * was approved is kept here, in the vault process, and fits that very act and its facts, once, for five
 * minutes. The facts are shown to the second person: they name what leaves the vault, never a secret.
 */

const APPROVED_FOR_MS = 5 * 60_000
const MAX_ASKED = 20

/** What two persons are asked for: an act of the company rule, or to make that rule weaker. */
export type ApprovalAct = TwoPersonAct | 'company-rule'

/** What an act covers where its facts only count or name it, as the ids of what is exported. Signed as a digest. */
export type ExactScope = unknown

type Asked = {
  act: ApprovalAct
  scope: Act
  /** SHA-256 in hex. */
  exact: string
  askedAt: number
  approvedAt?: number
}

/** What was asked for and approved since the vault was opened, by request. */
export type Approvals = Map<string, Asked>

/**
 * Lets an act pass that the company rule does not name, or that a second person has approved.
 *
 * @param scope - the act as it goes into the audit trail.
 * @param exact - what the approval is bound to besides: JSON of anything, such as the ids in an export.
 * @throws VaultError `second-person-needed` with the request to approve and the facts of `scope`
 */
export function requireSecondPerson(
  session: Session,
  act: TwoPersonAct,
  scope: Act,
  exact?: ExactScope,
): void {
  if (ruleOf(session.open().ledger).includes(act)) requireApproval(session, act, scope, exact)
}

/**
 * Lets a way in pass that would make another person of one: with a rule of any kind, who could let in a second
 * self would need nobody. Where nobody else is left to ask, it passes.
 *
 * @throws VaultError `second-person-needed`
 */
export function requireWayInApproval(session: Session, scope: Act, exact?: ExactScope): void {
  const { vault, ledger } = session.open()
  if (ruleOf(ledger).length > 0 && approversOf(vault).length > 0) {
    requireApproval(session, 'company-rule', scope, exact)
  }
}

/** The same, whatever the rule says. */
export function requireApproval(
  session: Session,
  act: ApprovalAct,
  scope: Act,
  exactScope?: ExactScope,
): void {
  const { approvals } = session.open()
  const now = session.now()
  const exact = digestOf(exactScope)
  for (const [request, asked] of approvals) {
    if (now - asked.askedAt > 2 * APPROVED_FOR_MS) approvals.delete(request)
    else if (asked.exact === exact && isFor(asked, act, scope) && isApproved(asked, now)) {
      approvals.delete(request)
      return
    }
  }
  if (approvals.size >= MAX_ASKED) approvals.delete([...approvals.keys()][0] ?? '')
  const request = randomBytes(16).toString('hex')
  approvals.set(request, { act, scope, exact, askedAt: now })
  throw new VaultError('second-person-needed', 'a second person must approve this', {
    facts: { ...scope.facts, request, act, action: scope.action },
  })
}

/**
 * The second person types their passphrase on this machine; their key signs what they approve, and the
 * signature goes into the trail with what was signed.
 *
 * @throws VaultError `wrong-passphrase`, `refused` for a request that is unknown or too old
 */
export async function approve(
  session: Session,
  request: string,
  passphrase: Uint8Array,
): Promise<{ name: string }> {
  const { vault, approvals } = session.open()
  const asked = approvals.get(request)
  if (asked === undefined) throw new VaultError('refused', 'nothing was asked for')
  const { act, scope, exact } = asked
  const statement = JSON.stringify({
    statement: 'beian-approval-1',
    vaultId: vault.vaultIdHex,
    act,
    action: scope.action,
    recordId: scope.recordId ?? null,
    facts: scope.facts ?? {},
    exact,
    askedBy: vault.custodianId,
    revision: vault.revision,
    at: session.now(),
  })
  const signature = await vault.approve(
    { kind: 'passphrase', passphrase },
    new TextEncoder().encode(statement),
  )
  const facts = { act, approved: scope.action, approver: signature.custodianName }
  const entry = auditEntry(session, { action: 'approval.given', facts })
  // Texts and numbers are shown; what a verifier needs lies beside them.
  vault.appendAudit([{ ...entry, facts: { ...facts, proof: { statement, signature } } }])
  approvals.set(request, { ...asked, approvedAt: session.now() })
  return { name: signature.custodianName }
}

function digestOf(exact: ExactScope): string {
  return createHash('sha256')
    .update(JSON.stringify(exact ?? null))
    .digest('hex')
}

function isApproved({ approvedAt }: Asked, now: number): boolean {
  return approvedAt !== undefined && now >= approvedAt && now - approvedAt <= APPROVED_FOR_MS
}

function isFor(asked: Asked, act: ApprovalAct, scope: Act): boolean {
  return (
    asked.act === act &&
    asked.scope.action === scope.action &&
    asked.scope.recordId === scope.recordId &&
    isSameFacts(asked.scope.facts ?? {}, scope.facts ?? {})
  )
}

function isSameFacts(one: VaultErrorFacts, other: VaultErrorFacts): boolean {
  const keys = Object.keys(one)
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key])
}
