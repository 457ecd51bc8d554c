import { chacha20 } from '@noble/ciphers/chacha.js'
import { salsa20 } from '@noble/ciphers/salsa.js'
import { VaultError } from '../../../shared/errors.ts'
import { sha256, sha512 } from './bytes.ts'

/** The second cipher, over protected values only, as one stream in the order of the document. */
export const INNER_CHACHA20 = 3
const INNER_SALSA20 = 2
const SALSA_NONCE = new Uint8Array([0xe8, 0x30, 0x09, 0x4b, 0x97, 0x20, 0x5d, 0x2a])

/**
 * Opens or seals values that follow one another; both are the same.
 *
 * @throws VaultError `file-unreadable` for a stream that is not known
 */
export function applyInnerStream(
  id: number,
  streamKey: Uint8Array,
  values: readonly Uint8Array[],
): Uint8Array[] {
  const whole = Buffer.concat(values)
  const result = applied(id, streamKey, whole)
  let at = 0
  return values.map(({ length }) => {
    at += length
    return result.subarray(at - length, at)
  })
}

function applied(id: number, streamKey: Uint8Array, whole: Uint8Array): Uint8Array {
  if (id === INNER_CHACHA20) {
    const key = sha512(streamKey)
    return chacha20(key.subarray(0, 32), key.subarray(32, 44), whole)
  }
  if (id === INNER_SALSA20) return salsa20(sha256(streamKey), SALSA_NONCE, whole)
  throw new VaultError('file-unreadable', 'an unknown inner stream')
}
