import { VaultError } from '../../../shared/errors.ts'
import type { ForeignKey } from '../foreign-entry.ts'
import { childNamed, parseXml, textOf, type XmlElement } from '../xml.ts'
import { sha256 } from './bytes.ts'

/** What a password and a key file come to: the 32 bytes that the key derivation takes. */
export function compositeKey({ password, keyFile }: ForeignKey): Uint8Array {
  const parts: Uint8Array[] = []
  if (password !== undefined) parts.push(sha256(new TextEncoder().encode(password)))
  if (keyFile !== undefined) parts.push(keyOfFile(keyFile))
  return sha256(...parts)
}

/**
 * The key that a key file stands for: KeePass' XML of version 1 or 2, 32 raw bytes, 64 hex digits, or the hash of
 * any other file.
 *
 * @throws VaultError `file-unreadable` for an XML key file whose own checksum is wrong.
 */
export function keyOfFile(bytes: Uint8Array): Uint8Array {
  if (bytes.length === 32) return bytes
  const text = new TextDecoder().decode(bytes.subarray(0, 100_000))
  if (bytes.length === 64 && /^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex')
  const root = /^\uFEFF?\s*</.test(text) ? tryXml(text) : undefined
  if (root === undefined || root.name !== 'KeyFile') return sha256(bytes)
  const version = textOf(childNamed(childNamed(root, 'Meta'), 'Version')).trim()
  const data = childNamed(childNamed(root, 'Key'), 'Data')
  const content = textOf(data).replace(/\s+/g, '')
  if (!version.startsWith('2')) return Buffer.from(content, 'base64')
  const key = Buffer.from(content, 'hex')
  const check = data?.attributes['Hash']
  if (check !== undefined && !sameHex(sha256(key).subarray(0, 4), check)) {
    throw new VaultError('file-unreadable', 'the key file is damaged')
  }
  return key
}

function sameHex(bytes: Uint8Array, hex: string): boolean {
  return Buffer.from(bytes).toString('hex') === hex.toLowerCase()
}

function tryXml(text: string): XmlElement | undefined {
  try {
    return parseXml(text)
  } catch {
    return undefined
  }
}
