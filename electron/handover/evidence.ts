import type { LedgerRecord } from '../../shared/records/record.ts'
import { writtenIds } from '../merge/copy-changes.ts'
import type { AuditRecord, RecordId, Vault } from '../vault/vault.ts'

/** How a custodian came to know a password, by what the audit trail tells; strongest first. */
export const EXPOSURES = ['exported', 'printed', 'copied', 'revealed', 'registered'] as const
export type Exposure = (typeof EXPOSURES)[number]

/** One kind of exposure since a moment. */
export type ExposureFact = { how: Exposure; count: number; lastAt: number }

/**
 * When something happened: by a clock (Unix ms), and by its place in the trail. The place is what counts: a clock can
 * be set back. An entry that a merge brought in has none of its own, it stands behind later ones.
 */
export type Moment = { at: number; sequence?: number }

/** What each custodian did to each password, from the audit trail. */
export type Evidence = {
  /** How the custodian came to know the password, by what happened after `since`, or at it too. */
  exposures(
    custodianId: string,
    credential: Pick<LedgerRecord, 'id' | 'createdAt'>,
    since: Moment,
    isIncluded?: boolean,
  ): ExposureFact[]
  /** When a new value was last registered up to a moment (Unix ms), as the trail tells. */
  registeredBefore(credentialId: RecordId, at: number): Moment
  /** The registration that a record tells of, in the trail: whatever act wrote the record then. */
  registration(credentialId: RecordId, at: number): Moment
  /** Whether the custodian made this record. */
  isMadeBy(custodianId: string, recordId: RecordId): boolean
  /** When the custodian last put a record out of sight (Unix ms); undefined: it was somebody else, or nobody. */
  hiddenBy(custodianId: string, recordId: RecordId, how: 'trashed' | 'retired'): number | undefined
  /** Passwords that the custodian removed for good, by the names they had. */
  purgedBy(custodianId: string): Purged[]
  /** Whom the custodian let in, and whom those let in, by custodian id; with the moment (Unix ms). */
  letInBy(custodianId: string): ReadonlyMap<string, { name: string; at: number }>
  /** Whether somebody else than `others` wrote the record after a moment (Unix ms). */
  writtenAfter(recordId: RecordId, at: number, others: readonly string[]): number | undefined
}

/** How a password goes out of sight, though the one outside is the same. */
export type Hiding = 'trashed' | 'purged' | 'retired'
export type Purged = { id: RecordId; title: string; at: number }

/** Keeps what was read of the trail of one vault; each time only what was written since is read. */
export type EvidenceReader = { of(vault: Vault): Evidence }

/** What shows that a password was seen. */
const EXPOSING: Readonly<Record<string, Exposure>> = {
  'credential.reveal': 'revealed',
  // An undone change makes a past value the present one.
  'credential.reveal-past': 'revealed',
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
/** Takes the last of those back: it was cancelled and came to no file. */
const UNDOING: Readonly<Record<string, Exposure>> = {
  'exchange.archive-cancelled': 'exported',
}
/** As long as it was only copied: what is sealed then could have been taken away before it was cancelled. */
const UNDONE_STEP = 'copy'
const PAGE_ENTRIES = 1000

type Seen = Map<string, Partial<Record<Exposure, Moment[]>>>

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
  registered: Map<RecordId, Moment[]>
  written: Map<RecordId, (Moment & { by: string })[]>
  /** Key: record. Who put it there last. */
  trashed: Map<RecordId, { by: string; at: number }>
  retired: Map<RecordId, { by: string; at: number }>
  purged: Map<RecordId, Purged & { by: string }>
  /** Key: custodian who was let in. */
  letIn: Map<string, { by: string; name: string; at: number }>
  /** Key: custodian and record. */
  made: Set<string>
  madeAt: Map<RecordId, Moment>
}

function emptyTrail(): Trail {
  return {
    sequence: 0,
    seen: new Map(),
    all: new Map(),
    registered: new Map(),
    written: new Map(),
    trashed: new Map(),
    retired: new Map(),
    purged: new Map(),
    letIn: new Map(),
    made: new Set(),
    madeAt: new Map(),
  }
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
  const { action, at, custodianId, recordId, sequence, facts } = entry
  trail.sequence = sequence
  const moment = facts?.['copyRevision'] === undefined ? { at, sequence } : { at }
  const how = EXPOSING[action]
  if (how !== undefined && recordId !== undefined) {
    note(trail.seen, `${custodianId} ${recordId}`, how, moment)
  }
  // Who sets a value by the form knows it.
  if (action === 'record.update' && recordId !== undefined && facts?.['secretTouched'] === 1) {
    note(trail.seen, `${custodianId} ${recordId}`, 'registered', moment)
  }
  if (action === 'credential.register' && recordId !== undefined && !facts?.['sameValue']) {
    add(trail.registered, recordId, moment)
  }
  const written = writtenIds(entry)
  const writing = { ...moment, by: custodianId }
  for (const id of written) add(trail.written, id, writing)
  takeHiding(trail, entry, written)
  const ofAll = EXPOSING_ALL[action]
  if (ofAll !== undefined) note(trail.all, custodianId, ofAll, moment)
  const undone = UNDOING[action]
  if (undone !== undefined && facts?.['at'] === UNDONE_STEP)
    trail.all.get(custodianId)?.[undone]?.pop()
  const isBrought = BRINGING.has(action)
  if (!isBrought && !MAKING.has(action)) return
  for (const id of written) {
    trail.made.add(`${custodianId} ${id}`)
    trail.madeAt.set(id, moment)
    if (isBrought || id === recordId) note(trail.seen, `${custodianId} ${id}`, 'registered', moment)
  }
}

