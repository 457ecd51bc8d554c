import { VaultError } from '../../shared/errors.ts'
import { readZipParts } from '../spreadsheet/zip-container.ts'
import { emptyEntry, type ForeignEntry, type ForeignVault } from './foreign-entry.ts'
import { at, type Json, listAt, parseJson, textAt } from './json.ts'
import { MAX_ENTRIES, MAX_INFLATED_BYTES } from './limits.ts'
import { totpAddressOf } from './totp-address.ts'

/**
 * Reads 1Password's 1PUX: a zip with one JSON and the files of its items
 * (https://support.1password.com/1pux-format/).
 *
 * @throws VaultError `file-unreadable`, `file-too-complex`
 */
export function readOnePux(bytes: Uint8Array): ForeignVault {
  const isWanted = (name: string) => name === 'export.data' || name.startsWith('files/')
  const parts = readZipParts(bytes, isWanted, MAX_INFLATED_BYTES)
  const data = parts.get('export.data')
  if (data === undefined) throw new VaultError('file-unreadable', 'no 1PUX')
  const json = parseJson(new TextDecoder().decode(data))
  const entries: ForeignEntry[] = []
  for (const account of listAt(json, 'accounts')) {
    for (const vault of listAt(account, 'vaults')) {
      const group = [textAt(vault, 'attrs', 'name') ?? ''].filter((name) => name !== '')
      for (const item of listAt(vault, 'items')) {
        entries.push(entryOf(item, group, parts))
        if (entries.length > MAX_ENTRIES) throw new VaultError('file-too-complex', 'too many items')
      }
    }
  }
  return { format: 'onepassword-1pux', entries }
}

function entryOf(
  item: Json,
  group: readonly string[],
  parts: ReadonlyMap<string, Uint8Array>,
): ForeignEntry {
  const entry = emptyEntry(textAt(item, 'overview', 'title') ?? '', group)
  const urls = listAt(item, 'overview', 'urls').map((one) => textAt(one, 'url'))
  for (const url of [textAt(item, 'overview', 'url'), ...urls]) {
    if (url !== undefined && !entry.urls.includes(url)) entry.urls.push(url)
  }
  for (const field of listAt(item, 'details', 'loginFields')) {
    const value = textAt(field, 'value')
    const designation = textAt(field, 'designation')
    if (value === undefined) continue
    if (designation === 'username' && entry.account === undefined) entry.account = value
    else if (designation === 'password' && entry.password === undefined) entry.password = value
    else entry.extras.push({ name: textAt(field, 'name') ?? designation ?? '', value })
  }
  const password = textAt(item, 'details', 'password')
  if (password !== undefined) {
    if (entry.password === undefined) entry.password = password
    else entry.extras.push({ name: 'password', value: password })
  }
  const notes = textAt(item, 'details', 'notesPlain')
  if (notes !== undefined) entry.notes = notes
  for (const section of listAt(item, 'details', 'sections')) readSection(entry, section, parts)
  for (const past of listAt(item, 'details', 'passwordHistory')) {
    const value = textAt(past, 'value')
    const time = at(past, 'time')
    if (value !== undefined) {
      entry.history.push(typeof time === 'number' ? { value, replacedAt: time * 1000 } : { value })
    }
  }
  entry.history.sort((a, b) => (b.replacedAt ?? 0) - (a.replacedAt ?? 0))
  addFile(entry, at(item, 'details', 'documentAttributes'), parts)
  const tags = listAt(item, 'overview', 'tags').filter((tag) => typeof tag === 'string')
  if (tags.length > 0) entry.extras.push({ name: 'Tags', value: tags.join(', ') })
  const createdAt = at(item, 'createdAt')
  const passwordSetAt =
    entry.history[0]?.replacedAt ?? (typeof createdAt === 'number' ? createdAt * 1000 : undefined)
  if (passwordSetAt !== undefined) entry.passwordSetAt = passwordSetAt
  entry.isTrashed = textAt(item, 'state') === 'archived'
  return entry
}

function readSection(
  entry: ForeignEntry,
  section: Json,
  parts: ReadonlyMap<string, Uint8Array>,
): void {
  const heading = textAt(section, 'title')
  for (const field of listAt(section, 'fields')) {
    const value = at(field, 'value')
    const title = textAt(field, 'title') ?? textAt(field, 'id') ?? ''
    const name = heading === undefined ? title : `${heading} · ${title}`
    const totp = textAt(value, 'totp')
    const uri = totp === undefined ? undefined : totpAddressOf(totp, entry.title, entry.account)
    if (uri !== undefined && entry.totpUri === undefined) {
      entry.totpUri = uri
      continue
    }
    const file = at(value, 'file')
    if (file !== undefined) {
      addFile(entry, file, parts)
      continue
    }
    const text = plain(value)
    if (text !== '') entry.extras.push({ name, value: text })
  }
}

function addFile(
  entry: ForeignEntry,
  file: Json | undefined,
  parts: ReadonlyMap<string, Uint8Array>,
): void {
  const name = textAt(file, 'fileName')
  const id = textAt(file, 'documentId')
  if (name === undefined || id === undefined) return
  const bytes = parts.get(`files/${id}__${name}`)
  if (bytes === undefined) entry.extras.push({ name: 'file', value: name })
  else entry.files.push({ name, bytes })
}

/** A value is an object whose one key tells its kind: `{concealed: '…'}`. */
function plain(value: Json | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'object') return String(value)
  const values = Array.isArray(value) ? value : Object.values(value)
  return values
    .map(plain)
    .filter((text) => text !== '')
    .join(' ')
}
