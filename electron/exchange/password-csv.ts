import { CsvError, parse } from 'csv-parse/sync'
import { VaultError } from '../../shared/errors.ts'
import type { ForeignFormat } from '../../shared/exchange.ts'
import { decodeText } from '../spreadsheet/text-encoding.ts'
import { emptyEntry, type ForeignEntry, type ForeignVault } from './foreign-entry.ts'
import { MAX_ENTRIES, MAX_FIELD_CHARS } from './limits.ts'
import { totpAddressOf } from './totp-address.ts'

/** What a column of a password table is. `folder` may be a path with slashes; `ignored` tells nothing of the entry. */
type Column =
  | 'title'
  | 'url'
  | 'account'
  | 'password'
  | 'notes'
  | 'totp'
  | 'folder'
  | 'passwordSetAt'
  | 'archived'
  | 'fields'
  | 'ignored'

/**
 * The headers of Chrome, Edge, Firefox, Safari, 1Password, Bitwarden, KeePassXC, LastPass, Dashlane and their Chinese
 * forms, in lower case.
 */
const COLUMNS: Readonly<Record<Column, readonly string[]>> = {
  title: ['name', 'title', '名称', '标题'],
  url: [
    'url',
    'urls',
    'website',
    'web site',
    'login_uri',
    'login uri',
    'uri',
    '网址',
    '网站',
    'websites',
  ],
  account: [
    'username',
    'user name',
    'login name',
    'login_username',
    'login',
    'email',
    'account',
    '用户名',
    '账号',
    '帐号',
    '账户',
  ],
  password: ['password', 'login_password', '密码'],
  notes: ['note', 'notes', 'extra', 'comments', '备注', '备注信息'],
  totp: [
    'otpauth',
    'otpauth url',
    'totp',
    'login_totp',
    'otpurl',
    'otpsecret',
    'one-time password',
  ],
  folder: ['folder', 'group', 'grouping', 'category', 'vault', '文件夹', '分组'],
  passwordSetAt: ['timepasswordchanged'],
  archived: ['archived'],
  fields: ['fields'],
  ignored: [
    'guid',
    'formactionorigin',
    'timecreated',
    'timelastused',
    'favorite',
    'fav',
    'reprompt',
    'icon',
    'created',
    'last modified',
    'modified',
    'updated',
  ],
}
const KNOWN = new Map(
  Object.entries(COLUMNS).flatMap(([column, names]) =>
    // `as`: the keys of COLUMNS are Column.
    names.map((name) => [name, column as Column] as const),
  ),
)
const HEADER_WORDS = [...KNOWN.keys()]

/**
 * Reads the table of passwords that a browser or password manager gives out. Values stay exactly as they are, also those
 * that a spreadsheet would take for a formula.
 *
 * @throws VaultError `file-unreadable`, `file-too-complex`, `file-has-no-rows`; `file-unreadable` with fact `reason` =
 * `no-password-column` when it is another table.
 */
export function readPasswordCsv(bytes: Uint8Array): ForeignVault {
  const { text } = decodeText(bytes, HEADER_WORDS)
  const [header, ...rows] = parseRows(text)
  if (header === undefined) throw new VaultError('file-has-no-rows', 'nothing in the table')
  const names = header.map((name) => name.trim().toLowerCase())
  const columns = names.map((name) => KNOWN.get(name))
  if (!columns.includes('password')) {
    throw new VaultError('file-unreadable', 'no column of passwords', {
      facts: { reason: 'no-password-column' },
    })
  }
  const entries = rows
    .filter((row) => row.some((cell) => cell !== ''))
    .map((row) => entryOf(row, header, columns))
  if (entries.length === 0) throw new VaultError('file-has-no-rows', 'nothing but headers')
  return { format: formatOf(names), entries }
}

function formatOf(names: readonly string[]): ForeignFormat {
  const has = (name: string) => names.includes(name)
  if (has('otpauth') && (has('archived') || has('favorite') || has('tags')))
    return 'onepassword-csv'
  if (has('url') && has('username') && names.length <= 6) return 'browser-csv'
  return has('httprealm') ? 'browser-csv' : 'password-csv'
}

function entryOf(
  row: readonly string[],
  header: readonly string[],
  columns: readonly (Column | undefined)[],
): ForeignEntry {
  const entry = emptyEntry('')
  const seen = new Set<Column>()
  for (const [index, value] of row.entries()) {
    const column = columns[index]
    if (value === '' || column === 'ignored' || isItemType(header[index], value)) continue
    if (column === undefined || seen.has(column) || !put(entry, column, value)) {
      entry.extras.push({ name: header[index]?.trim() || `#${index + 1}`, value })
    }
    if (column !== undefined) seen.add(column)
  }
  return entry
}

/** Bitwarden says of each item that it is a login or a note. */
function isItemType(header: string | undefined, value: string): boolean {
  return header === 'type' && (value === 'login' || value === 'note')
}

/** @returns false when the value is not what the column promises: it is kept as a field of its own then. */
function put(entry: ForeignEntry, column: Exclude<Column, 'ignored'>, value: string): boolean {
  switch (column) {
    case 'title':
      entry.title = value
      return true
    case 'url':
      entry.urls.push(...value.split(/[\n,](?=\s*[a-z]+:\/\/)/i).map((one) => one.trim()))
      return true
    case 'account':
    case 'password':
    case 'notes':
      entry[column] = value
      return true
    case 'folder':
      entry.group = value.split('/').filter((part) => part !== '')
      return true
    case 'totp': {
      const uri = totpAddressOf(value, entry.title)
      if (uri !== undefined) entry.totpUri = uri
      return uri !== undefined
    }
    case 'passwordSetAt': {
      const at = /^\d+$/.test(value) ? Number(value) : Date.parse(value)
      if (Number.isSafeInteger(at) && at > 0) entry.passwordSetAt = at < 1e11 ? at * 1000 : at
      return true
    }
    case 'archived':
      entry.isTrashed = value.toLowerCase() === 'true'
      return true
    case 'fields':
      for (const line of value.split('\n')) {
        const at = line.indexOf(': ')
        if (line !== '') {
          entry.extras.push(
            at < 1
              ? { name: 'fields', value: line }
              : { name: line.slice(0, at), value: line.slice(at + 2) },
          )
        }
      }
      return true
  }
}

function parseRows(text: string): string[][] {
  const firstLine = text.slice(0, 2000).split(/\r?\n/, 1)[0] ?? ''
  const delimiter = [',', '\t', ';'].reduce((best, one) =>
    firstLine.split(one).length > firstLine.split(best).length ? one : best,
  )
  try {
    const rows: string[][] = parse(text, {
      delimiter,
      bom: true,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      max_record_size: MAX_FIELD_CHARS,
      to: MAX_ENTRIES + 2,
    })
    if (rows.length > MAX_ENTRIES + 1) throw new VaultError('file-too-complex', 'too many rows')
    return rows
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    if (error.code === 'CSV_MAX_RECORD_SIZE') {
      throw new VaultError('file-too-complex', 'a line is too long')
    }
    // The library's message quotes the line, so it is not passed on.
    throw new VaultError('file-unreadable', 'the csv is malformed')
  }
}
