import { createCipheriv, createDecipheriv, randomBytes, timingSafeEqual } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { chacha20 } from '@noble/ciphers/chacha.js'
import { VaultError } from '../../../shared/errors.ts'
import type { ForeignKey } from '../foreign-entry.ts'
import { MAX_INFLATED_BYTES } from '../limits.ts'
import { hmac256, le32, le64, sha256, sha512, viewOf } from './bytes.ts'
import { compositeKey } from './composite-key.ts'
import { KDF_SHORT_FIELDS, newArgon2idParameters, transformKey } from './kdbx-kdf.ts'
import { readVariantMap, type VariantMap, writeVariantMap } from './variant-map.ts'

/**
 * The sealed container of KDBX 4 (https://keepass.info/help/kb/kdbx.html): header, its digest and HMAC, blocks
 * with an HMAC each, one cipher over the packed content. What is in it is `kdbx-content.ts`.
 */
const SIGNATURE = [0x03, 0xd9, 0xa2, 0x9a, 0x67, 0xfb, 0x4b, 0xb5]
/** KeePass 1, and KeePass 2 before its release. */
const OLD_SIGNATURES = [0x65, 0x66]
const VERSION_4_0 = 0x0004_0000
const FIELDS = { end: 0, cipher: 2, compression: 3, masterSeed: 4, nonce: 7, kdf: 11 } as const
const CIPHERS = {
  aes: '31c1f2e6bf714350be5805216afc5aff',
  chacha20: 'd6038a2b8b6f4cb5a524339a31dbb59a',
} as const
const BLOCK_BYTES = 1024 * 1024
const HEADER_BLOCK = 0xffff_ffff_ffff_ffffn

type Header = {
  cipher: keyof typeof CIPHERS
  isPacked: boolean
  masterSeed: Uint8Array
  nonce: Uint8Array
  kdf: VariantMap
  /** All bytes up to the digest. */
  bytes: Uint8Array
}

/** Whether a file begins as one of KeePass does. */
export function isKdbx(bytes: Uint8Array): boolean {
  return SIGNATURE.slice(0, 4).every((byte, index) => bytes[index] === byte)
}

/**
 * Opens the container: inner header and XML, unpacked.
 *
 * @throws VaultError `foreign-key-wrong`, `file-old-format` before KDBX 4, `file-unreadable`,
 * `kdf-parameters-refused`, `file-too-complex`
 */
export async function openKdbx(bytes: Uint8Array, key: ForeignKey): Promise<Uint8Array> {
  const header = readHeader(bytes)
  const at = header.bytes.length
  if (!isSame(sha256(header.bytes), bytes.subarray(at, at + 32))) throw damaged('header')
  const transformed = await transformKey(compositeKey(key), header.kdf)
  const { blockKey, cipherKey } = keysOf(header.masterSeed, transformed)
  const headerMac = hmac256(blockKey(HEADER_BLOCK), header.bytes)
  if (!isSame(headerMac, bytes.subarray(at + 32, at + 64))) {
    throw new VaultError('foreign-key-wrong', 'the password or key file is another')
  }
  const sealed = readBlocks(bytes.subarray(at + 64), blockKey)
  const content = applyCipher(header, cipherKey, sealed, 'open')
  return header.isPacked ? unpack(content) : content
}

/** Seals a content: Argon2id, ChaCha20. */
export async function sealKdbx(
  content: Uint8Array,
  key: ForeignKey,
  passes?: number,
): Promise<Uint8Array> {
  const masterSeed = randomBytes(32)
  const nonce = randomBytes(12)
  const kdf = newArgon2idParameters(randomBytes(32), passes)
  const bytes = writeHeader({ cipher: 'chacha20', isPacked: true, masterSeed, nonce, kdf })
  const transformed = await transformKey(compositeKey(key), kdf)
  const { blockKey, cipherKey } = keysOf(masterSeed, transformed)
  const header: Header = { cipher: 'chacha20', isPacked: true, masterSeed, nonce, kdf, bytes }
  const sealed = applyCipher(header, cipherKey, gzipSync(content), 'seal')
  const headerMac = hmac256(blockKey(HEADER_BLOCK), bytes)
  return Buffer.concat([bytes, sha256(bytes), headerMac, ...writeBlocks(sealed, blockKey)])
}

type BlockKey = (index: bigint) => Uint8Array

function keysOf(masterSeed: Uint8Array, transformed: Uint8Array) {
  const macKey = sha512(masterSeed, transformed, new Uint8Array([1]))
  const blockKey: BlockKey = (index) => sha512(le64(index), macKey)
  return { blockKey, cipherKey: sha256(masterSeed, transformed) }
}

