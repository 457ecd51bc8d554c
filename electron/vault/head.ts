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
    concat(
      u32(rows.length),
      ...rows.flatMap((row) => [
        row.id,
        u32(row.generation),
        u64(row.revision),
        lengthPrefixed(row.manifest),
      ]),
      u32(chunks.length),
      ...chunks.flatMap((chunk) => [chunk.attachmentId, u32(chunk.position), u32(chunk.sizeBytes)]),
    ),
  )
}
