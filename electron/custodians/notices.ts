import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises'
import type { CustodyNotice } from '../../shared/custodians.ts'
import { auditLine } from '../audit-line.ts'
import { custodianNames } from '../custodian-names.ts'
import { auditEntry } from '../ledger/write.ts'
import type { OpenVault, Session } from '../session.ts'
import type { AuditRecord, Vault } from '../vault/vault.ts'

/** Read without a pause: some milliseconds. */
const PAGE_ENTRIES = 256
/** How long to wait for a long change, such as that of all keys, before looking again. */
const BUSY_MS = 100
/** How far back `latestEntries` goes, in entries. */
const MAX_LATEST = 5000
const TOLD = 'custodians.told'
const CREATED = 'vault.created'
const JOINED = 'slot.joined'
const ADDED = 'slot.custodian-added'

/** What others must hear of: the ways in, what two persons are asked for, and what put another state in place. */
const BY_OTHERS: ReadonlySet<string> = new Set([
  'company-rule.changed',
  'slot.join-added',
  JOINED,
  ADDED,
  'slot.keychain-added',
  'slot.recovery-kit-made',
  'slot.removed',
  'slot.split-kit-made',
  'vault.merged',
  'vault.rekeyed',
  'vault.restored',
  'vault.rollback-accepted',
])

/** What of the trail concerns the notices, newest first; and up to which entry it was looked through. */
type Looked = { upTo: number; entries: readonly AuditRecord[] }

/** What was looked through of each open vault: later only what came since is read. */
const looked = new WeakMap<Vault, Looked>()

/**
 * What happened to the ways in since this custodian was told last, oldest first, however much else came after it. A kit
 * that opened the vault is told to everybody, also to the one whose kit it is: it may have been another who held it.
 *
 * @throws VaultError `vault-locked` when the vault is closed meanwhile
 */
export async function custodyNotices(open: OpenVault): Promise<CustodyNotice[]> {
  const { vault } = open
  if (vault.mode !== 'normal') return []
  const entries = await lookThrough(vault)
  const self = vault.custodianId
  const known = Math.max(0, ...entries.map((entry) => knownUpTo(entry, self) ?? 0))
  // The unlock that this session began with is no news to who made it.
  const own = vault.openedByKit
    ? entries.find((entry) => isKitUnlock(entry) && isOurs(entry))
    : undefined
  const nameOf = custodianNames(open)
  return entries
    .filter((entry) => entry.sequence > known && entry !== own && isNews(entry, self))
    .reverse()
    .map((entry) => {
      const { sequence, at, action, custodianName, facts } = auditLine(open, entry, nameOf)
      return { sequence, at, action, custodianName, ...(facts === undefined ? {} : { facts }) }
    })
}

/** From the end of the trail back to where this custodian was told last, in slices between which others run. */
async function lookThrough(vault: Vault): Promise<readonly AuditRecord[]> {
  const before = looked.get(vault)
  const found: AuditRecord[] = []
  let newest: number | undefined
  let from: number | undefined
  let floor = before?.upTo ?? 0
  do {
    while (vault.isBusy) await pause(BUSY_MS)
    const page = vault.audit({
      limit: PAGE_ENTRIES,
      ...(from === undefined ? {} : { beforeSequence: from }),
    })
    newest ??= page[0]?.sequence ?? 0
    for (const entry of page) {
      if (entry.sequence <= floor) break
      if (isOfNotices(entry)) found.push(entry)
      floor = Math.max(floor, knownUpTo(entry, vault.custodianId) ?? 0)
    }
    from = page.at(-1)?.sequence ?? 0
    await turn()
  } while (from > floor + 1)
  const entries = [...found, ...(before?.entries ?? [])]
  looked.set(vault, { upTo: newest, entries })
  return entries
}

/** The person has read the notices up to this one. */
export function acknowledge(session: Session, sequence: number): void {
  const { vault } = session.open()
  vault.appendAudit([auditEntry(session, { action: TOLD, facts: { upTo: sequence } })])
}

/** The trail from its end, as far back as is worth it for what is nice to know. */
export function* latestEntries(vault: Vault): Generator<AuditRecord, void> {
  let beforeSequence: number | undefined
  for (let searched = 0; searched < MAX_LATEST; searched += PAGE_ENTRIES) {
    const query = {
      limit: PAGE_ENTRIES,
      ...(beforeSequence === undefined ? {} : { beforeSequence }),
    }
    const entries = vault.audit(query)
    yield* entries
    const last = entries.at(-1)
    if (last === undefined || last.sequence <= 1) return
    beforeSequence = last.sequence
  }
}

function isOfNotices(entry: AuditRecord): boolean {
  const { action } = entry
  return action === TOLD || action === CREATED || BY_OTHERS.has(action) || isKitUnlock(entry)
}

/** Up to which entry this one says that the custodian knows: they were told, or came. */
function knownUpTo(entry: AuditRecord, self: string): number | undefined {
  const { action, custodianId, sequence, facts } = entry
  // What they were told in another copy says nothing about this trail.
  if (!isOurs(entry)) return undefined
  if (action === ADDED) return facts?.['ofCustodian'] === self ? sequence : undefined
  if (custodianId !== self) return undefined
  if (action === CREATED || action === JOINED) return sequence
  const upTo = facts?.['upTo']
  return action === TOLD && typeof upTo === 'number' ? Math.min(upTo, sequence) : undefined
}

function isNews(entry: AuditRecord, self: string): boolean {
  if (isKitUnlock(entry)) return true
  return entry.custodianId !== self && BY_OTHERS.has(entry.action)
}

function isKitUnlock({ action, facts }: AuditRecord): boolean {
  if (action !== 'vault.unlocked') return false
  return facts?.['by'] === 'recovery-kit' || facts?.['by'] === 'recovery-shares'
}

/** Whether it stood in this trail from the first: no merge brought it in. */
function isOurs({ facts }: AuditRecord): boolean {
  return facts?.['copyRevision'] === undefined
}
