import { setImmediate } from 'node:timers/promises'
import {
  type AuditGroup,
  type AuditTone,
  auditGroupOf,
  auditToneOf,
} from '../../shared/audit-groups.ts'
import { type CalendarDay, dayOf } from '../../shared/calendar-day.ts'
import type { AuditFilter } from '../../shared/contract/audit.ts'
import { plainFacts } from '../audit-line.ts'
import type { AuditRecord, RecordId, Vault } from '../vault/vault.ts'

const PAGE_ENTRIES = 256

/** What filters and reports ask of an entry; small, for there may be hundreds of thousands. */
export type IndexedEntry = {
  at: number
  day: string
  action: string
  group: AuditGroup
  tone: AuditTone
  custodianId: string
  recordId: RecordId | undefined
  /** Records that its transaction changed, where they are others than `recordId`. */
  changedIds: readonly RecordId[] | undefined
  /** Its facts, in lower case. */
  text: string
}

/** The trail in memory, opened once when somebody first filters it. */
export type AuditIndex = {
  /** Takes in what was written since. */
  refresh(): Promise<void>
  readonly count: number
  /** Sequences of the entries that fit, newest first. */
  find(filter: AuditFilter, scope: FilterScope): number[]
  /** Tells every entry of these days, oldest first. */
  each(fromOn: CalendarDay, toOn: CalendarDay, visit: (entry: IndexedEntry) => void): void
  /** How many entries there are of each person. */
  people(): Map<string, number>
}

/** What a filter means with the ledger of today. */
export type FilterScope = {
  /** The record that is asked for, and those that belong to it. */
  aboutIds: ReadonlySet<RecordId> | undefined
  /** Lower case; empty where the record is gone. */
  titleOf(id: RecordId): string
  nameOf(custodianId: string): string
}

/** The index of whatever vault is open: made when first asked for, gone with the vault. */
export function createIndexKeeper(): (vault: Vault) => AuditIndex {
  let known: { vault: Vault; index: AuditIndex } | undefined
  return (vault) => {
    if (known?.vault !== vault) known = { vault, index: createAuditIndex(vault) }
    return known.index
  }
}

export function createAuditIndex(vault: Pick<Vault, 'audit'>): AuditIndex {
  const entries: IndexedEntry[] = []
  let running: Promise<void> | undefined

  return {
    get count() {
      return entries.length
    },
    refresh() {
      running ??= takeIn(vault, entries).finally(() => {
        running = undefined
      })
      return running
    },
    find(filter, scope) {
      const isWanted = matcherOf(filter, scope)
      const found: number[] = []
      for (let at = entries.length - 1; at >= 0; at -= 1) {
        const entry = entries[at]
        if (entry !== undefined && isWanted(entry)) found.push(at + 1)
      }
      return found
    },
    each(fromOn, toOn, visit) {
      for (const entry of entries) if (entry.day >= fromOn && entry.day <= toOn) visit(entry)
    },
    people() {
      const counts = new Map<string, number>()
      for (const { custodianId } of entries) {
        counts.set(custodianId, (counts.get(custodianId) ?? 0) + 1)
      }
      return counts
    },
  }
}

/** The vault gives the newest first and checks each against the one before it. */
async function takeIn(vault: Pick<Vault, 'audit'>, entries: IndexedEntry[]): Promise<void> {
  const fresh: IndexedEntry[] = []
  const known = entries.length
  let beforeSequence: number | undefined
  while (beforeSequence === undefined || beforeSequence > known + 1) {
    const missing = beforeSequence === undefined ? PAGE_ENTRIES : beforeSequence - 1 - known
    const limit = Math.min(PAGE_ENTRIES, missing)
    const page: AuditRecord[] = vault.audit({
      limit,
      ...(beforeSequence === undefined ? {} : { beforeSequence }),
    })
    for (const record of page) {
      if (record.sequence > known) fresh.push(indexed(record))
    }
    const oldest = page.at(-1)?.sequence
    if (oldest === undefined || oldest === 1) break
    beforeSequence = oldest
    // Other calls are answered in between.
    await setImmediate()
  }
  for (const entry of fresh.reverse()) entries.push(entry)
}

function indexed({ action, at, custodianId, recordId, changes, facts }: AuditRecord): IndexedEntry {
  const others = changes.filter(({ id }) => id !== recordId)
  return {
    at,
    day: dayOf(at),
    action,
    group: auditGroupOf(action),
    tone: auditToneOf(action, facts?.['by']),
    custodianId,
    recordId,
    changedIds: others.length === 0 ? undefined : others.map(({ id }) => id),
    text: Object.values(plainFacts(facts) ?? {})
      .join(' ')
      .toLowerCase(),
  }
}

function matcherOf(filter: AuditFilter, scope: FilterScope): (entry: IndexedEntry) => boolean {
  const { group, custodianId, fromOn = '', toOn = '9999-12-31' } = filter
  const { aboutIds } = scope
  const words = (filter.words ?? []).map(({ text, actions }) => ({
    text: text.toLowerCase(),
    actions: new Set(actions),
  }))
  return (entry) => {
    if (
      group === 'notable' ? entry.tone === 'plain' : group !== undefined && entry.group !== group
    ) {
      return false
    }
    if (custodianId !== undefined && entry.custodianId !== custodianId) return false
    if (entry.day < fromOn || entry.day > toOn) return false
    if (aboutIds !== undefined && !isAbout(entry, aboutIds)) return false
    return words.every(({ text, actions }) => {
      if (actions.has(entry.action) || entry.text.includes(text)) return true
      if (scope.nameOf(entry.custodianId).includes(text)) return true
      return entry.recordId !== undefined && scope.titleOf(entry.recordId).includes(text)
    })
  }
}

function isAbout({ recordId, changedIds }: IndexedEntry, ids: ReadonlySet<RecordId>): boolean {
  if (recordId !== undefined && ids.has(recordId)) return true
  return changedIds?.some((id) => ids.has(id)) === true
}
