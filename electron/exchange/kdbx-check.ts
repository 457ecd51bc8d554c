import { VaultError } from '../../shared/errors.ts'
import type { ForeignEntry } from './foreign-entry.ts'
import { sha256 } from './kdbx/bytes.ts'
import type { KdbxEntry, KdbxGroup } from './kdbx/kdbx-writer.ts'

/**
 * Compares what was read back with what was to be written: every field, past password and file.
 *
 * @throws VaultError `io-failed` when anything is missing or another
 */
export function requireSame(root: KdbxGroup, found: readonly ForeignEntry[]): void {
  const expected = flatten(root, [])
  const isSame =
    expected.length === found.length &&
    expected.every(({ entry, group }, index) => {
      const read = found[index]
      return read !== undefined && written(entry, group) === asRead(read)
    })
  if (!isSame) throw new VaultError('io-failed', 'the export does not read back as it was written')
}

/** In the order of the document: the entries of a group before the groups in it. */
function flatten(group: KdbxGroup, path: string[]): { entry: KdbxEntry; group: string[] }[] {
  return [
    ...group.entries.map((entry) => ({ entry, group: path })),
    ...group.groups.flatMap((child) => flatten(child, [...path, child.name])),
  ]
}

function written(entry: KdbxEntry, group: readonly string[]): string {
  const values = new Map(entry.strings.map(({ key, value }) => [key, value]))
  const standard = ['Title', 'UserName', 'Password', 'URL', 'Notes', 'otp']
  const extras = entry.strings.filter(({ key, value }) => !standard.includes(key) && value !== '')
  return JSON.stringify({
    group,
    title: values.get('Title') ?? '',
    account: values.get('UserName') ?? '',
    password: values.get('Password') ?? '',
    url: values.get('URL') ?? '',
    notes: values.get('Notes') ?? '',
    totp: values.get('otp') ?? '',
    extras: extras.map(({ key, value }) => [key, value]),
    past: pastOf(entry),
    files: entry.files.map(({ name, bytes }) => [name, digestOf(bytes)]),
  })
}

function asRead(entry: ForeignEntry): string {
  return JSON.stringify({
    group: entry.group,
    title: entry.title,
    account: entry.account ?? '',
    password: entry.password ?? '',
    url: entry.urls[0] ?? '',
    notes: entry.notes ?? '',
    totp: entry.totpUri ?? '',
    // Tags are told as a field of their own, behind the others.
    extras: entry.extras
      .filter(({ name }) => name !== 'Tags')
      .map(({ name, value }) => [name, value]),
    past: entry.history.map((past) => past.value),
    files: entry.files.map(({ name, bytes }) => [name, digestOf(bytes)]),
  })
}

/** Newest first, as a reader tells them: without those that are as the one after, or empty. */
function pastOf(entry: KdbxEntry): string[] {
  const passwordOf = (strings: KdbxEntry['strings']) =>
    strings.find(({ key }) => key === 'Password')?.value ?? ''
  let newer = passwordOf(entry.strings)
  const past: string[] = []
  const newestFirst = [...entry.history].reverse()
  newestFirst.sort((a, b) => seconds(b.changedAt) - seconds(a.changedAt))
  for (const version of newestFirst) {
    const value = passwordOf(version.strings)
    if (value !== newer && value !== '') past.push(value)
    newer = value
  }
  return past
}

/** The file keeps times to the second. */
function seconds(at: number): number {
  return Math.floor(at / 1000)
}

function digestOf(bytes: Uint8Array): string {
  return Buffer.from(sha256(bytes)).toString('hex')
}
