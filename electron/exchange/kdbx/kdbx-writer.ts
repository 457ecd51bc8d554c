import { randomBytes } from 'node:crypto'
import { escapeXml, isXmlText } from '../xml.ts'
import { le64 } from './bytes.ts'
import { writeContent } from './kdbx-content.ts'

const EPOCH_SECONDS = 62_135_596_800n

/** A version of an entry: the present one or a past one. */
export type KdbxVersion = {
  strings: readonly { key: string; value: string; isProtected: boolean }[]
  /** Unix ms. */
  createdAt: number
  changedAt: number
  expiresAt?: number
}

export type KdbxEntry = KdbxVersion & {
  tags: readonly string[]
  /** Oldest first. */
  history: readonly KdbxVersion[]
  files: readonly { name: string; bytes: Uint8Array }[]
}

export type KdbxGroup = {
  name: string
  notes?: string
  entries: readonly KdbxEntry[]
  groups: readonly KdbxGroup[]
}

/** The content of a KDBX, ready to be sealed. */
export function writeKdbxContent(root: KdbxGroup, now: number): Uint8Array {
  const binaries: Uint8Array[] = []
  return writeContent((protect) => {
    const group = groupXml(root, { protect, binaries, now })
    return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<KeePassFile><Meta><Generator>Beian Vault</Generator><DatabaseName>${escapeXml(root.name)}</DatabaseName><DatabaseNameChanged>${time(now)}</DatabaseNameChanged><MemoryProtection><ProtectTitle>False</ProtectTitle><ProtectUserName>False</ProtectUserName><ProtectPassword>True</ProtectPassword><ProtectURL>False</ProtectURL><ProtectNotes>True</ProtectNotes></MemoryProtection><RecycleBinEnabled>False</RecycleBinEnabled><HistoryMaxItems>-1</HistoryMaxItems><HistoryMaxSize>-1</HistoryMaxSize></Meta><Root>${group}<DeletedObjects/></Root></KeePassFile>`
  }, binaries)
}

type Writing = { protect: (value: string) => string; binaries: Uint8Array[]; now: number }

function groupXml(group: KdbxGroup, writing: Writing): string {
  const times = timesXml({ createdAt: writing.now, changedAt: writing.now })
  const head = `<UUID>${newId()}</UUID><Name>${escapeXml(group.name)}</Name><Notes>${escapeXml(group.notes ?? '')}</Notes><IconID>48</IconID>${times}<IsExpanded>True</IsExpanded>`
  const entries = group.entries.map((entry) => entryXml(entry, newId(), writing))
  const groups = group.groups.map((child) => groupXml(child, writing))
  return `<Group>${head}${entries.join('')}${groups.join('')}</Group>`
}

function entryXml(entry: KdbxEntry, id: string, writing: Writing): string {
  const files = entry.files.map(({ name, bytes }) => {
    writing.binaries.push(bytes)
    return `<Binary><Key>${escapeXml(name)}</Key><Value Ref="${writing.binaries.length - 1}"/></Binary>`
  })
  const tags = `<Tags>${escapeXml(entry.tags.join(';'))}</Tags>`
  const present = versionXml(entry, id, tags, files.join(''), writing)
  const past = entry.history.map(
    (version) => `<Entry>${versionXml(version, id, '', '', writing)}</Entry>`,
  )
  return `<Entry>${present}<History>${past.join('')}</History></Entry>`
}

function versionXml(
  version: KdbxVersion,
  id: string,
  tags: string,
  files: string,
  { protect }: Writing,
): string {
  const strings = version.strings.map(({ key, value, isProtected }) => {
    // What XML cannot hold, such as a control character, a protected value can.
    const isSealed = isProtected || !isXmlText(value)
    const text = isSealed ? protect(value) : escapeXml(value)
    const mark = isSealed ? ' Protected="True"' : ''
    return `<String><Key>${escapeXml(key)}</Key><Value${mark}>${text}</Value></String>`
  })
  return `<UUID>${id}</UUID><IconID>0</IconID>${tags}${timesXml(version)}${strings.join('')}${files}`
}

function timesXml({
  createdAt,
  changedAt,
  expiresAt,
}: Pick<KdbxVersion, 'createdAt' | 'changedAt' | 'expiresAt'>): string {
  const expiry = expiresAt ?? changedAt
  return `<Times><CreationTime>${time(createdAt)}</CreationTime><LastModificationTime>${time(changedAt)}</LastModificationTime><LastAccessTime>${time(changedAt)}</LastAccessTime><ExpiryTime>${time(expiry)}</ExpiryTime><Expires>${expiresAt === undefined ? 'False' : 'True'}</Expires><UsageCount>0</UsageCount><LocationChanged>${time(createdAt)}</LocationChanged></Times>`
}

function time(at: number): string {
  const seconds = BigInt(Math.floor(at / 1000)) + EPOCH_SECONDS
  return Buffer.from(le64(seconds)).toString('base64')
}

function newId(): string {
  return randomBytes(16).toString('base64')
}
