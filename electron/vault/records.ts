import { VaultError } from '../../shared/errors.ts'
import { idBytes, isEqual, parseJson, toHex, utf8 } from './bytes.ts'
import { asVaultError } from './database.ts'
import { hashLeaf, LEAF_COUNT, leafHash, leafOf, type RecordRow } from './digest-tree.ts'
import { type GenerationKeys, secretKeysOf } from './root-keys.ts'
import { open, openWith, type Place, seal } from './seal.ts'
import { sodium } from './sodium.ts'
import { alteredWhileOpen, type Draft } from './transaction.ts'
import type { VaultCore, VaultMode } from './vault-core.ts'

/** 32 lower-case hex digits. */
export type RecordId = string

/** Plain JSON. The vault does not know kinds of records. */
export type JsonObject = Readonly<Record<string, unknown>>

export type OpenRecord = {
  id: RecordId
  revision: number
  overview: JsonObject
  hasSecret: boolean
}

export type RecordChange =
  | {
      type: 'put'
      id: RecordId
      overview: JsonObject
      /** Absent keeps the secret there is, null removes it. */
      secret?: JsonObject | null
      /** 0: must not exist yet. */
      expectedRevision?: number
    }
  | { type: 'delete'; id: RecordId }

/** A row without its secret: all that opening an overview needs, or the overview as it was opened already. */
export type OverviewRow = { idHex: RecordId; revision: number; hasSecret: boolean } & (
  | { id: Uint8Array; overview: Uint8Array; plaintext?: never }
  | { plaintext: Uint8Array }
)

/**
 * Applies changes leaf by leaf, each leaf checked against the digests in memory first. After each
 * leaf it yields how many changes are done, so that a long write can breathe.
 *
 * @throws VaultError `record-changed-meanwhile`, `record-not-found`, `invalid-value`, `vault-damaged`
 */
export function* applyChanges(
  core: VaultCore,
  draft: Draft,
  changes: readonly RecordChange[],
): Generator<number, void> {
  let done = 0
  for (const [leaf, own] of groupByLeaf(changes)) {
    const rows = new Map(readLeaf(core, leaf).map((row) => [toHex(row.id), row]))
    for (const change of own) {
      if (change.type === 'put') putRecord(core, draft, rows, change)
      else deleteRecord(core, draft, rows, change.id)
    }
    const sorted = [...rows.values()].sort((a, b) => Buffer.compare(a.id, b.id))
    draft.leaves.set(leaf, hashLeaf(sorted))
    done += own.length
    yield done
  }
}

/**
 * Reads all rows of a leaf.
 *
 * @throws VaultError `vault-damaged` if they are not the ones we know.
 */
export function readLeaf(core: VaultCore, leaf: number): RecordRow[] {
  const rows = core.queries.leaf.all(...leafBounds(leaf))
  if (isEqual(hashLeaf(rows), leafHash(core.state.tree, leaf))) return rows
  throw alteredWhileOpen()
}

/**
 * Reads one row, with the same check as its leaf.
 *
 * @throws VaultError `vault-damaged`
 */
export function readRow(core: VaultCore, id: RecordId): RecordRow | undefined {
  const bytes = idBytes(id)
  return readLeaf(core, leafOf(bytes)).find((row) => isEqual(row.id, bytes))
}

/** Every row's overview from a leaf on, from the file. */
export function* readOverviews(core: VaultCore, firstLeaf = 0): Generator<OverviewRow, void> {
  for (let leaf = firstLeaf; leaf < LEAF_COUNT; leaf++) {
    for (const row of readLeaf(core, leaf)) yield overviewRow(row)
  }
}

export function overviewRow({ id, revision, overview, secret }: RecordRow): OverviewRow {
  return { id, idHex: toHex(id), revision, overview, hasSecret: secret !== null }
}

/**
 * Opens overviews one after the other. Evidence mode leaves out what does not open.
 *
 * @throws VaultError `vault-damaged`, `io-failed`
 */
export function* openOverviews(
  core: VaultCore,
  rows: Iterable<OverviewRow>,
): Generator<OpenRecord, void> {
  const { state, vaultId, path } = core
  try {
    for (const row of rows) {
      const record = openUnlessEvidence(core.mode, () =>
        openOverview(vaultId, state.generation, state.keys, row),
      )
      if (record !== undefined) yield record
    }
  } catch (error) {
    throw asVaultError(error, path, 'reading')
  }
}

/** @throws VaultError `vault-damaged` */
export function openOverview(
  vaultId: Uint8Array,
  generation: number,
  keys: GenerationKeys,
  row: OverviewRow,
): OpenRecord {
  const { idHex, revision, hasSecret } = row
  if (row.plaintext !== undefined) {
    return { id: idHex, revision, overview: parseObject(row.plaintext), hasSecret }
  }
  const place = recordPlace(vaultId, row.id, 1, generation, revision)
  const overview = openWith(keys.overview, place, row.overview, parseObject)
  return { id: idHex, revision, overview, hasSecret }
}

