import { createDecipheriv, pbkdf2Sync, timingSafeEqual } from 'node:crypto'
import { argon2id } from 'hash-wasm'
import { VaultError } from '../../shared/errors.ts'
import { KDF_BOUNDS, MAX_UNLOCK_WORK } from '../vault/passphrase.ts'
import {
  emptyEntry,
  type ForeignEntry,
  type ForeignKey,
  type ForeignVault,
} from './foreign-entry.ts'
import { at, type Json, listAt, parseJson, textAt } from './json.ts'
import { hmac256, sha256 } from './kdbx/bytes.ts'
import { MAX_ENTRIES } from './limits.ts'
import { totpAddressOf } from './totp-address.ts'

const MAX_PBKDF2_ROUNDS = 10_000_000
const MIB = 1024 * 1024
/** One more than a cipher text has. */
const MAX_CIPHER_PARTS = 5
const KDFS = { pbkdf2: 0, argon2id: 1 } as const
/** login, secure note, card, identity, SSH key. */
const PARTS = ['card', 'identity', 'sshKey', 'secureNote'] as const

export function isBitwarden(json: Json): boolean {
  return Array.isArray(at(json, 'items')) || typeof at(json, 'encrypted') === 'boolean'
}

/** Whether the export can only be opened with the password that was set for it. */
function needsPassword(json: Json): boolean {
  return at(json, 'encrypted') === true && at(json, 'passwordProtected') === true
}

/** The same of a piece of its text. Quotes inside a string are escaped: what is found is a name of a field. */
export function saysPassword(text: string): boolean {
  return /"encrypted"\s*:\s*true/.test(text) && /"passwordProtected"\s*:\s*true/.test(text)
}

/**
 * Reads Bitwarden's JSON, plain or protected by a password of its own. One that is sealed with the account's key can
 * be opened by that account alone.
 *
 * @throws VaultError `file-encrypted` (account's key), `foreign-key-wrong`, `kdf-parameters-refused`, `file-unreadable`
 */
export async function readBitwarden(json: Json, key: ForeignKey): Promise<ForeignVault> {
  if (at(json, 'encrypted') !== true) return { format: 'bitwarden-json', entries: entriesOf(json) }
  if (!needsPassword(json)) {
    throw new VaultError('file-encrypted', 'sealed with the key of the account', {
      facts: { reason: 'account-key' },
    })
  }
  const { password } = key
  if (password === undefined) throw new VaultError('foreign-key-wrong', 'a password is needed')
  const keys = await exportKeys(json, password)
  const check = openCipherString(textAt(json, 'encKeyValidation_DO_NOT_EDIT'), keys)
  const data = openCipherString(textAt(json, 'data'), keys)
  if (check === undefined || data === undefined) {
    throw new VaultError('foreign-key-wrong', 'the password is another')
  }
  return { format: 'bitwarden-json', entries: entriesOf(parseJson(new TextDecoder().decode(data))) }
}

type ExportKeys = { seal: Uint8Array; mac: Uint8Array }

async function exportKeys(json: Json, password: string): Promise<ExportKeys> {
  const salt = Buffer.from(textAt(json, 'salt') ?? '', 'utf8')
  const master = await derive(json, password, salt)
  const expand = (info: string) => {
    // HKDF-Expand alone, one block: what Bitwarden does with its stretched keys.
    return hmac256(master, new TextEncoder().encode(info), new Uint8Array([1]))
  }
  return { seal: expand('enc'), mac: expand('mac') }
}

async function derive(json: Json, password: string, salt: Uint8Array): Promise<Uint8Array> {
  const iterations = numberAt(json, 'kdfIterations')
  const kind = numberAt(json, 'kdfType')
  if (kind === KDFS.pbkdf2 && iterations >= 1 && iterations <= MAX_PBKDF2_ROUNDS) {
    return pbkdf2Sync(password, salt, iterations, 32, 'sha256')
  }
  const memoryMiB = numberAt(json, 'kdfMemory')
  const parallelism = numberAt(json, 'kdfParallelism')
  const isBounded =
    kind === KDFS.argon2id &&
    iterations >= 1 &&
    parallelism >= 1 &&
    parallelism <= 64 &&
    memoryMiB >= 1 &&
    memoryMiB * MIB <= KDF_BOUNDS.maxMemLimitBytes &&
    memoryMiB * MIB * iterations <= MAX_UNLOCK_WORK
  if (!isBounded) {
    throw new VaultError('kdf-parameters-refused', 'the key derivation is out of bounds', {
      facts: { opsLimit: iterations || 0, memLimitMiB: memoryMiB || 0 },
    })
  }
  return await argon2id({
    password,
    salt: sha256(salt),
    iterations,
    memorySize: memoryMiB * 1024,
    parallelism,
    hashLength: 32,
    outputType: 'binary',
  })
}

