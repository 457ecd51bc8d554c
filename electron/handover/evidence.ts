import { writtenIds } from '../merge/copy-changes.ts'
import type { AuditRecord, RecordId, Vault } from '../vault/vault.ts'

/** How a custodian came to know a password, by what the audit trail tells; strongest first. */
export const EXPOSURES = ['exported', 'printed', 'copied', 'revealed', 'registered'] as const
export type Exposure = (typeof EXPOSURES)[number]

/** One kind of exposure since a moment. */
export type ExposureFact = { how: Exposure; count: number; lastAt: number }

/** What each custodian did to each password, from the audit trail. */
export type Evidence = {
  /**
   * How the custodian came to know the password, by what happened after `sinceAt` (Unix ms).
   *
   * @param createdAt - Unix ms; an export of everything only holds what was there.
   */
  exposures(
    custodianId: string,
    credentialId: RecordId,
    sinceAt: number,
    createdAt: number,
  ): ExposureFact[]
  /** When a value was last registered up to a moment (Unix ms), as the trail tells; 0: never. */
  registeredBefore(credentialId: RecordId, at: number): number
  /** Whether the custodian made this record. */
  isMadeBy(custodianId: string, recordId: RecordId): boolean
}

/** Keeps what was read of the trail of one vault; each time only what was written since is read. */
export type EvidenceReader = { of(vault: Vault): Evidence }

/** What shows that a password was seen. */
const EXPOSING: Readonly<Record<string, Exposure>> = {
  'credential.reveal': 'revealed',
  'credential.copy': 'copied',
  'credential.copy-code': 'copied',
  'credential.print': 'printed',
  'credential.export': 'exported',
  'credential.register': 'registered',
}

/** What takes every password out at once. */
const EXPOSING_ALL: Readonly<Record<string, Exposure>> = {
  'exchange.export-archive': 'exported',
}

/** What brings passwords in that who did it must have had. */
const BRINGING: ReadonlySet<string> = new Set(['ledger.import', 'exchange.import'])
const MAKING: ReadonlySet<string> = new Set(['record.create', 'filing.create'])
const PAGE_ENTRIES = 1000

type Seen = Map<string, Partial<Record<Exposure, number[]>>>

export function createEvidenceReader(): EvidenceReader {
  let known: { vault: Vault; trail: Trail } | undefined
  return {
    of(vault) {
      if (known?.vault !== vault) known = { vault, trail: emptyTrail() }
      takeIn(vault, known.trail)
      return evidenceOf(known.trail)
    },
  }
}

type Trail = {
  sequence: number
  /** Key: custodian and credential. */
  seen: Seen
  /** By custodian: exports of everything. */
  all: Seen
  registered: Map<RecordId, number[]>
  made: Set<string>
}

function emptyTrail(): Trail {
  return { sequence: 0, seen: new Map(), all: new Map(), registered: new Map(), made: new Set() }
}

function takeIn(vault: Vault, trail: Trail): void {
  const fresh: AuditRecord[] = []
  let beforeSequence: number | undefined
  for (;;) {
    const page = vault.audit({
      limit: PAGE_ENTRIES,
      ...(beforeSequence === undefined ? {} : { beforeSequence }),
    })
    for (const entry of page) if (entry.sequence > trail.sequence) fresh.push(entry)
    const oldest = page.at(-1)?.sequence
    if (oldest === undefined || oldest <= trail.sequence + 1) break
    beforeSequence = oldest
  }
  for (const entry of fresh.reverse()) takeEntry(trail, entry)
}

function takeEntry(trail: Trail, entry: AuditRecord): void {
  const { action, at, custodianId, recordId, sequence } = entry
  trail.sequence = sequence
  const how = EXPOSING[action]
  if (how !== undefined && recordId !== undefined) {
    note(trail.seen, `${custodianId} ${recordId}`, how, at)
  }
  if (action === 'credential.register' && recordId !== undefined) {
    trail.registered.set(recordId, [...(trail.registered.get(recordId) ?? []), at])
  }
  const ofAll = EXPOSING_ALL[action]
  if (ofAll !== undefined) note(trail.all, custodianId, ofAll, at)
  const isBrought = BRINGING.has(action)
  if (!isBrought && !MAKING.has(action)) return
  for (const id of writtenIds(entry)) {
    trail.made.add(`${custodianId} ${id}`)
    if (isBrought || id === recordId) note(trail.seen, `${custodianId} ${id}`, 'registered', at)
  }
}

function note(seen: Seen, key: string, how: Exposure, at: number): void {
  const facts = seen.get(key) ?? {}
  const times = facts[how]
  if (times === undefined) facts[how] = [at]
  else times.push(at)
  seen.set(key, facts)
}

function evidenceOf(trail: Trail): Evidence {
  return {
    exposures(custodianId, credentialId, sinceAt, createdAt) {
      const own = trail.seen.get(`${custodianId} ${credentialId}`)
      const all = trail.all.get(custodianId)
      if (own === undefined && all === undefined) return []
      const found: ExposureFact[] = []
      for (const how of EXPOSURES) {
        const times = [
          ...(own?.[how] ?? []),
          ...(all?.[how] ?? []).filter((at) => at >= createdAt),
        ].filter((at) => at > sinceAt)
        if (times.length > 0) found.push({ how, count: times.length, lastAt: Math.max(...times) })
      }
      return found
    },
    // Entries that a merge brought in stand behind later ones.
    registeredBefore: (credentialId, at) =>
      (trail.registered.get(credentialId) ?? []).reduce(
        (latest, one) => (one <= at ? Math.max(latest, one) : latest),
        0,
      ),
    isMadeBy: (custodianId, recordId) => trail.made.has(`${custodianId} ${recordId}`),
  }
}
