import type { Statement } from 'better-sqlite3'
import type { AuditRow } from './audit-chain.ts'
import type { VaultDb } from './database.ts'
import type { RecordRow } from './digest-tree.ts'
import type { AttachmentRow, CertificateRow, ChunkSize } from './head.ts'
import type { SlotRow } from './slot.ts'

export type VaultRow = { vaultId: Uint8Array; constants: Uint8Array }
export type HeadRow = { revision: number; generation: number; mac: Uint8Array }

const RECORD_COLUMNS =
  'id, generation, revision, overview, secret_revision AS secretRevision, secret FROM record'
const SLOT_COLUMNS =
  'id, kind, parameters, public_key AS publicKey, commitment, wrapped_seed AS wrappedSeed, pin, ' +
  'sealed_roots AS sealedRoots, sealed_label AS sealedLabel FROM slot'

/** Every statement the vault runs. */
export type Queries = {
  vault: Statement<[], VaultRow>
  putVault: Statement<[Uint8Array, Uint8Array]>
  head: Statement<[], HeadRow>
  putHead: Statement<[number, number, Uint8Array]>
  certificates: Statement<[], CertificateRow>
  addCertificate: Statement<[number, Uint8Array]>
  slots: Statement<[], SlotRow>
  putSlot: Statement<[SlotRow]>
  deleteSlot: Statement<[Uint8Array]>
  records: Statement<[], RecordRow>
  leaf: Statement<[Uint8Array, Uint8Array], RecordRow>
  record: Statement<[Uint8Array], RecordRow>
  putRecord: Statement<[RecordRow]>
  deleteRecord: Statement<[Uint8Array]>
  auditUpwards: Statement<[number, number], AuditRow>
  auditDownwards: Statement<[number, number], AuditRow>
  addAudit: Statement<[number, number, Uint8Array]>
  updateAudit: Statement<[number, Uint8Array, number]>
  attachments: Statement<[], AttachmentRow>
  attachment: Statement<[Uint8Array], AttachmentRow>
  putAttachment: Statement<[AttachmentRow]>
  deleteAttachment: Statement<[Uint8Array]>
  chunkSizes: Statement<[], ChunkSize>
  chunk: Statement<[Uint8Array, number], { chunk: Uint8Array }>
  addChunk: Statement<[Uint8Array, number, Uint8Array]>
  deleteChunks: Statement<[Uint8Array]>
}

export function prepareQueries(db: VaultDb): Queries {
  return {
    vault: db.prepare('SELECT vault_id AS vaultId, constants FROM vault'),
    putVault: db.prepare('INSERT OR REPLACE INTO vault VALUES (1, ?, ?)'),
    head: db.prepare('SELECT revision, generation, mac FROM head'),
    putHead: db.prepare('INSERT OR REPLACE INTO head VALUES (1, ?, ?, ?)'),
    certificates: db.prepare('SELECT sequence, body FROM certificate ORDER BY sequence'),
    addCertificate: db.prepare('INSERT INTO certificate VALUES (?, ?)'),
    slots: db.prepare(`SELECT ${SLOT_COLUMNS} ORDER BY id`),
    putSlot: db.prepare(
      'INSERT OR REPLACE INTO slot VALUES (@id, @kind, @parameters, @publicKey, @commitment, ' +
        '@wrappedSeed, @pin, @sealedRoots, @sealedLabel)',
    ),
    deleteSlot: db.prepare('DELETE FROM slot WHERE id = ?'),
    records: db.prepare(`SELECT ${RECORD_COLUMNS} ORDER BY id`),
    leaf: db.prepare(`SELECT ${RECORD_COLUMNS} WHERE id BETWEEN ? AND ? ORDER BY id`),
    record: db.prepare(`SELECT ${RECORD_COLUMNS} WHERE id = ?`),
    putRecord: db.prepare(
      'INSERT OR REPLACE INTO record VALUES ' +
        '(@id, @generation, @revision, @overview, @secretRevision, @secret)',
    ),
    deleteRecord: db.prepare('DELETE FROM record WHERE id = ?'),
    auditUpwards: db.prepare(
      'SELECT sequence, generation, entry FROM audit WHERE sequence >= ? ORDER BY sequence LIMIT ?',
    ),
    auditDownwards: db.prepare(
      'SELECT sequence, generation, entry FROM audit WHERE sequence < ? ORDER BY sequence DESC LIMIT ?',
    ),
    addAudit: db.prepare('INSERT INTO audit VALUES (?, ?, ?)'),
    updateAudit: db.prepare('UPDATE audit SET generation = ?, entry = ? WHERE sequence = ?'),
    attachments: db.prepare(
      'SELECT id, generation, revision, manifest FROM attachment ORDER BY id',
    ),
    attachment: db.prepare(
      'SELECT id, generation, revision, manifest FROM attachment WHERE id = ?',
    ),
    putAttachment: db.prepare(
      'INSERT OR REPLACE INTO attachment VALUES (@id, @generation, @revision, @manifest)',
    ),
    deleteAttachment: db.prepare('DELETE FROM attachment WHERE id = ?'),
    chunkSizes: db.prepare(
      'SELECT attachment_id AS attachmentId, position, length(chunk) AS sizeBytes ' +
        'FROM attachment_chunk ORDER BY attachment_id, position',
    ),
    chunk: db.prepare(
      'SELECT chunk FROM attachment_chunk WHERE attachment_id = ? AND position = ?',
    ),
    addChunk: db.prepare('INSERT INTO attachment_chunk VALUES (?, ?, ?)'),
    deleteChunks: db.prepare('DELETE FROM attachment_chunk WHERE attachment_id = ?'),
  }
}
