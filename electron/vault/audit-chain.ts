import { VaultError } from '../../shared/errors.ts'
import {
  concat,
  concatAll,
  createByteReader,
  lengthPrefixed,
  parseJson,
  toHex,
  u32,
  u64,
  utf8,
} from './bytes.ts'
import { hash, mac } from './hash.ts'
import { open, type Place, seal } from './seal.ts'

const BLOCK_ROWS = 128
const HASH_BYTES = 32

/** The action of the entry that signs the one before it. Only the vault itself writes it. */
export const CHECKPOINT = 'audit.checkpoint'

/** What somebody did. Never holds a secret. */
export type AuditEntry = {
  action: string
  /** Unix ms. */
  at: number
  custodianId: string
  recordId?: string
  facts?: Readonly<Record<string, unknown>>
}

/** A row that one transaction wrote, or purged (revision 0). */
export type RowChange = { id: Uint8Array; revision: number }

/** An entry as read back. */
export type AuditRecord = AuditEntry & {
  sequence: number
  /** The vault's revision of the transaction that wrote it. */
  revision: number
  changes: readonly { id: string; revision: number }[]
}

export type AuditRow = { sequence: number; generation: number; entry: Uint8Array }
export type OpenedAuditRow = { record: AuditRecord; chain: Uint8Array; body: Uint8Array }

/** Where the log ends: enough to append, and to digest it without reading it again. */
export type AuditTail = {
  count: number
  /** The chain value of the last entry; zeros when there is none. */
  chain: Uint8Array
  /** Hashes of the full blocks, 32 bytes each. */
  blocks: readonly Uint8Array[]
  /** The encoded rows of the block that is not full yet. */
  open: readonly Uint8Array[]
}

export type AuditKeys = { vaultId: Uint8Array; audit: Uint8Array; chain: Uint8Array }

export function emptyTail(): AuditTail {
  return { count: 0, chain: new Uint8Array(32), blocks: [], open: [] }
}

/** The tail after one more row. */
export function extendTail(tail: AuditTail, row: AuditRow, chain: Uint8Array): AuditTail {
  const encoded = concat(u64(row.sequence), u32(row.generation), lengthPrefixed(row.entry))
  const open = [...tail.open, encoded]
  const count = tail.count + 1
  if (open.length < BLOCK_ROWS) return { count, chain, blocks: tail.blocks, open }
  return { count, chain, blocks: [...tail.blocks, hash(concatAll(open))], open: [] }
}

/** Digests rows that come one after the other in one pass, without the cost of a new tail for each. */
export function createTailBuilder(): { add(row: AuditRow): void; tail(): AuditTail } {
  const blocks: Uint8Array[] = []
  let open: Uint8Array[] = []
  let count = 0
  return {
    add(row) {
      count++
      open.push(concat(u64(row.sequence), u32(row.generation), lengthPrefixed(row.entry)))
      if (open.length < BLOCK_ROWS) return
      blocks.push(hash(concatAll(open)))
      open = []
    },
    tail: () => ({ count, chain: new Uint8Array(HASH_BYTES), blocks, open }),
  }
}

export function auditDigest(tail: AuditTail): Uint8Array {
  const last = tail.open.length === 0 ? [] : [hash(concatAll(tail.open))]
  return hash(concatAll([...tail.blocks, ...last]))
}

/** Seals the next entry of the log. */
export function makeAuditRow(
  keys: AuditKeys,
  generation: number,
  tail: Pick<AuditTail, 'count' | 'chain'>,
  written: { revision: number; changes: readonly RowChange[]; entry: AuditEntry },
): { row: AuditRow; chain: Uint8Array } {
  const sequence = tail.count + 1
  const body = concatAll([
    u64(written.revision),
    u32(written.changes.length),
    ...written.changes.flatMap((change) => [change.id, u64(change.revision)]),
    utf8(JSON.stringify(written.entry)),
  ])
  const chain = nextChain(keys.chain, tail.chain, sequence, body)
  const entry = seal(
    keys.audit,
    auditPlace(keys.vaultId, sequence, generation),
    concat(chain, body),
  )
  return { row: { sequence, generation, entry }, chain }
}

/** Seals an opened entry again for a new generation; its chain value and body stay. */
export function resealAuditRow(
  keys: AuditKeys,
  generation: number,
  sequence: number,
  opened: Pick<OpenedAuditRow, 'chain' | 'body'>,
): AuditRow {
  const plaintext = concat(opened.chain, opened.body)
  return {
    sequence,
    generation,
    entry: seal(keys.audit, auditPlace(keys.vaultId, sequence, generation), plaintext),
  }
}

/** @throws VaultError `vault-damaged` */
export function openAuditRow(keys: Omit<AuditKeys, 'chain'>, row: AuditRow): OpenedAuditRow {
  const place = auditPlace(keys.vaultId, row.sequence, row.generation)
  const plaintext = open(keys.audit, place, row.entry)
  const reader = createByteReader(plaintext)
  const chain = reader.take(HASH_BYTES)
  const body = plaintext.slice(HASH_BYTES)
  const revision = reader.u64()
  const changes = Array.from({ length: reader.u32() }, () => ({
    id: toHex(reader.take(16)),
    revision: reader.u64(),
  }))
  // Authenticated with a key only custodians have: its shape is ours.
  const entry = parseJson(reader.rest()) as AuditEntry
  return { record: { ...entry, sequence: row.sequence, revision, changes }, chain, body }
}

/** @throws VaultError `vault-damaged` unless `opened` follows the entry whose chain value is `previous`. */
export function checkChain(
  chainKey: Uint8Array,
  previous: Uint8Array,
  opened: OpenedAuditRow,
): void {
  const expected = nextChain(chainKey, previous, opened.record.sequence, opened.body)
  if (Buffer.compare(expected, opened.chain) === 0) return
  throw new VaultError('vault-damaged', 'the audit trail is broken', {
    facts: { table: 'audit', sequence: opened.record.sequence },
  })
}

/** What a checkpoint signs: that the log had this entry at this place. */
export function checkpointMessage(
  vaultId: Uint8Array,
  tail: Pick<AuditTail, 'count' | 'chain'>,
): Uint8Array {
  return concat(utf8('beian-audit-checkpoint'), vaultId, u64(tail.count), tail.chain)
}

function nextChain(
  key: Uint8Array,
  previous: Uint8Array,
  sequence: number,
  body: Uint8Array,
): Uint8Array {
  return mac(key, concat(previous, u64(sequence), body))
}

function auditPlace(vaultId: Uint8Array, sequence: number, generation: number): Place {
  const row = concat(new Uint8Array(8), u64(sequence))
  return { vaultId, table: 'audit', part: 1, row, generation, revision: sequence }
}
