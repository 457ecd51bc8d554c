import { sodium } from './sodium.ts'

/** BLAKE2b without a key, 32 bytes. */
export function hash(bytes: Uint8Array): Uint8Array {
  return sodium.crypto_generichash(32, bytes, null)
}

/**
 * BLAKE2b with a key (RFC 7693), 32 bytes.
 *
 * @param key - 16 to 64 bytes.
 */
export function mac(key: Uint8Array, bytes: Uint8Array): Uint8Array {
  return sodium.crypto_generichash(32, bytes, key)
}
