import { VaultError } from '../../shared/errors.ts'

/** What hides the exact length of a sealed plaintext. */
export const BUCKET_BYTES = 256

/** Pads by ISO/IEC 7816-4 to a multiple of `bucketBytes`: one byte 80, then zeros. At least one byte is added. */
export function pad(plaintext: Uint8Array, bucketBytes = BUCKET_BYTES): Uint8Array {
  const length = (Math.floor(plaintext.length / bucketBytes) + 1) * bucketBytes
  const padded = new Uint8Array(length)
  padded.set(plaintext)
  padded[plaintext.length] = 0x80
  return padded
}

/**
 * Takes the padding off again; a view, not a copy.
 *
 * @throws VaultError `vault-damaged`, which only somebody with the key could cause: the tag was right.
 */
export function unpad(padded: Uint8Array): Uint8Array {
  let end = padded.length - 1
  while (end >= 0 && padded[end] === 0) end--
  if (end < 0 || padded[end] !== 0x80) throw new VaultError('vault-damaged', 'padding is wrong')
  return padded.subarray(0, end)
}
