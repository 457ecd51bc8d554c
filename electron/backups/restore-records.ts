import path from 'node:path'
import { VaultError } from '../../shared/errors.ts'
import type { DocumentFile } from '../../shared/records/document.ts'
import type { LedgerRecord, RecordOverview } from '../../shared/records/record.ts'
import { referencesOf } from '../ledger/references.ts'
import { overviewOf, requireRecord } from '../ledger/store.ts'
import { auditEntry, type LedgerChange, writeRecords } from '../ledger/write.ts'
import type { Session } from '../session.ts'
import { createHeldSealer } from '../vault/content-sealer.ts'
import type { AttachmentChanges, RecordId, SealedContent } from '../vault/vault.ts'
import type { BrowsedBackup } from './contents.ts'

type Added = { facts: AttachmentChanges['added'][number]['facts']; content: SealedContent }

/**
 * Puts records as they were in the backup, with their secrets and files, and with what they name and the vault
 * has lost since. One change, audited, that can be taken back.
 *
 * @throws VaultError `record-not-found` for an id that the backup does not have, and those of `Vault.write`
 */
export async function restoreFromBackup(
  session: Session,
  backup: BrowsedBackup,
  ids: readonly RecordId[],
): Promise<{ undoToken: number; count: number }> {
  const { vault, ledger } = session.open()
  const chosen = new Map<RecordId, LedgerRecord>()
  for (const id of ids) addWithLost(session, backup, requireRecord(backup.store, id), chosen)
  for (const { id, kind } of chosen.values()) {
    // An older rule might ask two persons for less; it is changed by an act of its own.
    if (kind === 'company-rule') throw new VaultError('record-in-use', `${id} is the company rule`)
  }

  const kept = new Set(vault.attachmentIds())
  const added: Added[] = []
  const changes: LedgerChange[] = []
  for (const record of chosen.values()) {
    const { trashedAt: _trashedAt, ...old } = overviewOf(record)
    // `as`: the overview of a record, out of the trash.
    let overview = { ...old, updatedAt: session.now() } as RecordOverview
    if (overview.kind === 'document') {
      const files = await filesOf(session, backup, record.id, overview.data.files, kept, added)
      overview = { ...overview, data: { ...overview.data, files } }
    }
    changes.push({
      type: 'put',
      id: record.id,
      overview,
      secret: record.hasSecret ? (backup.vault.peekSecret(record.id) ?? null) : null,
      expectedRevision: ledger.records.get(record.id)?.revision ?? 0,
    })
  }
  const facts = { fileName: path.basename(backup.vault.path), revision: backup.vault.revision }
  const acts = [...chosen.keys()].map((recordId) => ({
    action: 'backup.restore-record',
    recordId,
    facts,
  }))
  const { undoToken } = writeRecords(session, changes, acts, { added, removedIds: [] })
  return { undoToken, count: changes.length }
}

/** A record, and those it names that the vault no longer has or has in the trash. */
function addWithLost(
  session: Session,
  backup: BrowsedBackup,
  record: LedgerRecord,
  chosen: Map<RecordId, LedgerRecord>,
): void {
  if (chosen.has(record.id)) return
  chosen.set(record.id, record)
  const { ledger } = session.open()
  for (const { id } of referencesOf(record)) {
    const here = ledger.records.get(id)
    const there = backup.store.records.get(id)
    const isLost = here === undefined || here.trashedAt !== undefined
    if (isLost && there !== undefined) addWithLost(session, backup, there, chosen)
  }
}

/** The files of a paper; those whose content the vault no longer has are sealed for it anew. */
async function filesOf(
  session: Session,
  { vault: from }: BrowsedBackup,
  ownerId: RecordId,
  files: readonly DocumentFile[],
  kept: ReadonlySet<RecordId>,
  added: Added[],
): Promise<DocumentFile[]> {
  const result: DocumentFile[] = []
  for (const file of files) {
    if (kept.has(file.attachmentId)) {
      result.push(file)
      continue
    }
    const sealer = createHeldSealer()
    const act = { action: 'backup.restore-record', recordId: ownerId }
    for await (const piece of from.readAttachment(file.attachmentId, auditEntry(session, act))) {
      sealer.push(piece)
    }
    const content = sealer.finish()
    const { name, mediaType } = file
    added.push({ facts: { ownerId, name, mediaType }, content })
    result.push({ ...file, attachmentId: content.id })
  }
  return result
}
