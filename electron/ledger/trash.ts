import { VaultError } from '../../shared/errors.ts'
import type { LedgerRecord, RecordKind } from '../../shared/records/record.ts'
import { recordTitle } from '../../shared/records/record-title.ts'
import type { Session } from '../session.ts'
import type { AttachmentChanges, RecordId } from '../vault/vault.ts'
import { referencesOf } from './references.ts'
import type { RecordStore } from './store.ts'
import { allUsersOf, overviewOf, requireRecord, usersOf } from './store.ts'
import type { Act, LedgerChange } from './write.ts'
import { writeRecords } from './write.ts'

/**
 * Puts records into the trash, with all that is theirs alone: an entity takes its services, credentials
 * and papers, a service its domains and credentials, a person their papers. People, providers and channels stay.
 *
 * @throws VaultError `record-in-use` when a filing that stays needs one of them; nothing is trashed then.
 */
export function trashRecords(
  session: Session,
  ids: readonly RecordId[],
): { undoToken: number; count: number } {
  const { ledger } = session.open()
  const chosen = new Map<RecordId, LedgerRecord>()
  for (const id of ids) {
    const record = requireRecord(ledger, id)
    // A rule that asks for two persons is changed by an act of its own, or it would be none.
    if (record.kind === 'company-rule') throw inUse(record, record, 1)
    if (record.trashedAt === undefined) addWithBelongings(ledger, record, chosen)
  }
  for (const record of chosen.values()) requireUnused(ledger, record, chosen)
  const trashedAt = session.now()
  const changes = Array.from(
    chosen.values(),
    (record): LedgerChange => ({
      type: 'put',
      id: record.id,
      overview: { ...overviewOf(record), trashedAt },
      expectedRevision: record.revision,
    }),
  )
  return { ...write(session, 'record.trash', changes), count: changes.length }
}

/**
 * Takes records out of the trash, with what went into it together with them, and whatever they need.
 *
 * @throws VaultError `record-not-found`
 */
export function restoreRecords(
  session: Session,
  ids: readonly RecordId[],
): { undoToken: number; count: number } {
  const { ledger } = session.open()
  const chosen = new Map<RecordId, LedgerRecord>()
  for (const id of ids) addWithNeeds(ledger, requireRecord(ledger, id), chosen)
  const changes = Array.from(chosen.values(), (record): LedgerChange => {
    const { trashedAt: _trashedAt, ...overview } = overviewOf(record)
    return { type: 'put', id: record.id, overview, expectedRevision: record.revision }
  })
  return { ...write(session, 'record.restore', changes), count: changes.length }
}

/**
 * Removes records for good, with what in the trash cannot be without them. Cannot be taken back.
 *
 * @throws VaultError `record-in-use` when one of them is not in the trash, or something outside needs it.
 */
export function purgeRecords(session: Session, ids: readonly RecordId[]): { count: number } {
  const { ledger } = session.open()
  const chosen = new Map<RecordId, LedgerRecord>()
  for (const id of ids) {
    const record = requireRecord(ledger, id)
    if (record.trashedAt === undefined) throw inUse(record, record, 1)
    addDependents(ledger, record, chosen)
  }
  for (const record of chosen.values()) requireUnused(ledger, record, chosen)
  const purged = Array.from(chosen.keys(), (id): LedgerChange => ({ type: 'delete', id }))
  const attachments = { added: [], removedIds: contentsOf(session, chosen) }
  writeRecords(session, purged, purgeActs([...chosen.values()]), attachments)
  // Nothing of what was purged is kept, not even to take earlier changes back.
  ledger.undo.entries = ledger.undo.entries.filter(
    (entry) => !entry.inverse.some((change) => chosen.has(change.id)),
  )
  return { count: purged.length }
}

/**
 * One act for all, and of each password its name, in an entry of its own: the one outside is the same, and whoever
 * takes over from who purged it must know which (交接).
 */
function purgeActs(purged: readonly LedgerRecord[]): Act[] {
  const action = 'record.purge'
  const [first, ...others] = purged
  if (first === undefined) return []
  const nameOf = (record: LedgerRecord) =>
    record.kind === 'credential' && record.hasSecret
      ? { kind: record.kind, title: recordTitle(record) }
      : {}
  const facts = { count: purged.length, ...nameOf(first) }
  const named = others.filter(({ kind, hasSecret }) => kind === 'credential' && hasSecret)
  return [
    { action, recordId: first.id, facts },
    ...named.map((record) => ({ action, recordId: record.id, facts: nameOf(record) })),
  ]
}

