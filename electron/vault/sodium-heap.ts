import { sodium } from './sodium.ts'

/**
 * Opens sealed bytes in one stretch of libsodium's own memory. It is libsodium's function that the wrapper
 * calls too; the wrapper takes six pieces of memory a call, copies the plaintext out and gives all back as it is, key
 * and plaintext included. Here one piece is used again and again, and wiped after each use: half the time
 * where forty thousand records are opened, and nothing is left behind.
 */

/** What the wrapper's types leave out: the WebAssembly module itself. Lengths of 64 bits are passed as two halves of 32. */
type SodiumModule = {
  /** Another array after the memory grew. */
  readonly HEAPU8: Uint8Array
  _malloc(byteCount: number): number
  _crypto_aead_xchacha20poly1305_ietf_decrypt(
    plaintext: number,
    plaintextLength: null,
    secretNonce: null,
    ciphertext: number,
    ciphertextLength: number,
    ciphertextLengthHigh: 0,
    context: number,
    contextLength: number,
    contextLengthHigh: 0,
    nonce: number,
    key: number,
  ): number
}

const KEY_BYTES = 32
export const NONCE_BYTES = 24
const TAG_BYTES = 16
/** What is larger goes through the wrapper: that is an import's worth, not a record's. */
const STRETCH_BYTES = 64 * 1024

let start: number | undefined

/** Whether key, context and sealed bytes of these lengths have room. */
export function fitsOnHeap(contextLength: number, encryptedLength: number): boolean {
  return KEY_BYTES + contextLength + encryptedLength <= STRETCH_BYTES
}

/**
 * Opens nonce (24 bytes) ‖ ciphertext ‖ tag (16 bytes) and has `read` look at the plaintext, which is
 * there for that long only: `read` must copy what it keeps, and call nothing of libsodium.
 *
 * @param key - 32 bytes.
 * @returns what `read` made of it; undefined when it does not open.
 */
export function openOnHeap<T>(
  key: Uint8Array,
  context: Uint8Array,
  encrypted: Uint8Array,
  read: (plaintext: Uint8Array) => T,
): { value: T } | undefined {
  if (key.length !== KEY_BYTES || encrypted.length < NONCE_BYTES + TAG_BYTES) return undefined
  const module = sodiumModule()
  start ??= allocate(module)
  const heap = module.HEAPU8
  const contextAt = start + KEY_BYTES
  const nonceAt = contextAt + context.length
  const textAt = nonceAt + NONCE_BYTES
  const length = encrypted.length - NONCE_BYTES
  heap.set(key, start)
  heap.set(context, contextAt)
  heap.set(encrypted, nonceAt)
  try {
    const failed = module._crypto_aead_xchacha20poly1305_ietf_decrypt(
      textAt, // in place: the tag is checked before the first byte is written
      null,
      null,
      textAt,
      length,
      0,
      contextAt,
      context.length,
      0,
      nonceAt,
      start,
    )
    if (failed !== 0) return undefined
    return { value: read(heap.subarray(textAt, textAt + length - TAG_BYTES)) }
  } finally {
    heap.fill(0, start, textAt + length)
  }
}

function allocate(module: SodiumModule): number {
  const address = module._malloc(STRETCH_BYTES)
  if (address === 0) throw new RangeError('libsodium has no memory left')
  return address
}

function sodiumModule(): SodiumModule {
  // `as`: the wrapper sets it before `sodiumReady` resolves, and its types do not tell.
  return (sodium as typeof sodium & { readonly libsodium: SodiumModule }).libsodium
}