function takeHiding(trail: Trail, entry: AuditRecord, written: readonly RecordId[]): void {
  const { action, at, custodianId: by, recordId, facts } = entry
  if (action === 'record.trash') for (const id of written) trail.trashed.set(id, { by, at })
  if (action === 'slot.join-added') {
    const { ofCustodian, name } = facts ?? {}
    if (typeof ofCustodian === 'string') {
      trail.letIn.set(ofCustodian, { by, at, name: typeof name === 'string' ? name : '' })
    }
  }
  if (recordId === undefined) return
  if (facts?.['retired'] === 1) trail.retired.set(recordId, { by, at })
  const title = facts?.['title']
  if (action === 'record.purge' && typeof title === 'string') {
    trail.purged.set(recordId, { id: recordId, title, at, by })
  }
}

function add<T>(all: Map<RecordId, T[]>, id: RecordId, moment: T): void {
  const moments = all.get(id)
  if (moments === undefined) all.set(id, [moment])
  else moments.push(moment)
}

function note(seen: Seen, key: string, how: Exposure, moment: Moment): void {
  const facts = seen.get(key) ?? {}
  const moments = facts[how]
  if (moments === undefined) facts[how] = [moment]
  else moments.push(moment)
  seen.set(key, facts)
}

/** Whether one came after the other: by their places in the trail where both have one. */
function isAfter(one: Moment, other: Moment): boolean {
  return one.sequence === undefined || other.sequence === undefined
    ? one.at > other.at
    : one.sequence > other.sequence
}

function isSame(one: Moment, other: Moment): boolean {
  return one.at === other.at && one.sequence === other.sequence
}

/** Before everything. */
export const NEVER: Moment = { at: 0 }
/** A record and the entry that tells of it are written in one act, each with its own look at the clock. */
const SAME_ACT_MS = 10_000

function evidenceOf(trail: Trail): Evidence {
  return {
    exposures(custodianId, { id, createdAt }, since, isIncluded = false) {
      const own = trail.seen.get(`${custodianId} ${id}`)
      const all = trail.all.get(custodianId)
      if (own === undefined && all === undefined) return []
      // An export of everything only holds what was there.
      const made = trail.madeAt.get(id) ?? { at: createdAt }
      const found: ExposureFact[] = []
      for (const how of EXPOSURES) {
        const moments = [
          ...(own?.[how] ?? []),
          ...(all?.[how] ?? []).filter((one) => !isAfter(made, one)),
        ].filter((one) => isAfter(one, since) || (isIncluded && isSame(one, since)))
        const lastAt = Math.max(...moments.map(({ at }) => at))
        if (moments.length > 0) found.push({ how, count: moments.length, lastAt })
      }
      return found
    },
    registeredBefore: (credentialId, at) =>
      (trail.registered.get(credentialId) ?? [])
        .filter((one) => one.at <= at)
        .reduce((latest, one) => (isAfter(one, latest) ? one : latest), NEVER),
    registration: (credentialId, at) =>
      (trail.written.get(credentialId) ?? []).find(
        (one) => one.at >= at && one.at - at <= SAME_ACT_MS,
      ) ?? { at },
    isMadeBy: (custodianId, recordId) => trail.made.has(`${custodianId} ${recordId}`),
    hiddenBy(custodianId, recordId, how) {
      // Where no entry tells of it, by an import or another copy, it may have been whoever wrote the record last.
      const last = trail[how].get(recordId) ?? trail.written.get(recordId)?.at(-1)
      return last?.by === custodianId ? last.at : undefined
    },
    purgedBy: (custodianId) => [...trail.purged.values()].filter(({ by }) => by === custodianId),
    letInBy(custodianId) {
      const found = new Map<string, { name: string; at: number }>()
      // Who was let in can let others in only later: one pass in the order of the trail.
      for (const [id, { by, name, at }] of trail.letIn) {
        if (id !== custodianId && (by === custodianId || found.has(by))) found.set(id, { name, at })
      }
      return found
    },
    writtenAfter: (recordId, after, others) =>
      trail.written.get(recordId)?.findLast(({ by, at }) => at > after && !others.includes(by))?.at,
  }
}
