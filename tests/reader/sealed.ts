import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { ascii, concat, uint, zeros } from './bytes.ts'

const SUITE = 1
const SCHEMA = 1
const NONCE_BYTES = 24
const TAG_BYTES = 16
const BUCKET_BYTES = 256

export const TABLE_IDS = { vault: 1, slot: 3, record: 4, attachment: 5, audit: 6 } as const

/** Where a sealed blob stands: what section 1.1 binds it to. */
export type Place = {
  vaultId: Uint8Array
  table: keyof typeof TABLE_IDS
  part: number
  /** 16 bytes. */
  row: Uint8Array
  generation: number
  revision: number
}

/** The 60 bytes of associated data. */
export const contextOf = (place: Place): Uint8Array =>
  concat(
    ascii('beian-seal'),
    uint(SUITE, 2),
    place.vaultId,
    uint(TABLE_IDS[place.table], 1),
    uint(place.part, 1),
    place.row,
    uint(place.generation, 4),
    uint(place.revision, 8),
    uint(SCHEMA, 2),
  )

/** The row id of an audit entry: `zeros(8) ‖ u64 sequence`. */
export const auditRow = (sequence: number): Uint8Array => concat(zeros(8), uint(sequence, 8))

/**
 * Strips ISO/IEC 7816-4 padding.
 *
 * @throws Error when the length is no positive multiple of `bucketBytes`, the mark is missing, or
 * the padding is longer than one bucket.
 */
export function unpad(padded: Uint8Array, bucketBytes: number): Uint8Array {
  if (padded.length === 0 || padded.length % bucketBytes !== 0) throw new Error('padding: length')
  let end = padded.length - 1
  while (end > 0 && padded[end] === 0) end--
  if (padded[end] !== 0x80) throw new Error('padding: no mark')
  if (padded.length - end > bucketBytes) throw new Error('padding: longer than a bucket')
  return padded.slice(0, end)
}

/**
 * Opens `nonce (24) ‖ ciphertext ‖ tag (16)`.
 *
 * @throws Error for a wrong length, key, place or byte.
 */
export function openSealed(key: Uint8Array, place: Place, blob: Uint8Array): Uint8Array {
  const paddedBytes = blob.length - NONCE_BYTES - TAG_BYTES
  if (paddedBytes < BUCKET_BYTES || paddedBytes % BUCKET_BYTES !== 0) {
    throw new Error('sealed blob: length')
  }
  const cipher = xchacha20poly1305(key, blob.subarray(0, NONCE_BYTES), contextOf(place))
  return unpad(cipher.decrypt(blob.subarray(NONCE_BYTES)), BUCKET_BYTES)
}

/** @throws Error as `openSealed`, and when the plaintext is no JSON object in UTF-8 without BOM. */
export function openSealedJson(
  key: Uint8Array,
  place: Place,
  blob: Uint8Array,
): Record<string, unknown> {
  return parseJsonObject(openSealed(key, place, blob))
}

/** @throws Error when the bytes are no JSON object in UTF-8 without BOM. */
export function parseJsonObject(bytes: Uint8Array): Record<string, unknown> {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  const value: unknown = JSON.parse(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error('not a JSON object')
  }
  // A parsed JSON object has string keys and nothing else.
  return value as Record<string, unknown>
}