/** `2.nonce|sealed|mac`: AES-256-CBC, HMAC-SHA-256 over both. @returns undefined when the MAC is another. */
function openCipherString(text: string | undefined, keys: ExportKeys): Uint8Array | undefined {
  const [kind = '', ...parts] = (text ?? '').split(/[.|]/, MAX_CIPHER_PARTS)
  if (kind !== '2' || parts.length !== 3) {
    throw new VaultError('file-unreadable', 'an unknown cipher text')
  }
  const [nonce, sealed, mac] = parts.map((part) => Buffer.from(part, 'base64'))
  if (nonce?.length !== 16 || !sealed?.length || mac?.length !== 32) {
    throw new VaultError('file-unreadable', 'a malformed cipher text')
  }
  if (!timingSafeEqual(hmac256(keys.mac, nonce, sealed), mac)) return undefined
  const open = createDecipheriv('aes-256-cbc', keys.seal, nonce)
  return Buffer.concat([open.update(sealed), open.final()])
}

function entriesOf(json: Json): ForeignEntry[] {
  const items = listAt(json, 'items')
  if (items.length > MAX_ENTRIES) throw new VaultError('file-too-complex', 'too many items')
  const folders = new Map<string, string>()
  for (const one of [...listAt(json, 'folders'), ...listAt(json, 'collections')]) {
    folders.set(textAt(one, 'id') ?? '', textAt(one, 'name') ?? '')
  }
  return items.map((item) => entryOf(item, folders))
}

function entryOf(item: Json, folders: ReadonlyMap<string, string>): ForeignEntry {
  const folderId = textAt(item, 'folderId') ?? listAt(item, 'collectionIds')[0]
  const folder = typeof folderId === 'string' ? (folders.get(folderId) ?? '') : ''
  const title = textAt(item, 'name') ?? ''
  const entry = emptyEntry(
    title,
    folder.split('/').filter((part) => part !== ''),
  )
  const account = textAt(item, 'login', 'username')
  const password = textAt(item, 'login', 'password')
  const notes = textAt(item, 'notes')
  const totp = textAt(item, 'login', 'totp')
  if (account !== undefined) entry.account = account
  if (password !== undefined) entry.password = password
  if (notes !== undefined) entry.notes = notes
  if (totp !== undefined) {
    const uri = totpAddressOf(totp, title, account)
    if (uri === undefined) entry.extras.push({ name: 'TOTP', value: totp })
    else entry.totpUri = uri
  }
  for (const uri of listAt(item, 'login', 'uris')) {
    const url = textAt(uri, 'uri')
    if (url !== undefined) entry.urls.push(url)
  }
  for (const field of listAt(item, 'fields')) {
    const value = textAt(field, 'value')
    if (value !== undefined) entry.extras.push({ name: textAt(field, 'name') ?? '', value })
  }
  for (const part of PARTS) pushParts(entry, at(item, part), part)
  for (const passkey of listAt(item, 'login', 'fido2Credentials')) {
    entry.extras.push({ name: 'passkey', value: JSON.stringify(passkey) })
  }
  for (const past of listAt(item, 'passwordHistory')) {
    const value = textAt(past, 'password')
    const replacedAt = Date.parse(textAt(past, 'lastUsedDate') ?? '')
    if (value !== undefined) {
      entry.history.push(Number.isNaN(replacedAt) ? { value } : { value, replacedAt })
    }
  }
  entry.history.sort((a, b) => (b.replacedAt ?? 0) - (a.replacedAt ?? 0))
  const { 0: newest } = entry.history
  const setAt = Date.parse(textAt(item, 'login', 'passwordRevisionDate') ?? '')
  const passwordSetAt = Number.isNaN(setAt) ? newest?.replacedAt : setAt
  if (passwordSetAt !== undefined) entry.passwordSetAt = passwordSetAt
  entry.isTrashed = textAt(item, 'deletedDate') !== undefined
  return entry
}

/** Cards, identities, SSH keys: field by field. */
function pushParts(entry: ForeignEntry, part: Json | undefined, name: string): void {
  if (part === null || typeof part !== 'object' || Array.isArray(part)) return
  for (const [key, value] of Object.entries(part)) {
    if (name === 'secureNote' && key === 'type') continue
    const text = textAt(part, key)
    if (text !== undefined && typeof value !== 'boolean') {
      entry.extras.push({ name: `${name}.${key}`, value: text })
    }
  }
}

function numberAt(json: Json, key: string): number {
  const value = at(json, key)
  return typeof value === 'number' && Number.isInteger(value) ? value : Number.NaN
}