function readHeader(bytes: Uint8Array): Header {
  const view = viewOf(bytes)
  const fields = new Map<number, Uint8Array>()
  try {
    const second = bytes[4] ?? 0
    if (OLD_SIGNATURES.includes(second) || view.getUint32(8, true) < VERSION_4_0) {
      throw new VaultError('file-old-format', 'KeePass before KDBX 4')
    }
    if (!SIGNATURE.every((byte, index) => bytes[index] === byte)) throw damaged('signature')
    if (view.getUint16(10, true) !== 4) throw damaged('version')
    let at = 12
    for (let id = -1; id !== FIELDS.end; ) {
      id = view.getUint8(at)
      const length = view.getUint32(at + 1, true)
      if (at + 5 + length > bytes.length) throw damaged('header')
      fields.set(id, bytes.subarray(at + 5, at + 5 + length))
      at += 5 + length
    }
    const header = fieldsOf(fields)
    return { ...header, bytes: bytes.subarray(0, at) }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw damaged('header')
  }
}

function fieldsOf(fields: ReadonlyMap<number, Uint8Array>): Omit<Header, 'bytes'> {
  const cipherId = Buffer.from(fields.get(FIELDS.cipher) ?? []).toString('hex')
  const cipher = cipherId === CIPHERS.aes ? 'aes' : 'chacha20'
  const masterSeed = fields.get(FIELDS.masterSeed)
  const nonce = fields.get(FIELDS.nonce)
  const kdf = fields.get(FIELDS.kdf)
  const compression = fields.get(FIELDS.compression)
  const isKnown = cipherId === CIPHERS[cipher]
  if (!isKnown) throw new VaultError('file-old-format', 'a cipher other than AES and ChaCha20')
  const isWhole =
    masterSeed?.length === 32 && nonce?.length === (cipher === 'aes' ? 16 : 12) && kdf !== undefined
  if (!isWhole || compression === undefined) throw damaged('header')
  const packing = viewOf(compression).getUint32(0, true)
  if (packing > 1) throw damaged('packing')
  return { cipher, isPacked: packing === 1, masterSeed, nonce, kdf: readVariantMap(kdf) }
}

function writeHeader(header: Omit<Header, 'bytes'>): Uint8Array {
  const field = (id: number, content: Uint8Array) =>
    Buffer.concat([new Uint8Array([id]), le32(content.length), content])
  return Buffer.concat([
    new Uint8Array(SIGNATURE),
    le32(VERSION_4_0),
    field(FIELDS.cipher, Buffer.from(CIPHERS[header.cipher], 'hex')),
    field(FIELDS.compression, le32(header.isPacked ? 1 : 0)),
    field(FIELDS.masterSeed, header.masterSeed),
    field(FIELDS.nonce, header.nonce),
    field(FIELDS.kdf, writeVariantMap(header.kdf, KDF_SHORT_FIELDS)),
    field(FIELDS.end, Buffer.from('\r\n\r\n')),
  ])
}

function readBlocks(bytes: Uint8Array, blockKey: BlockKey): Uint8Array {
  const view = viewOf(bytes)
  const parts: Uint8Array[] = []
  let at = 0
  for (let index = 0n; ; index++) {
    if (at + 36 > bytes.length) throw damaged('blocks')
    const length = view.getUint32(at + 32, true)
    const content = bytes.subarray(at + 36, at + 36 + length)
    const mac = hmac256(blockKey(index), le64(index), le32(length), content)
    if (content.length !== length || !isSame(mac, bytes.subarray(at, at + 32))) {
      throw damaged('blocks')
    }
    if (length === 0) return Buffer.concat(parts)
    parts.push(content)
    at += 36 + length
  }
}

function writeBlocks(content: Uint8Array, blockKey: BlockKey): Uint8Array[] {
  const parts: Uint8Array[] = []
  let index = 0n
  for (let at = 0; at <= content.length; at += BLOCK_BYTES) {
    const block = content.subarray(at, at + BLOCK_BYTES)
    if (block.length === 0) break
    const mac = hmac256(blockKey(index), le64(index), le32(block.length), block)
    parts.push(mac, le32(block.length), block)
    index += 1n
  }
  parts.push(hmac256(blockKey(index), le64(index), le32(0)), le32(0))
  return parts
}

function applyCipher(
  { cipher, nonce }: Header,
  key: Uint8Array,
  content: Uint8Array,
  direction: 'open' | 'seal',
): Uint8Array {
  if (cipher === 'chacha20') return chacha20(key, nonce, content)
  try {
    const make = direction === 'open' ? createDecipheriv : createCipheriv
    const run = make('aes-256-cbc', key, nonce)
    return Buffer.concat([run.update(content), run.final()])
  } catch {
    throw damaged('padding')
  }
}

function unpack(content: Uint8Array): Uint8Array {
  try {
    return gunzipSync(content, { maxOutputLength: MAX_INFLATED_BYTES })
  } catch (error) {
    // `as`: node:zlib throws errors that carry a code.
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ERR_BUFFER_TOO_LARGE') {
      throw new VaultError('file-too-complex', 'it unpacks to too much')
    }
    throw damaged('packing')
  }
}

function isSame(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && timingSafeEqual(left, right)
}

function damaged(part: string): VaultError {
  return new VaultError('file-unreadable', `the KDBX is damaged: ${part}`)
}
