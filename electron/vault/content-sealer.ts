import { randomBytes } from 'node:crypto'
import { concat, toHex } from './bytes.ts'
import { pad } from './padding.ts'
import { sodium } from './sodium.ts'

const CHUNK_BYTES = 65_536
const PADDING_BYTES = 4096

/** What a manifest says of a content: its length, its key and how it was cut. Bytes are base64. */
export type SealedStream = {
  sizeBytes: number
  chunkCount: number
  key: string
  header: string
  digest: string
}

/** A content that is sealed and not in the file yet. Whoever drops it has dropped the content. */
export type SealedContent = {
  /** 32 hex digits: the attachment's id from now on. */
  id: string
  chunks: readonly Uint8Array[]
  stream: SealedStream
}

export type ContentSealer = {
  push(piece: Uint8Array): void
  /** Seals what is left, with the tag that says so, and ends the sealer. */
  finish(): SealedStream
}

/** Seals a content while it comes in, piece by piece of any length: docs/format.md, section 7. */
export function createContentSealer(
  takeChunk: (chunk: Uint8Array, position: number) => void,
): ContentSealer {
  const key = sodium.crypto_secretstream_xchacha20poly1305_keygen()
  const { state: stream, header } = sodium.crypto_secretstream_xchacha20poly1305_init_push(key)
  const digest = sodium.crypto_generichash_init(null, 32)
  let position = 0
  let sizeBytes = 0
  let rest: Uint8Array = new Uint8Array(0)

  const add = (plaintext: Uint8Array, tag: number) => {
    const chunk = sodium.crypto_secretstream_xchacha20poly1305_push(stream, plaintext, null, tag)
    sodium.crypto_generichash_update(digest, chunk)
    takeChunk(chunk, position)
    position++
  }
  return {
    push(piece) {
      sizeBytes += piece.length
      const bytes = concat(rest, piece)
      let start = 0
      for (; bytes.length - start >= CHUNK_BYTES; start += CHUNK_BYTES) {
        const chunk = bytes.subarray(start, start + CHUNK_BYTES)
        add(chunk, sodium.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE)
      }
      rest = bytes.slice(start)
    },
    finish() {
      add(pad(rest, PADDING_BYTES), sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL)
      const sealed = {
        sizeBytes,
        chunkCount: position,
        key: toBase64(key),
        header: toBase64(header),
        digest: toBase64(sodium.crypto_generichash_final(digest, 32)),
      }
      sodium.memzero(key)
      return sealed
    },
  }
}

/** Seals a content to be held until the change it belongs to is written. */
export function createHeldSealer(): {
  push(piece: Uint8Array): void
  finish(): SealedContent
} {
  const chunks: Uint8Array[] = []
  const sealer = createContentSealer((chunk) => chunks.push(chunk))
  return {
    push: (piece) => sealer.push(piece),
    finish: () => {
      const stream = sealer.finish()
      return { id: toHex(new Uint8Array(randomBytes(16))), chunks, stream }
    },
  }
}

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}
