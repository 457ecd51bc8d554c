import { VaultError } from '../../../shared/errors.ts'
import type { ForeignEntry, ForeignField } from '../foreign-entry.ts'
import { MAX_DEPTH, MAX_ENTRIES, MAX_FIELD_CHARS } from '../limits.ts'
import { totpUriOf } from '../totp-address.ts'
import { childNamed, textOf, type XmlElement } from '../xml.ts'
import { viewOf } from './bytes.ts'
import type { KdbxContent } from './kdbx-content.ts'

/** Seconds from 0001-01-01, where KDBX counts from, to 1970. */
const EPOCH_SECONDS = 62_135_596_800

type Strings = Map<string, string>

/** The fields that each entry has; all others are the person's own. */
const STANDARD = ['Title', 'UserName', 'Password', 'URL', 'Notes'] as const
const TOTP_FIELDS = [
  'otp',
  'TOTP Seed',
  'TOTP Settings',
  'TimeOtp-Secret',
  'TimeOtp-Secret-Hex',
  'TimeOtp-Secret-Base32',
  'TimeOtp-Secret-Base64',
  'TimeOtp-Length',
  'TimeOtp-Period',
  'TimeOtp-Algorithm',
] as const

/**
 * All entries of an opened KDBX.
 *
 * @throws VaultError `file-too-complex`, `file-unreadable`
 */
export function entriesOf({ document, binaries }: KdbxContent): ForeignEntry[] {
  const root = childNamed(childNamed(document, 'Root'), 'Group')
  if (root === undefined) throw new VaultError('file-unreadable', 'no root group')
  const binId = textOf(childNamed(childNamed(document, 'Meta'), 'RecycleBinUUID'))
  const entries: ForeignEntry[] = []
  const visit = (group: XmlElement, names: string[], isTrashed: boolean) => {
    if (names.length > MAX_DEPTH) throw new VaultError('file-too-complex', 'too many groups')
    for (const child of group.children) {
      if (child.name === 'Entry') {
        entries.push({ ...entryOf(child, binaries), group: names, isTrashed })
        if (entries.length > MAX_ENTRIES)
          throw new VaultError('file-too-complex', 'too many entries')
      } else if (child.name === 'Group') {
        const id = textOf(childNamed(child, 'UUID'))
        const name = textOf(childNamed(child, 'Name'))
        visit(child, [...names, name], isTrashed || (id !== '' && id === binId && isRealId(id)))
      }
    }
  }
  visit(root, [], false)
  return entries
}

function entryOf(element: XmlElement, binaries: readonly Uint8Array[]): ForeignEntry {
  const strings = stringsOf(element)
  const times = childNamed(element, 'Times')
  const taken = new Set<string>(STANDARD)
  const totpUri = totpUriOf(strings, strings.get('Title') ?? '', strings.get('UserName') ?? '')
  if (totpUri !== undefined) for (const name of TOTP_FIELDS) taken.add(name)
  const extras: ForeignField[] = []
  for (const [name, value] of strings) {
    if (!taken.has(name) && value !== '') extras.push({ name, value })
  }
  const tags = textOf(childNamed(element, 'Tags'))
  if (tags !== '') extras.push({ name: 'Tags', value: tags })
  const history = historyOf(element, strings.get('Password'))
  const passwordSetAt = history[0]?.replacedAt ?? timeOf(childNamed(times, 'CreationTime'))
  const isExpiring = textOf(childNamed(times, 'Expires')).toLowerCase() === 'true'
  const expiresAt = isExpiring ? timeOf(childNamed(times, 'ExpiryTime')) : undefined
  const account = strings.get('UserName')
  const password = strings.get('Password')
  const notes = strings.get('Notes')
  const url = strings.get('URL')
  return {
    group: [],
    title: strings.get('Title') ?? '',
    ...(account ? { account } : {}),
    ...(password ? { password } : {}),
    ...(notes ? { notes } : {}),
    ...(totpUri === undefined ? {} : { totpUri }),
    ...(passwordSetAt === undefined ? {} : { passwordSetAt }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
    urls: url ? [url] : [],
    extras,
    history,
    files: filesOf(element, binaries),
    isTrashed: false,
  }
}

/** Older versions hold all fields each; of them the passwords that were replaced, newest first. */
function historyOf(entry: XmlElement, current: string | undefined): ForeignEntry['history'] {
  const versions = (childNamed(entry, 'History')?.children ?? [])
    .filter((child) => child.name === 'Entry')
    .map((version) => ({
      value: stringsOf(version).get('Password') ?? '',
      changedAt: timeOf(childNamed(childNamed(version, 'Times'), 'LastModificationTime')),
    }))
    // Written oldest first.
    .reverse()
    .sort((a, b) => (b.changedAt ?? 0) - (a.changedAt ?? 0))
  const history: ForeignEntry['history'] = []
  let newer = current ?? ''
  let replacedAt = timeOf(childNamed(childNamed(entry, 'Times'), 'LastModificationTime'))
  for (const { value, changedAt } of versions) {
    if (value !== newer && value !== '') {
      history.push(replacedAt === undefined ? { value } : { value, replacedAt })
    }
    newer = value
    replacedAt = changedAt
  }
  return history
}

function filesOf(entry: XmlElement, binaries: readonly Uint8Array[]): ForeignEntry['files'] {
  return entry.children
    .filter((child) => child.name === 'Binary')
    .flatMap((child) => {
      const name = textOf(childNamed(child, 'Key'))
      const bytes = binaries[Number(childNamed(child, 'Value')?.attributes['Ref'])]
      return bytes === undefined ? [] : [{ name, bytes }]
    })
}

function stringsOf(entry: XmlElement): Strings {
  const strings: Strings = new Map()
  for (const child of entry.children) {
    if (child.name !== 'String') continue
    const value = textOf(childNamed(child, 'Value'))
    if (value.length > MAX_FIELD_CHARS) {
      throw new VaultError('file-too-complex', 'a field is too long')
    }
    strings.set(textOf(childNamed(child, 'Key')), value)
  }
  return strings
}

function timeOf(element: XmlElement | undefined): number | undefined {
  const text = textOf(element).trim()
  if (text === '') return undefined
  const bytes = Buffer.from(text, 'base64')
  // Exports of other programs write the time as text even in version 4.
  const ms = text.includes(':')
    ? Date.parse(text)
    : bytes.length === 8
      ? (Number(viewOf(bytes).getBigInt64(0, true)) - EPOCH_SECONDS) * 1000
      : Number.NaN
  return Number.isSafeInteger(ms) && ms > 0 ? ms : undefined
}

function isRealId(base64: string): boolean {
  return Buffer.from(base64, 'base64').some((byte) => byte !== 0)
}
