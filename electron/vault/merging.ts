import { VaultError } from '../../shared/errors.ts'
import { copyAttachments } from './attachments.ts'
import type { AuditEntry } from './audit-chain.ts'
import { createBreath, transactLong } from './long-work.ts'
import { type LongWrite, type WriteResult, writeResult } from './record-writing.ts'
import { applyChanges, type RecordChange } from './records.ts'
import { requireIdle, type VaultCore } from './vault-core.ts'

/** What is taken over from another copy of the vault. */
export type Merge = {
  changes: readonly RecordChange[]
  /** Contents that come along under their own ids; those that are here already are left alone. */
  attachmentIds: readonly string[]
}

/**
 * Writes what was chosen of another copy as one durable transaction, contents included.
 *
 * @throws VaultError `copy-has-newer-keys`: a leaver could still open this one; `cancelled`, and those of a write. Nothing is changed then.
 */
export function mergeCopy(
  core: VaultCore,
  other: VaultCore,
  { changes, attachmentIds }: Merge,
  audit: readonly AuditEntry[],
  { onProgress, isCancelled }: LongWrite,
): Promise<WriteResult> {
  if (other.state.generation > core.state.generation) {
    throw new VaultError('copy-has-newer-keys', 'the other copy has newer keys')
  }
  requireIdle(other)
  const breathe = createBreath(core)
  const total = changes.length + attachmentIds.length
  const pause = async (done: number) => {
    if (!(await breathe())) return
    onProgress?.(done, total)
    if (isCancelled?.() === true) throw new VaultError('cancelled', 'the merge was cancelled')
  }
  return transactLong(core, audit, async (draft) => {
    for (const done of applyChanges(core, draft, changes)) await pause(done)
    let done = changes.length
    for (const _ of copyAttachments(core, draft, other, attachmentIds)) await pause(++done)
    onProgress?.(total, total)
    return writeResult(draft.state.revision, changes)
  })
}
