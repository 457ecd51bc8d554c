import { VaultError } from '../../shared/errors.ts'

/** Concatenates byte strings. */
export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  return concatAll(parts)
}

/** For lists of any length: arguments are limited to some 100,000. */
export function concatAll(parts: readonly Uint8Array[]): Uint8Array {
  let length = 0
  for (const part of parts) length += part.length
  const bytes = new Uint8Array(length)
  let offset = 0
  for (const part of parts) {
    bytes.set(part, offset)
    offset += part.length
  }
  return bytes
}

export function u8(value: number): Uint8Array {
  return Uint8Array.of(value)
}

/** A big-endian 16-bit unsigned integer, 2 bytes. */
export function u16(value: number): Uint8Array {
  return Uint8Array.of(value >>> 8, value)
}

/** A big-endian 32-bit unsigned integer, 4 bytes. */
export function u32(value: number): Uint8Array {
  return Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value)
}

/** A big-endian 64-bit unsigned integer, 8 bytes. */
export function u64(value: number): Uint8Array {
  const bytes = new Uint8Array(8)
  writeU64(bytes, 0, value)
  return bytes
}

/** Writes a big-endian 64-bit unsigned integer of at most 2^53 − 1 without the cost of a BigInt. */
export function writeU64(bytes: Uint8Array, offset: number, value: number): void {
  const high = Math.floor(value / 0x1_0000_0000)
  writeU32(bytes, offset, high)
  writeU32(bytes, offset + 4, value % 0x1_0000_0000)
}

export function writeU32(bytes: Uint8Array, offset: number, value: number): void {
  bytes[offset] = value >>> 24
  bytes[offset + 1] = value >>> 16
  bytes[offset + 2] = value >>> 8
  bytes[offset + 3] = value
}

/** The length as u32, then the bytes: what keeps neighbours of variable length apart. */
export function lengthPrefixed(bytes: Uint8Array): Uint8Array {
  return concat(u32(bytes.length), bytes)
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

// A mark of byte order is a character like any other: two readers must see the same text.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export function fromUtf8(bytes: Uint8Array): string {
  return decoder.decode(bytes)
}

/**
 * Reads JSON. Only somebody with a key could have sealed anything else; that is damage too.
 *
 * @throws VaultError `vault-damaged`
 */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(fromUtf8(bytes))
  } catch {
    // Without the parser's error: it would quote what it read.
    throw new VaultError('vault-damaged', 'a sealed value is not JSON')
  }
}

export function toHex(bytes: Uint8Array): string {
  const buffer = Buffer.isBuffer(bytes)
    ? bytes
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return buffer.toString('hex')
}

/**
 * Reads an id of 32 lower-case hex digits.
 *
 * @throws VaultError `invalid-value`
 */
export function idBytes(id: string): Uint8Array {
  if (!/^[0-9a-f]{32}$/.test(id))
    throw new VaultError('invalid-value', 'an id is not 32 hex digits')
  return new Uint8Array(Buffer.from(id, 'hex'))
}

export function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0
}

/** Reads fields one after the other. Every method throws VaultError `vault-damaged` past the end. */
export type ByteReader = {
  take(length: number): Uint8Array
  u8(): number
  u16(): number
  u32(): number
  u64(): number
  lengthPrefixed(): Uint8Array
  rest(): Uint8Array
  /** Refuses bytes that are left over. */
  end(): void
}

export function createByteReader(bytes: Uint8Array): ByteReader {
  let offset = 0
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const advance = (length: number) => {
    if (offset + length > bytes.length)
      throw new VaultError('vault-damaged', 'a field is cut short')
    const start = offset
    offset += length
    return start
  }
  const take = (length: number) => {
    const start = advance(length)
    return bytes.slice(start, start + length)
  }
  return {
    take,
    u8: () => view.getUint8(advance(1)),
    u16: () => view.getUint16(advance(2)),
    u32: () => view.getUint32(advance(4)),
    u64: () => {
      const value = Number(view.getBigUint64(advance(8)))
      if (!Number.isSafeInteger(value))
        throw new VaultError('vault-damaged', 'a number is too large')
      return value
    },
    lengthPrefixed: () => take(view.getUint32(advance(4))),
    rest: () => take(bytes.length - offset),
    end: () => {
      if (offset !== bytes.length) throw new VaultError('vault-damaged', 'bytes are left over')
    },
  }
}
