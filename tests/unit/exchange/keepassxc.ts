import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { childNamed, parseXml, textOf, type XmlElement } from '../../../electron/exchange/xml.ts'

const ON_MAC = '/Applications/KeePassXC.app/Contents/MacOS/keepassxc-cli'
const PROGRAM = existsSync(ON_MAC) ? ON_MAC : 'keepassxc-cli'

/** Runs KeePassXC's own program; the test set-up installs it. @returns what it says. */
export function keepassxc(args: readonly string[], input: string): Buffer {
  // Without a display it must not look for one.
  const env = { ...process.env, QT_QPA_PLATFORM: 'offscreen' }
  const { status, stdout, stderr, error } = spawnSync(PROGRAM, args, { input, env })
  if (error !== undefined) throw new Error('keepassxc-cli is missing: install KeePassXC')
  if (status !== 0) throw new Error(`keepassxc-cli ${args.join(' ')}: ${stderr}`)
  return stdout
}

/** An entry as KeePassXC itself exports it. */
export type XcEntry = {
  group: string
  fields: Record<string, string>
  isProtected: Record<string, boolean>
  /** Unix ms; absent: it does not expire. */
  expiresAt?: number
  tags: string
  past: string[]
  files: string[]
}

/** Everything in a database, by `keepassxc-cli export -f xml`. */
export function exported(file: string, password: string, args: readonly string[] = []): XcEntry[] {
  const xml = keepassxc(['export', '-q', '-f', 'xml', ...args, file], `${password}\n`).toString()
  const root = childNamed(childNamed(parseXml(xml), 'Root'), 'Group')
  const entries: XcEntry[] = []
  const visit = (group: XmlElement, path: string[]) => {
    for (const child of group.children) {
      if (child.name === 'Entry') entries.push(entryOf(child, path.join('/')))
      if (child.name === 'Group') visit(child, [...path, textOf(childNamed(child, 'Name'))])
    }
  }
  if (root !== undefined) visit(root, [])
  return entries
}

function entryOf(element: XmlElement, group: string): XcEntry {
  const fields: Record<string, string> = {}
  const isProtected: Record<string, boolean> = {}
  for (const child of element.children.filter((one) => one.name === 'String')) {
    const value = childNamed(child, 'Value')
    const key = textOf(childNamed(child, 'Key'))
    fields[key] = textOf(value)
    isProtected[key] = value?.attributes['ProtectInMemory'] === 'True'
  }
  const times = childNamed(element, 'Times')
  const versions = childNamed(element, 'History')?.children ?? []
  const entry: XcEntry = {
    group,
    fields,
    isProtected,
    tags: textOf(childNamed(element, 'Tags')),
    past: versions.map((version) => entryOf(version, group).fields['Password'] ?? ''),
    files: element.children
      .filter((one) => one.name === 'Binary')
      .map((one) => textOf(childNamed(one, 'Key'))),
  }
  if (textOf(childNamed(times, 'Expires')) !== 'True') return entry
  const ticks = Buffer.from(textOf(childNamed(times, 'ExpiryTime')), 'base64').readBigInt64LE()
  return { ...entry, expiresAt: (Number(ticks) - 62_135_596_800) * 1000 }
}
