import { randomBytes } from 'node:crypto'
import { VaultError } from '../../shared/errors.ts'
import type { LedgerRecord, RecordKind, RecordOverview } from '../../shared/records/record.ts'
import { RECORD_KINDS } from '../../shared/records/record.ts'
import type { OpenRecord, RecordId } from '../vault/vault.ts'
import { visitReferences } from './references.ts'

/** All opened overviews, trashed ones included, and who names whom. */
export type RecordStore = {
  readonly records: Map<RecordId, LedgerRecord>
  readonly kinds: { readonly [K in RecordKind]: Set<LedgerRecord<K>> }
  /** Who names whom, by kind of the one and kind of the other; made when first asked for. */
  readonly links: Map<`${RecordKind}>${RecordKind}`, Links>
}

/** For each record of one kind those of another kind that name it, once per place, trashed ones included. */
export type Links = Map<RecordId, LedgerRecord[]>

/** Records of kinds that this version does not know are left alone in the file. */
export function createStore(opened: Iterable<OpenRecord>): RecordStore {
  const store: RecordStore = {
    records: new Map(),
    kinds: {
      entity: new Set(),
      service: new Set(),
      domain: new Set(),
      provider: new Set(),
      contact: new Set(),
      channel: new Set(),
      credential: new Set(),
      document: new Set(),
      case: new Set(),
      check: new Set(),
      task: new Set(),
      letter: new Set(),
      'guide-addition': new Set(),
      'holiday-notice': new Set(),
      custodian: new Set(),
      'company-rule': new Set(),
      handover: new Set(),
      backup: new Set(),
      drill: new Set(),
    },
    links: new Map(),
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
  if (before !== undefined) forget(store, before)
  store.records.set(record.id, record)
  ofKind(store, record).add(record)
  if (store.links.size === 0) return
  visitReferences(record, (_field, kind, id) => {
    const links = store.links.get(`${record.kind}>${kind}`)
    if (links !== undefined) addLink(links, id, record)
  })
}

/** Forgets a record that is no longer in the file. */
export function removeRecord(store: RecordStore, id: RecordId): void {
  const before = store.records.get(id)
  if (before === undefined) return
  forget(store, before)
  store.records.delete(id)
}

/** The record, in the trash or not, unless it is of another kind or not there. */
export function recordOf<K extends RecordKind>(
  store: RecordStore,
  kind: K,
  id: RecordId | undefined,
): LedgerRecord<K> | undefined {
  if (id === undefined) return undefined
  const record = store.records.get(id)
  // `as`: the kind was just compared.
  return record?.kind === kind ? (record as LedgerRecord<K>) : undefined
}

/** The record, unless it is in the trash, of another kind, or not there. */
export function liveRecord<K extends RecordKind>(
  store: RecordStore,
  kind: K,
  id: RecordId | undefined,
): LedgerRecord<K> | undefined {
  const record = recordOf(store, kind, id)
  return record === undefined || record.trashedAt !== undefined ? undefined : record
}

/** All of a kind that are not in the trash, in no order. */
export function* liveRecords<K extends RecordKind>(
  store: RecordStore,
  kind: K,
): Generator<LedgerRecord<K>, void> {
  for (const record of store.kinds[kind]) {
    if (record.trashedAt === undefined) yield record
  }
}

/** The records of a kind that name `id` and are not in the trash, each once. */
export function usersOf<K extends RecordKind>(
  store: RecordStore,
  id: RecordId,
  kind: K,
): LedgerRecord<K>[] {
  const found: LedgerRecord<K>[] = []
  const named = store.records.get(id)
  if (named === undefined) return found
  for (const user of linksOf(store, kind, named.kind).get(id) ?? []) {
    // `as`: links are by kind. A record that names `id` twice stands twice, one after the other.
    if (user.trashedAt === undefined && found.at(-1) !== user) found.push(user as LedgerRecord<K>)
  }
  return found
}

/** The records of any kind that name this one, in the trash or not, each once. */
export function allUsersOf(store: RecordStore, { id, kind }: LedgerRecord): Set<LedgerRecord> {
  const found = new Set<LedgerRecord>()
  for (const userKind of RECORD_KINDS) {
    for (const user of linksOf(store, userKind, kind).get(id) ?? []) found.add(user)
  }
  return found
}

/**
 * Which records of `kind` name which of `named`. Only the links that are asked for are kept: at unlock the
 * lines of 台账 need less than half of all.
 */
export function linksOf(store: RecordStore, kind: RecordKind, named: RecordKind): Links {
  const known = store.links.get(`${kind}>${named}`)
  if (known !== undefined) return known
  const links: Links = new Map()
  for (const record of store.kinds[kind]) {
    visitReferences(record, (_field, target, id) => {
      if (target === named) addLink(links, id, record)
    })
  }
  store.links.set(`${kind}>${named}`, links)
  return links
}

/** Records in the order they were made: the file keeps none. Sorts in place. */
export function oldestFirst<R extends LedgerRecord>(records: R[]): R[] {
  return records.sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
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

function forget(store: RecordStore, record: LedgerRecord): void {
  ofKind(store, record).delete(record)
  visitReferences(record, (_field, kind, id) => {
    const users = store.links.get(`${record.kind}>${kind}`)?.get(id)
    const at = users?.lastIndexOf(record) ?? -1
    if (at !== -1) users?.splice(at, 1)
  })
}

function addLink(links: Links, id: RecordId, user: LedgerRecord): void {
  const users = links.get(id)
  if (users === undefined) links.set(id, [user])
  else users.push(user)
}

function ofKind(store: RecordStore, record: LedgerRecord): Set<LedgerRecord> {
  // `as`: the set of the record's own kind.
  return store.kinds[record.kind] as Set<LedgerRecord>
}

const KNOWN_KINDS: ReadonlySet<unknown> = new Set(RECORD_KINDS)

function isKnownKind(kind: unknown): kind is RecordKind {
  return KNOWN_KINDS.has(kind)
}
