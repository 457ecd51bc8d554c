import { Poly1305 } from '@noble/ciphers/_poly1305.js'
import { chacha20, hchacha } from '@noble/ciphers/chacha.js'
import { concat, isEqual, uint, zeros } from './bytes.ts'

export const STREAM_TAGS = { message: 0, final: 3 } as const
export const STREAM_OVERHEAD_BYTES = 17

/**
 * Opens a libsodium `crypto_secretstream_xchacha20poly1305`, chunk after chunk.
 *
 * Only the tags of section 7 occur, so rekeying in the middle of a stream is refused, not done.
 *
 * @param key - 32 bytes.
 * @param header - 24 bytes.
 */
export function createStreamReader(key: Uint8Array, header: Uint8Array) {
  const subkey = deriveSubkey(key, header.slice(0, 16))
  const nonceTail = header.slice(16)
  let counter = 1

  /** @throws Error when the chunk is not the next one of this stream. */
  return function openChunk(chunk: Uint8Array): { tag: number; message: Uint8Array } {
    if (chunk.length < STREAM_OVERHEAD_BYTES) throw new Error('chunk: length')
    const nonce = concat(uint(counter, 4).reverse(), nonceTail)
    const sealedTag = chunk.subarray(0, 1)
    const ciphertext = chunk.subarray(1, -16)
    const expected = chunk.subarray(-16)

    const firstBlock = chacha20(subkey, nonce, concat(sealedTag, zeros(63)), undefined, 1)
    const tag = firstBlock[0] ?? 0
    firstBlock.set(sealedTag)
    const authenticator = new Poly1305(chacha20(subkey, nonce, zeros(32)))
    authenticator.update(firstBlock)
    authenticator.update(ciphertext)
    // libsodium pads by this many bytes, which is not up to 16; it is kept for compatibility there.
    authenticator.update(zeros(ciphertext.length % 16))
    authenticator.update(concat(zeros(8), uint(64 + ciphertext.length, 8).reverse()))
    const code = authenticator.digest()
    if (!isEqual(code, expected)) throw new Error('chunk: tag')

    for (const [index, byte] of code.subarray(0, 8).entries()) {
      nonceTail[index] = (nonceTail[index] ?? 0) ^ byte
    }
    counter++
    return { tag, message: chacha20(subkey, nonce, ciphertext, undefined, 2) }
  }
}

/** HChaCha20 (draft-irtf-cfrg-xchacha-03, section 2.2); 32 bytes. */
function deriveSubkey(key: Uint8Array, input: Uint8Array): Uint8Array {
  const words = (bytes: Uint8Array) => new Uint32Array(Uint8Array.from(bytes).buffer)
  const subkey = new Uint32Array(8)
  hchacha(words(new TextEncoder().encode('expand 32-byte k')), words(key), words(input), subkey)
  return new Uint8Array(subkey.buffer)
}
