import { concat } from './bytes.ts'
import { sodium } from './sodium.ts'
import { fitsOnHeap, NONCE_BYTES, openOnHeap } from './sodium-heap.ts'

/**
 * XChaCha20-Poly1305-IETF.
 *
 * @param key - 32 bytes.
 * @param nonce - 24 bytes; random is safe.
 * @returns nonce ‖ ciphertext ‖ tag (16 bytes).
 * @see draft-irtf-cfrg-xchacha-03, section 2.
 */
export function encrypt(
  key: Uint8Array,
  nonce: Uint8Array,
  context: Uint8Array,
  plaintext: Uint8Array,
): Uint8Array {
  return concat(
    nonce,
    sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(plaintext, context, null, nonce, key),
  )
}

/** Undoes `encrypt`. Undefined when it is short, altered, or of another key or context. */
export function decrypt(
  key: Uint8Array,
  context: Uint8Array,
  encrypted: Uint8Array,
): Uint8Array | undefined {
  return decryptWith(key, context, encrypted, (plaintext) => plaintext.slice())?.value
}

/**
 * The same without a copy: `read` sees the plaintext in place and must keep no part of it, which is
 * wiped when `read` returns or throws. Nor may it call libsodium.
 */
export function decryptWith<T>(
  key: Uint8Array,
  context: Uint8Array,
  encrypted: Uint8Array,
  read: (plaintext: Uint8Array) => T,
): { value: T } | undefined {
  if (fitsOnHeap(context.length, encrypted.length)) {
    return openOnHeap(key, context, encrypted, read)
  }
  const plaintext = decryptLarge(key, context, encrypted)
  if (plaintext === undefined) return undefined
  try {
    return { value: read(plaintext) }
  } finally {
    sodium.memzero(plaintext)
  }
}

function decryptLarge(
  key: Uint8Array,
  context: Uint8Array,
  encrypted: Uint8Array,
): Uint8Array | undefined {
  const nonce = encrypted.subarray(0, NONCE_BYTES)
  const ciphertext = encrypted.subarray(NONCE_BYTES)
  try {
    return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, ciphertext, context, nonce, key)
  } catch {
    return undefined
  }
}
