import { VaultError } from '../../../shared/errors.ts'
import { le32, le64, viewOf } from './bytes.ts'

/** A KDBX 4 VariantDictionary, as far as key derivation needs it: numbers and bytes; the rest is read over. */
export type VariantMap = Map<string, bigint | Uint8Array>

const VERSION = 0x0100
const TYPES = { u32: 0x04, u64: 0x05, i32: 0x0c, i64: 0x0d, bytes: 0x42 } as const

/** @throws VaultError `file-unreadable` */
export function readVariantMap(bytes: Uint8Array): VariantMap {
  const map: VariantMap = new Map()
  const view = viewOf(bytes)
  try {
    if ((view.getUint16(0, true) & 0xff00) !== VERSION) throw new RangeError('version')
    let at = 2
    for (let type = view.getUint8(at); type !== 0; type = view.getUint8(at)) {
      const nameLength = view.getUint32(at + 1, true)
      const name = new TextDecoder().decode(take(bytes, at + 5, nameLength))
      at += 5 + nameLength
      const length = view.getUint32(at, true)
      const value = take(bytes, at + 4, length)
      at += 4 + length
      const read = readValue(type, value)
      if (read !== undefined) map.set(name, read)
    }
    return map
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new VaultError('file-unreadable', 'a table of the header is damaged')
  }
}

/** Numbers are written as u64, but those in `u32`. */
export function writeVariantMap(map: VariantMap, u32: ReadonlySet<string>): Uint8Array {
  const parts: Uint8Array[] = [new Uint8Array([0x00, 0x01])]
  for (const [name, value] of map) {
    const key = new TextEncoder().encode(name)
    const isShort = u32.has(name)
    const type = typeof value !== 'bigint' ? TYPES.bytes : isShort ? TYPES.u32 : TYPES.u64
    const content = typeof value !== 'bigint' ? value : isShort ? le32(Number(value)) : le64(value)
    parts.push(new Uint8Array([type]), le32(key.length), key, le32(content.length), content)
  }
  parts.push(new Uint8Array([0]))
  return Buffer.concat(parts)
}

function readValue(type: number, value: Uint8Array): bigint | Uint8Array | undefined {
  const view = viewOf(value)
  switch (type) {
    case TYPES.u32:
      return BigInt(view.getUint32(0, true))
    case TYPES.u64:
      return view.getBigUint64(0, true)
    case TYPES.i32:
      return BigInt(view.getInt32(0, true))
    case TYPES.i64:
      return view.getBigInt64(0, true)
    case TYPES.bytes:
      return value
    default:
      return undefined
  }
}

function take(bytes: Uint8Array, at: number, length: number): Uint8Array {
  if (at + length > bytes.length) throw new RangeError('past the end')
  return bytes.subarray(at, at + length)
}
