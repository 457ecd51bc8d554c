import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { ascii, isEqual } from './bytes.ts'
import { Refusal } from './refusal.ts'
import { SCHEMA } from './schema.ts'

const HEADER_BYTES = 100
const PAGE_BYTES = 8192
const FORMAT = 1

export type VaultRow = { vault_id: Uint8Array; constants: Uint8Array }
export type CertificateRow = { sequence: number; body: Uint8Array }
export type SlotRow = {
  id: Uint8Array
  kind: number
  parameters: Uint8Array
  public_key: Uint8Array
  commitment: Uint8Array
  wrapped_seed: Uint8Array
  pin: Uint8Array
  sealed_roots: Uint8Array
  sealed_label: Uint8Array
}
export type RecordRow = {
  id: Uint8Array
  generation: number
  revision: number
  overview: Uint8Array
  secret_revision: number | null
  secret: Uint8Array | null
}
export type AttachmentRow = {
  id: Uint8Array
  generation: number
  revision: number
  manifest: Uint8Array
}
export type ChunkRow = { attachment_id: Uint8Array; position: number; chunk: Uint8Array }
export type AuditRow = { sequence: number; generation: number; entry: Uint8Array }
export type HeadRow = { revision: number; generation: number; mac: Uint8Array }

/** Every row of every table, in the order in which section 9 digests them. */
export type Tables = {
  vault: VaultRow
  certificates: CertificateRow[]
  slots: SlotRow[]
  records: RecordRow[]
  attachments: AttachmentRow[]
  chunks: ChunkRow[]
  audit: AuditRow[]
  head: HeadRow
}

/**
 * Reads a vault file without changing it (section 2).
 *
 * @throws Refusal `not-a-vault`, `newer-format`, `hot-journal`, `schema-altered` or `damaged`.
 */
export function readTables(path: string): Tables {
  checkHeader(path)
  // Only SQLite may roll a journal back, and only by writing the file, which a reader does not.
  if ((statSync(`${path}-journal`, { throwIfNoEntry: false })?.size ?? 0) > 0) {
    throw new Refusal('hot-journal', 'an unfinished change lies beside the vault')
  }
  const db = new DatabaseSync(path, { readOnly: true, enableForeignKeyConstraints: false })
  try {
    db.exec('PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON')
    checkSchema(db)
    checkPages(db)
    return selectAll(db)
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('damaged', 'the database cannot be read', { cause: error })
  } finally {
    db.close()
  }
}

function checkHeader(path: string): void {
  const header = Buffer.alloc(HEADER_BYTES)
  const file = openSync(path, 'r')
  try {
    if (readSync(file, header, 0, HEADER_BYTES, 0) < HEADER_BYTES) {
      throw new Refusal('not-a-vault', 'shorter than a database header')
    }
  } finally {
    closeSync(file)
  }
  if (!isEqual(header.subarray(0, 16), ascii('SQLite format 3\0'))) {
    throw new Refusal('not-a-vault', 'no SQLite database')
  }
  if (!isEqual(header.subarray(68, 72), ascii('Beia'))) {
    throw new Refusal('not-a-vault', 'another application’s database')
  }
  const format = header.readUInt32BE(60)
  if (format === 0) throw new Refusal('not-a-vault', 'format 0')
  if (format > FORMAT) throw new Refusal('newer-format', `format ${format}`)
  if (header[18] !== 1 || header[19] !== 1) throw new Refusal('damaged', 'not a rollback journal')
  if (header.readUInt16BE(16) !== PAGE_BYTES) throw new Refusal('damaged', 'page size')
}

function checkSchema(db: DatabaseSync): void {
  const rows = db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema').all()
  const isAsWritten =
    rows.length === SCHEMA.length &&
    rows.every((row, index) => {
      const { name, sql } = SCHEMA[index] ?? { name: '', sql: '' }
      return (
        row['type'] === 'table' &&
        row['name'] === name &&
        row['tbl_name'] === name &&
        row['sql'] === sql
      )
    })
  if (!isAsWritten) throw new Refusal('schema-altered', 'not the schema of format 1')
}

function checkPages(db: DatabaseSync): void {
  const answers = db.prepare('PRAGMA quick_check(1)').all()
  if (answers.length !== 1 || answers[0]?.['quick_check'] !== 'ok') {
    throw new Refusal('damaged', 'quick_check finds faults')
  }
}

function selectAll(db: DatabaseSync): Tables {
  // The STRICT schema, compared above, and quick_check make each row what its type here says.
  const all = <Row>(sql: string): Row[] => db.prepare(sql).all() as Row[]
  const one = <Row>(sql: string): Row => {
    const [row, ...others] = all<Row>(sql)
    if (row === undefined || others.length > 0) throw new Refusal('damaged', 'not exactly one row')
    return row
  }
  return {
    vault: one<VaultRow>('SELECT vault_id, constants FROM vault'),
    certificates: all<CertificateRow>('SELECT * FROM certificate ORDER BY sequence'),
    slots: all<SlotRow>('SELECT * FROM slot ORDER BY id'),
    records: all<RecordRow>('SELECT * FROM record ORDER BY id'),
    attachments: all<AttachmentRow>('SELECT * FROM attachment ORDER BY id'),
    chunks: all<ChunkRow>('SELECT * FROM attachment_chunk ORDER BY attachment_id, position'),
    audit: all<AuditRow>('SELECT * FROM audit ORDER BY sequence'),
    head: one<HeadRow>('SELECT revision, generation, mac FROM head'),
  }
}
