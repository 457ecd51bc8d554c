import { z } from 'zod'
import type { AuditRecord, Vault } from '../vault/vault.ts'

/** The entry by which a second person's approval stands in the trail. */
export const APPROVAL = 'approval.given'

/** What stands in the entry besides what was approved. A merge brings no approval in. */
const OWN_FACTS: ReadonlySet<string> = new Set(['act', 'approved', 'approver', 'proof'])
/** A statement is written down as soon as it is signed: nobody can use one again later. */
const MAX_REVISIONS_BETWEEN = 20
const MAX_BETWEEN_MS = 10 * 60_000

const Id = z.string().regex(/^[0-9a-f]{32}$/)
const Plain = z.union([z.string(), z.number()])

const Proof = z.object({
  statement: z.string().max(100_000),
  signature: z.object({
    custodianId: Id,
    custodianName: z.string(),
    slotId: Id,
    signingKey: z.string(),
    signature: z.string(),
    certificateSequence: z.int().min(1),
  }),
})

/** As `approve` in second-person.ts writes it. */
const Statement = z.object({
  statement: z.literal('beian-approval-1'),
  vaultId: Id,
  act: z.string(),
  action: z.string(),
  recordId: z.string().nullable(),
  facts: z.record(z.string(), z.unknown()),
  askedBy: Id,
  revision: z.number(),
  at: z.number(),
})
type Statement = z.infer<typeof Statement>

/** What was really signed, and by whom. */
export type ApprovalProof = {
  custodianId: string
  facts: Readonly<Record<string, string | number>>
}

/** The outcomes by entry: what stands in the trail does not change, nor do the certificates up to it. */
const checked = new WeakMap<Vault, Map<number, ApprovalProof | undefined>>()

/**
 * What a custodian signed, if this entry says nothing else. Its plain words alone prove nothing: anybody who can write
 * the trail can write them.
 *
 * @returns undefined where the signature is none of this vault's, or is under another statement
 */
export function approvalProof(vault: Vault, entry: AuditRecord): ApprovalProof | undefined {
  let known = checked.get(vault)
  if (known === undefined) {
    known = new Map()
    checked.set(vault, known)
  }
  const { sequence } = entry
  if (!known.has(sequence)) known.set(sequence, check(vault, entry))
  return known.get(sequence)
}

function check(vault: Vault, entry: AuditRecord): ApprovalProof | undefined {
  const proof = Proof.safeParse(entry.facts?.['proof'])
  if (!proof.success) return undefined
  const { statement: text, signature } = proof.data
  const statement = statementIn(text)
  if (statement === undefined || !isOf(statement, vault, entry)) return undefined
  if (signature.custodianId === entry.custodianId) return undefined
  if (!vault.verifySignature(new TextEncoder().encode(text), signature)) return undefined
  const facts = Object.entries(statement.facts).flatMap(([key, value]) => {
    const plain = Plain.safeParse(value)
    return plain.success ? [[key, plain.data] as const] : []
  })
  return { custodianId: signature.custodianId, facts: Object.fromEntries(facts) }
}

function statementIn(text: string): Statement | undefined {
  try {
    return Statement.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

/** Whether the entry says what the statement says, of the same vault, person and moment. */
function isOf(statement: Statement, vault: Vault, entry: AuditRecord): boolean {
  const { facts = {}, custodianId, recordId, revision, at } = entry
  const revisionsBetween = revision - statement.revision
  return (
    statement.vaultId === vault.vaultIdHex &&
    statement.act === facts['act'] &&
    statement.action === facts['approved'] &&
    (recordId === undefined || recordId === statement.recordId) &&
    statement.askedBy === custodianId &&
    revisionsBetween > 0 &&
    revisionsBetween <= MAX_REVISIONS_BETWEEN &&
    Math.abs(at - statement.at) <= MAX_BETWEEN_MS &&
    Object.keys(facts).every((key) => OWN_FACTS.has(key) || facts[key] === statement.facts[key])
  )
}
