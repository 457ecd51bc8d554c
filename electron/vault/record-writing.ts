import { VaultError } from '../../shared/errors.ts'
import { type AttachmentChanges, changeAttachments } from './attachments.ts'
import type { AuditEntry } from './audit-chain.ts'
import { createBreath, transactLong } from './long-work.ts'
import { applyChanges, type RecordChange, type RecordId } from './records.ts'
import { transact } from './transaction.ts'
import type { VaultCore } from './vault-core.ts'

export type WriteResult = { revision: number; revisions: ReadonlyMap<RecordId, number> }

export type Progress = (done: number, total: number) => void

export type LongWrite = {
  onProgress?: Progress
  isCancelled?: () => boolean
  attachments?: AttachmentChanges
}

export function writeRecords(
  core: VaultCore,
  changes: readonly RecordChange[],
  audit: readonly AuditEntry[],
  attachments?: AttachmentChanges,
): WriteResult {
  return transact(core, audit, (draft) => {
    for (const _ of applyChanges(core, draft, changes));
    if (attachments !== undefined) changeAttachments(core, draft, attachments)
    return writeResult(draft.state.revision, changes)
  })
}

export function writeManyRecords(
  core: VaultCore,
  changes: readonly RecordChange[],
  audit: readonly AuditEntry[],
  { onProgress, isCancelled, attachments }: LongWrite,
): Promise<WriteResult> {
  const breathe = createBreath(core)
  return transactLong(core, audit, async (draft) => {
    for (const done of applyChanges(core, draft, changes)) {
      if (!(await breathe())) continue
      onProgress?.(done, changes.length)
      if (isCancelled?.() === true) throw new VaultError('cancelled', 'the change was cancelled')
    }
    if (attachments !== undefined) changeAttachments(core, draft, attachments)
    onProgress?.(changes.length, changes.length)
    return writeResult(draft.state.revision, changes)
  })
}

/** The revision of a write, and of each record that it put. */
export function writeResult(revision: number, changes: readonly RecordChange[]): WriteResult {
  const revisions = new Map<RecordId, number>()
  for (const change of changes) if (change.type === 'put') revisions.set(change.id, revision)
  return { revision, revisions }
}
