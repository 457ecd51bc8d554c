import { ascii, concat, createByteReader, isEqual, toHex, uint, zeros } from './bytes.ts'
import type { Certificate } from './certificates.ts'
import type { Checklist } from './checklist.ts'
import type { AuditRow, HeadRow, Tables } from './container.ts'
import { mac } from './keys.ts'
import { auditRow, openSealed, parseJsonObject } from './sealed.ts'
import { isSignedBy } from './signature.ts'

/** `revision` 0 says that the row was purged. */
export type Change = { id: string; revision: number }

export type OpenedEntry = {
  sequence: number
  chain: string
  vaultRevision: number
  changes: Change[]
  json: Record<string, unknown>
}

export type AuditKeys = { audit: Uint8Array; chain: Uint8Array }

/** Opens the trail and checks its chain; stops at the first entry that is not as it was written. */
export function openAudit(
  checklist: Checklist,
  keys: AuditKeys,
  vaultId: Uint8Array,
  rows: readonly AuditRow[],
  head: HeadRow,
): OpenedEntry[] {
  const entries: OpenedEntry[] = []
  let previous = zeros(32)
  for (const [index, row] of rows.entries()) {
    const entry = checklist.attempt(`audit entry ${row.sequence}`, () => {
      if (row.sequence !== index + 1) throw new Error('gap before it')
      if (row.generation !== head.generation) throw new Error('generation')
      const body = openEntry(keys.audit, vaultId, row)
      const expected = mac(keys.chain, previous, uint(row.sequence, 8), body.subarray(32))
      if (!isEqual(body.subarray(0, 32), expected)) throw new Error('chain')
      previous = expected
      return parseEntry(row.sequence, body)
    })
    if (entry === undefined) return entries
    const before = entries.at(-1)?.vaultRevision ?? 1
    checklist.note(
      `audit entry ${row.sequence}: vault revision`,
      before <= entry.vaultRevision && entry.vaultRevision <= head.revision,
    )
    entries.push(entry)
  }
  checklist.note('audit entries open, chain unbroken', true, `${entries.length} entries`)
  return entries
}

const openEntry = (auditKey: Uint8Array, vaultId: Uint8Array, row: AuditRow): Uint8Array =>
  openSealed(
    auditKey,
    {
      vaultId,
      table: 'audit',
      part: 1,
      row: auditRow(row.sequence),
      generation: row.generation,
      revision: row.sequence,
    },
    row.entry,
  )

function parseEntry(sequence: number, body: Uint8Array): OpenedEntry {
  const reader = createByteReader(body, 'audit entry')
  const chain = toHex(reader.take(32))
  const vaultRevision = reader.uint(8)
  const count = reader.uint(4)
  const changes: Change[] = []
  for (let index = 0; index < count; index++) {
    changes.push({ id: toHex(reader.take(16)), revision: reader.uint(8) })
  }
  return { sequence, chain, vaultRevision, changes, json: parseJsonObject(reader.rest()) }
}

/** The changes told by the trail must lead to exactly the rows that are there. */
export function checkChanges(
  checklist: Checklist,
  entries: readonly OpenedEntry[],
  tables: Tables,
): void {
  const told = new Map<string, number>()
  for (const { changes } of entries) {
    for (const { id, revision } of changes) {
      if (revision === 0) told.delete(id)
      else told.set(id, revision)
    }
  }
  const rows = [...tables.records, ...tables.attachments]
  const astray = rows.filter((row) => told.get(toHex(row.id)) !== row.revision)
  checklist.note(
    'records and attachments are those the trail tells of',
    astray.length === 0 && told.size === rows.length,
    [...astray.map((row) => toHex(row.id))].join(' '),
  )
}

/** Each checkpoint must be signed by a slot that some certificate of the chain names. */
export function checkCheckpoints(
  checklist: Checklist,
  entries: readonly OpenedEntry[],
  vaultId: Uint8Array,
  certificates: readonly Certificate[],
): void {
  const members = certificates.flatMap((certificate) => certificate.members)
  for (const entry of entries) {
    if (entry.json['action'] !== 'audit.checkpoint') continue
    const before = entries[entry.sequence - 2]
    const chain = before?.chain ?? toHex(zeros(32))
    const sequence = entry.sequence - 1
    const facts = Object(entry.json['facts']) as Record<string, unknown>
    const message = concat(
      ascii('beian-audit-checkpoint'),
      vaultId,
      uint(sequence, 8),
      Buffer.from(chain, 'hex'),
    )
    const signature = Buffer.from(String(facts['signature']), 'hex')
    const holds =
      facts['sequence'] === sequence &&
      facts['chain'] === chain &&
      members.some(
        (member) =>
          toHex(member.slotId) === facts['slotId'] &&
          isSignedBy(member.signingKey, message, signature),
      )
    checklist.note(`audit checkpoint ${entry.sequence}`, holds)
  }
}
