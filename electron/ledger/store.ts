import { randomBytes } from 'node:crypto'
import { VaultError } from '../../shared/errors.ts'
import type { LedgerRecord, RecordKind, RecordOverview } from '../../shared/records/record.ts'
import { RECORD_KINDS } from '../../shared/records/record.ts'
import type { OpenRecord, RecordId } from '../vault/vault.ts'
import { referencesOf } from './references.ts'

/** All opened overviews, trashed ones included, and who names whom. */
export type RecordStore = {
  readonly records: Map<RecordId, LedgerRecord>
  readonly kinds: { readonly [K in RecordKind]: Map<RecordId, LedgerRecord<K>> }
  /** For each record the ids of those that name it, once per place. */
  readonly users: Map<RecordId, RecordId[]>
}

/** Records of kinds that this version does not know are left alone in the file. */
export function createStore(opened: Iterable<OpenRecord>): RecordStore {
  const store: RecordStore = {
    records: new Map(),
    kinds: {
      entity: new Map(),
      service: new Map(),
      domain: new Map(),
      provider: new Map(),
      contact: new Map(),
      channel: new Map(),
      credential: new Map(),
    },
    users: new Map(),
  }
  for (const { id, revision, overview, hasSecret } of opened) {
    if (!isKnownKind(overview['kind'])) continue
    // `as`: the vault authenticated what this app had checked against the schema before sealing it.
    putRecord(store, ledgerRecord(id, revision, hasSecret, overview as RecordOverview))
  }
  return store
}

/** Joins an overview with what the file tells of its row. */
export function ledgerRecord(
  id: RecordId,
  revision: number,
  hasSecret: boolean,
  overview: RecordOverview,
): LedgerRecord {
  const { kind, data, createdAt, updatedAt, trashedAt } = overview
  const record = { id, revision, hasSecret, kind, data, createdAt, updatedAt }
  // `as`: kind and data come from one overview, so they fit each other.
  return (trashedAt === undefined ? record : { ...record, trashedAt }) as LedgerRecord
}

/** What of a record is sealed as its overview. */
export function overviewOf(record: LedgerRecord): RecordOverview {
  const { kind, data, createdAt, updatedAt, trashedAt } = record
  const overview = { kind, data, createdAt, updatedAt }
  // `as`: see ledgerRecord.
  return (trashedAt === undefined ? overview : { ...overview, trashedAt }) as RecordOverview
}

/** Adds a record or takes the place of its older form. */
export function putRecord(store: RecordStore, record: LedgerRecord): void {
  const before = store.records.get(record.id)
  if (before !== undefined) unlink(store, before)
  store.records.set(record.id, record)
  // `as`: the map of a record's own kind.
  const ofKind = store.kinds[record.kind] as Map<RecordId, LedgerRecord>
  ofKind.set(record.id, record)
  for (const { id } of referencesOf(record)) {
    const users = store.users.get(id)
    if (users === undefined) store.users.set(id, [record.id])
    else users.push(record.id)
  }
}

/** Forgets a record that is no longer in the file. */
export function removeRecord(store: RecordStore, id: RecordId): void {
  const before = store.records.get(id)
  if (before === undefined) return
  unlink(store, before)
  store.records.delete(id)
  store.kinds[before.kind].delete(id)
}

/** The record, unless it is in the trash, of another kind, or not there. */
export function liveRecord<K extends RecordKind>(
  store: RecordStore,
  kind: K,
  id: RecordId | undefined,
): LedgerRecord<K> | undefined {
  if (id === undefined) return undefined
  const record = store.kinds[kind].get(id)
  return record === undefined || record.trashedAt !== undefined ? undefined : record
}

/** All of a kind that are not in the trash, oldest first as far as the file keeps the order. */
export function* liveRecords<K extends RecordKind>(
  store: RecordStore,
  kind: K,
): Generator<LedgerRecord<K>, void> {
  for (const record of store.kinds[kind].values()) {
    if (record.trashedAt === undefined) yield record
  }
}

/** The records of a kind that name `id` and are not in the trash, each once. */
export function usersOf<K extends RecordKind>(
  store: RecordStore,
  id: RecordId,
  kind: K,
): LedgerRecord<K>[] {
  const users = store.users.get(id)
  if (users === undefined) return []
  const ofKind = store.kinds[kind]
  const found: LedgerRecord<K>[] = []
  for (const userId of users) {
    const user = ofKind.get(userId)
    if (user !== undefined && user.trashedAt === undefined) found.push(user)
  }
  return found.length > 1 ? [...new Set(found)] : found
}

/** @throws VaultError `record-not-found` */
export function requireRecord(store: RecordStore, id: RecordId): LedgerRecord {
  const record = store.records.get(id)
  if (record === undefined) throw new VaultError('record-not-found', 'there is no such record')
  return record
}

/** @throws VaultError `record-not-found`, also when it is in the trash or of another kind. */
export function requireLive<K extends RecordKind>(
  store: RecordStore,
  kind: K,
  id: RecordId,
): LedgerRecord<K> {
  const record = liveRecord(store, kind, id)
  if (record === undefined) throw new VaultError('record-not-found', `there is no such ${kind}`)
  return record
}

/** 16 random bytes in hex. */
export function newRecordId(): RecordId {
  return randomBytes(16).toString('hex')
}

function unlink(store: RecordStore, record: LedgerRecord): void {
  for (const { id } of referencesOf(record)) {
    const users = store.users.get(id)
    if (users === undefined) continue
    const at = users.lastIndexOf(record.id)
    if (at !== -1) users.splice(at, 1)
    if (users.length === 0) store.users.delete(id)
  }
}

function isKnownKind(kind: unknown): kind is RecordKind {
  return RECORD_KINDS.some((known) => known === kind)
}
