import { concat, concatAll, lengthPrefixed, u8, u16, u32, u64, utf8 } from './bytes.ts'
import { hash, mac } from './hash.ts'
import { SUITE } from './seal.ts'
import type { SlotRow } from './slot.ts'

/** Everything the head's MAC covers. Each digest is 32 bytes. */
export type HeadFacts = {
  vaultId: Uint8Array
  revision: number
  generation: number
  vaultDigest: Uint8Array
  certificateDigest: Uint8Array
  slotDigest: Uint8Array
  recordDigest: Uint8Array
  attachmentDigest: Uint8Array
  auditCount: number
  auditDigest: Uint8Array
}

export type AttachmentRow = {
  id: Uint8Array
  generation: number
  revision: number
  manifest: Uint8Array
}
export type ChunkSize = { attachmentId: Uint8Array; position: number; sizeBytes: number }
export type CertificateRow = { sequence: number; body: Uint8Array }

/** The MAC over the state of the whole vault; `headKey` is 32 bytes. */
export function headMac(headKey: Uint8Array, facts: HeadFacts): Uint8Array {
  return mac(
    headKey,
    concat(
      utf8('beian-head'),
      u16(SUITE),
      facts.vaultId,
      u64(facts.revision),
      u32(facts.generation),
      facts.vaultDigest,
      facts.certificateDigest,
      facts.slotDigest,
      facts.recordDigest,
      facts.attachmentDigest,
      u64(facts.auditCount),
      facts.auditDigest,
    ),
  )
}

export function digestVaultRow(vaultId: Uint8Array, constants: Uint8Array): Uint8Array {
  return hash(concat(vaultId, lengthPrefixed(constants)))
}

/** Rows by ascending sequence. */
export function digestCertificates(rows: readonly CertificateRow[]): Uint8Array {
  return hash(concatAll(rows.flatMap((row) => [u32(row.sequence), lengthPrefixed(row.body)])))
}

/** Rows by ascending id. */
export function digestSlots(rows: readonly SlotRow[]): Uint8Array {
  return hash(
    concat(
      ...rows.flatMap((row) => [
        row.id,
        u8(row.kind),
        ...[
          row.parameters,
          row.publicKey,
          row.commitment,
          row.wrappedSeed,
          row.pin,
          row.sealedRoots,
          row.sealedLabel,
        ].map(lengthPrefixed),
      ]),
    ),
  )
}

/** Rows by ascending id, chunks by ascending id and position. */
export function digestAttachments(
  rows: readonly AttachmentRow[],
  chunks: readonly ChunkSize[],
): Uint8Array {
  return hash(
    // Not spread as arguments: thousands of scans have more chunks than a call can take.
    concatAll([
      u32(rows.length),
      ...rows.map((row) =>
        concat(row.id, u32(row.generation), u64(row.revision), lengthPrefixed(row.manifest)),
      ),
      u32(chunks.length),
      chunkTable(chunks),
    ]),
  )
}

const CHUNK_ENTRY_BYTES = 24

/** Id (16), position (4) and size (4) of each chunk. */
function chunkTable(chunks: readonly ChunkSize[]): Uint8Array {
  const table = new Uint8Array(chunks.length * CHUNK_ENTRY_BYTES)
  const view = new DataView(table.buffer)
  for (const [index, { attachmentId, position, sizeBytes }] of chunks.entries()) {
    const start = index * CHUNK_ENTRY_BYTES
    table.set(attachmentId, start)
    view.setUint32(start + 16, position)
    view.setUint32(start + 20, sizeBytes)
  }
  return table
}