/** @throws VaultError `vault-damaged` */
export function openSecret(
  vaultId: Uint8Array,
  generation: number,
  keys: GenerationKeys,
  row: RecordRow,
): JsonObject | undefined {
  if (row.secret === null || row.secretRevision === null) return undefined
  const place = recordPlace(vaultId, row.id, 2, generation, row.secretRevision)
  return openWith(secretKeysOf(keys).secret, place, row.secret, parseObject)
}

/** The same row under another generation's keys, for a re-key. */
export function resealRow(
  vaultId: Uint8Array,
  row: RecordRow,
  from: { generation: number; keys: GenerationKeys },
  to: { generation: number; keys: GenerationKeys },
): RecordRow {
  const place = (part: number, generation: number, revision: number) =>
    recordPlace(vaultId, row.id, part, generation, revision)
  const overview = open(from.keys.overview, place(1, from.generation, row.revision), row.overview)
  const resealed: RecordRow = {
    ...row,
    generation: to.generation,
    overview: seal(to.keys.overview, place(1, to.generation, row.revision), overview),
  }
  if (row.secret === null || row.secretRevision === null) return resealed
  const secret = open(
    secretKeysOf(from.keys).secret,
    place(2, from.generation, row.secretRevision),
    row.secret,
  )
  resealed.secret = seal(
    secretKeysOf(to.keys).secret,
    place(2, to.generation, row.secretRevision),
    secret,
  )
  sodium.memzero(secret)
  return resealed
}

function putRecord(
  core: VaultCore,
  draft: Draft,
  rows: Map<string, RecordRow>,
  change: Extract<RecordChange, { type: 'put' }>,
): void {
  const before = rows.get(change.id)
  const { expectedRevision } = change
  if (expectedRevision !== undefined && expectedRevision !== (before?.revision ?? 0)) {
    throw new VaultError('record-changed-meanwhile', 'the record is not the one that was edited')
  }
  const { keys, generation, revision } = draft.state
  const id = before?.id ?? idBytes(change.id)
  const place = (part: number) => recordPlace(core.vaultId, id, part, generation, revision)
  const row: RecordRow = {
    id,
    generation,
    revision,
    overview: seal(keys.overview, place(1), utf8(JSON.stringify(change.overview))),
    secretRevision: null,
    secret: null,
  }
  if (change.secret === undefined) {
    row.secret = before?.secret ?? null
    row.secretRevision = before?.secretRevision ?? null
  } else if (change.secret !== null) {
    const plaintext = utf8(JSON.stringify(change.secret))
    row.secret = seal(secretKeysOf(keys).secret, place(2), plaintext)
    row.secretRevision = revision
    sodium.memzero(plaintext)
  }
  core.queries.putRecord.run(row)
  rows.set(change.id, row)
  draft.changes.push({ id, revision })
}

function deleteRecord(
  core: VaultCore,
  draft: Draft,
  rows: Map<string, RecordRow>,
  id: RecordId,
): void {
  const row = rows.get(id)
  if (row === undefined) throw new VaultError('record-not-found', 'there is no such record')
  core.queries.deleteRecord.run(row.id)
  rows.delete(id)
  draft.changes.push({ id: row.id, revision: 0 })
}

function openUnlessEvidence(mode: VaultMode, work: () => OpenRecord): OpenRecord | undefined {
  try {
    return work()
  } catch (error) {
    if (mode === 'evidence' && error instanceof VaultError) return undefined
    throw error
  }
}

/** Leaves in ascending order, so that a big import writes the file from front to back. */
function groupByLeaf(changes: readonly RecordChange[]): [number, RecordChange[]][] {
  const groups = new Map<number, RecordChange[]>()
  for (const change of changes) {
    const leaf = leafOf(idBytes(change.id))
    const group = groups.get(leaf)
    if (group === undefined) groups.set(leaf, [change])
    else group.push(change)
  }
  return [...groups].sort(([a], [b]) => a - b)
}

function leafBounds(leaf: number): [Uint8Array, Uint8Array] {
  const low = new Uint8Array(16)
  const high = new Uint8Array(16).fill(0xff)
  low[0] = leaf >>> 4
  high[0] = leaf >>> 4
  low[1] = (leaf & 15) << 4
  high[1] = ((leaf & 15) << 4) | 15
  return [low, high]
}

function recordPlace(
  vaultId: Uint8Array,
  id: Uint8Array,
  part: number,
  generation: number,
  revision: number,
): Place {
  return { vaultId, table: 'record', part, row: id, generation, revision }
}

function parseObject(bytes: Uint8Array): JsonObject {
  const value: unknown = parseJson(bytes)
  if (typeof value !== 'object' || value === null) {
    throw new VaultError('vault-damaged', 'a record is not an object')
  }
  // A JSON object that is not null: the kinds of records are for the ledger to check.
  return value as JsonObject
}
