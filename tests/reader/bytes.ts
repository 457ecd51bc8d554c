/** Joins byte strings: the document's `‖`. */
export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let offset = 0
  for (const part of parts) {
    joined.set(part, offset)
    offset += part.length
  }
  return joined
}

/** An unsigned big-endian integer of `sizeBytes` bytes. */
export function uint(value: number, sizeBytes: 1 | 2 | 4 | 8): Uint8Array {
  const bytes = new Uint8Array(sizeBytes)
  let rest = value
  for (let index = sizeBytes - 1; index >= 0; index--) {
    bytes[index] = rest % 256
    rest = Math.floor(rest / 256)
  }
  return bytes
}

/** `u32 length ‖ bytes`: the document's `lp`. */
export const lengthPrefixed = (bytes: Uint8Array): Uint8Array =>
  concat(uint(bytes.length, 4), bytes)

export const zeros = (count: number): Uint8Array => new Uint8Array(count)

export const ascii = (text: string): Uint8Array => new TextEncoder().encode(text)

export const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** Compares without stopping at the first difference. */
export function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  let difference = 0
  for (let index = 0; index < a.length; index++) difference |= (a[index] ?? 0) ^ (b[index] ?? 0)
  return difference === 0
}

export type ByteReader = {
  take(count: number): Uint8Array
  uint(sizeBytes: 1 | 2 | 4 | 8): number
  /** `u32 length`, then that many bytes. */
  lengthPrefixed(): Uint8Array
  rest(): Uint8Array
  /** @throws Error when bytes are left over. */
  end(): void
}

/**
 * Walks over a byte string from its start.
 *
 * Each call throws when fewer bytes are left than asked for, `uint` also above 2^53 − 1.
 */
export function createByteReader(bytes: Uint8Array, what: string): ByteReader {
  let offset = 0
  const take = (count: number): Uint8Array => {
    if (bytes.length - offset < count) throw new Error(`${what} is too short`)
    offset += count
    return bytes.slice(offset - count, offset)
  }
  const readUint = (sizeBytes: number): number => {
    const value = take(sizeBytes).reduce((sum, byte) => sum * 256 + byte, 0)
    if (!Number.isSafeInteger(value)) throw new Error(`${what} holds a number above 2^53 - 1`)
    return value
  }
  return {
    take,
    uint: readUint,
    lengthPrefixed: () => take(readUint(4)),
    rest: () => take(bytes.length - offset),
    end: () => {
      if (offset !== bytes.length) throw new Error(`${what} is too long`)
    },
  }
}
