import { ascii, concat, lengthPrefixed, uint } from './bytes.ts'
import type { RecordRow, Tables } from './container.ts'
import { hash, mac } from './keys.ts'

const LEAVES = 4096
const LEAVES_A_GROUP = 64
const AUDIT_BLOCK = 128

/** The head MAC that the rows call for (section 9), 32 bytes. */
export function headMac(headKey: Uint8Array, tables: Tables): Uint8Array {
  return mac(
    headKey,
    ascii('beian-head'),
    uint(1, 2),
    tables.vault.vault_id,
    uint(tables.head.revision, 8),
    uint(tables.head.generation, 4),
    hash(tables.vault.vault_id, lengthPrefixed(tables.vault.constants)),
    certificateDigest(tables),
    slotDigest(tables),
    recordDigest(tables.records),
    attachmentDigest(tables),
    uint(tables.audit.length, 8),
    auditDigest(tables),
  )
}

const certificateDigest = ({ certificates }: Tables): Uint8Array =>
  hash(...certificates.map((row) => concat(uint(row.sequence, 4), lengthPrefixed(row.body))))

const slotDigest = ({ slots }: Tables): Uint8Array =>
  hash(
    ...slots.map((row) =>
      concat(
        row.id,
        uint(row.kind, 1),
        lengthPrefixed(row.parameters),
        lengthPrefixed(row.public_key),
        lengthPrefixed(row.commitment),
        lengthPrefixed(row.wrapped_seed),
        lengthPrefixed(row.pin),
        lengthPrefixed(row.sealed_roots),
        lengthPrefixed(row.sealed_label),
      ),
    ),
  )

/** Rows must be in ascending order of id, so each leaf receives its own in that order. */
function recordDigest(rows: readonly RecordRow[]): Uint8Array {
  const leaves: Uint8Array[][] = Array.from({ length: LEAVES }, () => [])
  for (const row of rows) leaves[leafOf(row.id)]?.push(leafEntry(row))
  const digests = leaves.map((entries) => hash(...entries))
  const groups: Uint8Array[] = []
  for (let first = 0; first < LEAVES; first += LEAVES_A_GROUP) {
    groups.push(hash(...digests.slice(first, first + LEAVES_A_GROUP)))
  }
  return hash(...groups)
}

/** The first 12 bits of an id. */
const leafOf = (id: Uint8Array): number => ((id[0] ?? 0) << 4) | ((id[1] ?? 0) >> 4)

const ABSENT = new Uint8Array([0xff, 0xff, 0xff, 0xff])

const leafEntry = (row: RecordRow): Uint8Array =>
  concat(
    row.id,
    uint(row.generation, 4),
    uint(row.revision, 8),
    uint(row.secret_revision ?? 0, 8),
    lengthPrefixed(row.overview),
    row.secret === null ? ABSENT : lengthPrefixed(row.secret),
  )

const attachmentDigest = ({ attachments, chunks }: Tables): Uint8Array =>
  hash(
    uint(attachments.length, 4),
    ...attachments.map((row) =>
      concat(row.id, uint(row.generation, 4), uint(row.revision, 8), lengthPrefixed(row.manifest)),
    ),
    uint(chunks.length, 4),
    ...chunks.map((row) =>
      concat(row.attachment_id, uint(row.position, 4), uint(row.chunk.length, 4)),
    ),
  )

/** Row n, counted from 0, is in block n ÷ 128: sequences have no gaps, which is checked elsewhere. */
function auditDigest({ audit }: Tables): Uint8Array {
  const blocks: Uint8Array[] = []
  for (let first = 0; first < audit.length; first += AUDIT_BLOCK) {
    const rows = audit.slice(first, first + AUDIT_BLOCK)
    blocks.push(
      hash(
        ...rows.map((row) =>
          concat(uint(row.sequence, 8), uint(row.generation, 4), lengthPrefixed(row.entry)),
        ),
      ),
    )
  }
  return hash(...blocks)
}
