import type { CustodyNotice } from '../../shared/custodians.ts'
import { auditLine } from '../audit-line.ts'
import { custodianNames } from '../custodian-names.ts'
import { auditEntry } from '../ledger/write.ts'
import type { OpenVault, Session } from '../session.ts'
import type { AuditRecord, Vault } from '../vault/vault.ts'

const PAGE = 500
/** How far back the trail is looked through, in entries. */
const MAX_SEARCHED = 5000
const TOLD = 'custodians.told'

/** What others must hear of: the ways in, and what two persons are asked for. */
const BY_OTHERS: ReadonlySet<string> = new Set([
  'company-rule.changed',
  'slot.custodian-added',
  'slot.joined',
  'slot.split-kit-made',
  'vault.rekeyed',
])

/**
 * What happened to the ways in since this custodian was told last, oldest first. A kit that opened the vault
 * is told to everybody, also to the one whose kit it is: it may have been another who held it.
 */
export function custodyNotices(open: OpenVault): CustodyNotice[] {
  const { vault } = open
  if (vault.mode !== 'normal') return []
  const found: AuditRecord[] = []
  let isOwnUnlockSeen = !vault.openedByKit
  for (const entry of latestEntries(vault)) {
    if (isStart(entry, vault.custodianId)) break
    // The unlock that this session began with is no news to who made it.
    if (!isOwnUnlockSeen && entry.action === 'vault.unlocked') isOwnUnlockSeen = true
    else if (isNews(entry, vault.custodianId)) found.push(entry)
  }
  const nameOf = custodianNames(open)
  return found.reverse().map((entry) => {
    const { sequence, at, action, custodianName, facts } = auditLine(open, entry, nameOf)
    return { sequence, at, action, custodianName, ...(facts === undefined ? {} : { facts }) }
  })
}

/** The person has read the notices up to this one. */
export function acknowledge(session: Session, sequence: number): void {
  const { vault } = session.open()
  vault.appendAudit([auditEntry(session, { action: TOLD, facts: { upTo: sequence } })])
}

/** The trail from its end, as far back as is worth it. */
export function* latestEntries(vault: Vault): Generator<AuditRecord, void> {
  let beforeSequence: number | undefined
  for (let searched = 0; searched < MAX_SEARCHED; searched += PAGE) {
    const query = { limit: PAGE, ...(beforeSequence === undefined ? {} : { beforeSequence }) }
    const entries = vault.audit(query)
    yield* entries
    const last = entries.at(-1)
    if (last === undefined || last.sequence <= 1) return
    beforeSequence = last.sequence
  }
}

/** From where on this custodian knows: when they were told last, or came. */
function isStart({ action, custodianId }: AuditRecord, self: string): boolean {
  return custodianId === self && [TOLD, 'slot.joined', 'vault.created'].includes(action)
}

function isNews({ action, custodianId, facts }: AuditRecord, self: string): boolean {
  if (action !== 'vault.unlocked') return custodianId !== self && BY_OTHERS.has(action)
  return facts?.['by'] === 'recovery-kit' || facts?.['by'] === 'recovery-shares'
}
