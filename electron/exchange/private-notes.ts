import { dayOf } from '../../shared/calendar-day.ts'
import type { ForeignLine, PrivatePart } from '../../shared/exchange.ts'
import { MAX_FILE_BYTES } from '../../shared/file-types.ts'
import { MAX_HISTORY } from '../ledger/credential-secret.ts'
import { isTotpUri } from '../passwords/totp.ts'
import type { ForeignEntry, ForeignFile } from './foreign-entry.ts'
import { paperTypeOf } from './paper-type.ts'

/** Bounds of the fields of a credential: shared/records/credential.ts. */
const MAX_LINE = 200
const MAX_VALUE = 64
const MAX_TOTP = 1000
export const MAX_NOTES = 10_000
/** A file of text that is no paper, such as a key, goes into the notes up to here. */
const MAX_TEXT_FILE_BYTES = 8000

/** An entry divided into what has a field of its own and what goes into the sealed notes. */
export type DividedEntry = {
  label: string
  account?: string
  portal?: string
  value?: string
  totpUri?: string
  history: ForeignEntry['history']
  /** Of any length. */
  notes: string
  parts: PrivatePart[]
  files: { file: ForeignFile; fate: ForeignLine['files'][number]['fate'] }[]
}

/** Nothing of an entry is lost: what fits nowhere is a line of the private notes, or a file that is named as left. */
export function divideEntry(entry: ForeignEntry): DividedEntry {
  const parts: PrivatePart[] = []
  const lines: string[] = []
  const keep = (part: PrivatePart, line: string) => {
    parts.push(part)
    lines.push(line)
  }
  const fits = (text: string | undefined, most: number) =>
    text !== undefined && text.trim() !== '' && text.trim().length <= most && !/[\r\n]/.test(text)

  const title = entry.title.trim().replace(/\s+/g, ' ')
  const { account, password, totpUri } = entry
  const [url, ...otherUrls] = entry.urls
  const divided: DividedEntry = {
    label: (title || url || account || '未命名').slice(0, MAX_LINE).trim(),
    history: [],
    notes: '',
    parts,
    files: entry.files.map((file) => ({ file, fate: fateOf(file) })),
  }
  if (entry.notes !== undefined && entry.notes.trim() !== '') keep({ part: 'notes' }, entry.notes)
  if (title.length > MAX_LINE) keep({ part: 'title' }, `标题：${entry.title}`)
  if (fits(account, MAX_LINE)) divided.account = account?.trim() ?? ''
  else if (account) keep({ part: 'account' }, `账号：${account}`)
  if (fits(url, MAX_LINE)) divided.portal = url?.trim() ?? ''
  else if (url) keep({ part: 'address' }, `网址：${url}`)
  for (const other of otherUrls) if (other !== '') keep({ part: 'address' }, `网址：${other}`)
  if (password !== undefined && password.length <= MAX_VALUE) divided.value = password
  else if (password !== undefined) keep({ part: 'password' }, `密码：${password}`)
  if (totpUri !== undefined) {
    if (totpUri.length <= MAX_TOTP && isTotpUri(totpUri)) divided.totpUri = totpUri
    else keep({ part: 'totp' }, `动态口令：${totpUri}`)
  }
  for (const { name, value } of entry.extras) {
    keep({ part: 'field', name }, name === '' ? value : `${name}：${value}`)
  }
  if (entry.expiresAt !== undefined) keep({ part: 'expiry' }, `到期：${dayOf(entry.expiresAt)}`)
  for (const past of entry.history) {
    const isKept = past.value.length <= MAX_VALUE && divided.history.length < MAX_HISTORY
    if (isKept) divided.history.push(past)
    else keep({ part: 'history' }, `旧密码：${past.value}`)
  }
  for (const { file, fate } of divided.files) {
    if (fate === 'notes') {
      keep(
        { part: 'file', name: file.name },
        `${file.name}：\n${new TextDecoder().decode(file.bytes)}`,
      )
    }
  }
  divided.notes = lines.join('\n')
  return divided
}

/** Notes in pieces that a record can hold. */
export function notesInPieces(notes: string): string[] {
  const pieces: string[] = []
  for (let at = 0; at < notes.length; ) {
    let end = at + MAX_NOTES
    // A character outside the basic plane is two units: never cut between them.
    if (end < notes.length && /[\uD800-\uDBFF]/.test(notes.charAt(end - 1))) end -= 1
    pieces.push(notes.slice(at, end))
    at = end
  }
  return pieces
}

function fateOf(file: ForeignFile): DividedEntry['files'][number]['fate'] {
  const { bytes } = file
  if (bytes.length === 0) return 'notes'
  if (bytes.length <= MAX_FILE_BYTES && paperTypeOf(file) !== undefined) return 'document'
  return bytes.length <= MAX_TEXT_FILE_BYTES && isText(bytes) ? 'notes' : 'left'
}

function isText(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
