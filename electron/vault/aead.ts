import { concat } from './bytes.ts'
import { sodium } from './sodium.ts'

export const NONCE_BYTES = 24
export const TAG_BYTES = 16

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
  if (encrypted.length < NONCE_BYTES + TAG_BYTES) return undefined
  const nonce = encrypted.subarray(0, NONCE_BYTES)
  const ciphertext = encrypted.subarray(NONCE_BYTES)
  try {
    return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, ciphertext, context, nonce, key)
  } catch {
    return undefined
  }
}