function addWithBelongings(
  store: RecordStore,
  record: LedgerRecord,
  chosen: Map<RecordId, LedgerRecord>,
): void {
  if (chosen.has(record.id)) return
  chosen.set(record.id, record)
  for (const belonging of belongingsOf(store, record)) addWithBelongings(store, belonging, chosen)
}

/** What makes no sense without the record. */
function belongingsOf(store: RecordStore, { id, kind }: LedgerRecord): LedgerRecord[] {
  const papers = usersOf(store, id, 'document').filter((paper) => isOnlyOf(paper, id))
  if (kind === 'entity') {
    const letters = usersOf(store, id, 'letter')
    return [
      ...usersOf(store, id, 'service'),
      ...usersOf(store, id, 'credential'),
      ...papers,
      ...letters.filter(({ data }) => data.entityId === id),
    ]
  }
  if (kind === 'service')
    return [...usersOf(store, id, 'domain'), ...usersOf(store, id, 'credential'), ...papers]
  return papers
}

/** An entity's papers and a person's are theirs; one of a service or a domain stays with whoever else it names. */
function isOnlyOf({ data }: LedgerRecord<'document'>, id: RecordId): boolean {
  const { entityId, contactId, serviceId } = data
  if (entityId === id || contactId === id) return true
  if (entityId !== undefined || contactId !== undefined) return false
  return serviceId === undefined || serviceId === id
}

/** Kinds that take others with them into the trash and bring them back. */
const HAVING_BELONGINGS: ReadonlySet<RecordKind> = new Set([
  'entity',
  'service',
  'domain',
  'contact',
])

/** Kinds that do without what they name. */
const STAYING: ReadonlySet<RecordKind> = new Set(['contact', 'document', 'letter'])

/** A contact's employer may go, a paper's service, and what a letter names: they stay. Everything else that is named must stay with its user. */
function requireUnused(
  store: RecordStore,
  record: LedgerRecord,
  chosen: ReadonlyMap<RecordId, LedgerRecord>,
): void {
  const users = allUsersOf(store, record)
  let first: LedgerRecord | undefined
  let count = 0
  for (const user of users) {
    if (user.trashedAt !== undefined || chosen.has(user.id)) continue
    if (STAYING.has(user.kind)) continue
    first ??= user
    count += 1
  }
  if (first !== undefined) throw inUse(record, first, count)
}

function inUse(record: LedgerRecord, user: LedgerRecord, count: number): VaultError {
  return new VaultError('record-in-use', 'another record needs it', {
    facts: { name: recordTitle(record), user: recordTitle(user), count },
  })
}

function addWithNeeds(
  store: RecordStore,
  record: LedgerRecord,
  chosen: Map<RecordId, LedgerRecord>,
): void {
  const { trashedAt } = record
  if (trashedAt === undefined || chosen.has(record.id)) return
  chosen.set(record.id, record)
  for (const { id } of referencesOf(record)) {
    const needed = store.records.get(id)
    if (needed !== undefined) addWithNeeds(store, needed, chosen)
  }
  if (!HAVING_BELONGINGS.has(record.kind)) return
  for (const user of allUsersOf(store, record)) {
    if (user.trashedAt === trashedAt) addWithNeeds(store, user, chosen)
  }
}

function addDependents(
  store: RecordStore,
  record: LedgerRecord,
  chosen: Map<RecordId, LedgerRecord>,
): void {
  if (chosen.has(record.id)) return
  chosen.set(record.id, record)
  if (!HAVING_BELONGINGS.has(record.kind)) return
  for (const user of allUsersOf(store, record)) {
    if (user.trashedAt === undefined || user.kind === 'contact') continue
    if (user.kind === 'document' && !isOnlyOf(user, record.id)) continue
    if (user.kind === 'letter' && user.data.entityId !== record.id) continue
    addDependents(store, user, chosen)
  }
}

/** Every content that was ever put beside one of the papers, also those taken out of it since. */
function contentsOf(session: Session, chosen: ReadonlyMap<RecordId, LedgerRecord>): RecordId[] {
  const hasPapers = [...chosen.values()].some((record) => record.kind === 'document')
  if (!hasPapers) return []
  const { vault } = session.open()
  return vault
    .attachments()
    .filter(({ ownerId }) => chosen.has(ownerId))
    .map(({ id }) => id)
}

function write(
  session: Session,
  action: string,
  changes: LedgerChange[],
  attachments?: AttachmentChanges,
): { undoToken: number } {
  const facts = { count: changes.length }
  const recordId = changes[0]?.id
  const act = recordId === undefined ? { action, facts } : { action, recordId, facts }
  return writeRecords(session, changes, [act], attachments)
}
