import { namedAttachments } from '../ledger/staged-files.ts'
import { auditEntries } from '../ledger/write.ts'
import type { Session } from '../session.ts'
import type { RecordId } from '../vault/vault.ts'

const swept = new WeakSet<object>()

/**
 * Removes the contents that no paper names any more: files that were taken out of one, once that can no
 * longer be taken back. Runs after the unlock, once a ledger; what cannot be done then is done after the next.
 *
 * @returns how many went.
 */
export function sweepAttachments(session: Session): number {
  const { vault, ledger } = session.open()
  if (swept.has(ledger) || vault.mode !== 'normal') return 0
  swept.add(ledger)
  const orphans = orphanIds(session)
  if (orphans.length === 0) return 0
  const act = { action: 'document.sweep', facts: { count: orphans.length } }
  vault.write([], auditEntries(session, [act]), { added: [], removedIds: orphans })
  return orphans.length
}

function orphanIds(session: Session): RecordId[] {
  const { vault, ledger } = session.open()
  const named = new Set<RecordId>()
  for (const document of ledger.kinds.document) {
    for (const id of namedAttachments(document)) named.add(id)
  }
  // A file that was taken out a moment ago may still be put back.
  for (const { inverse } of ledger.undo.entries) {
    for (const change of inverse) {
      if (change.type !== 'put') continue
      // `as`: inverses are made of overviews that were in the ledger.
      const overview = change.overview as Parameters<typeof namedAttachments>[0]
      for (const id of namedAttachments(overview)) named.add(id)
    }
  }
  const unnamed = new Set(vault.attachmentIds().filter((id) => !named.has(id)))
  if (unnamed.size === 0) return []
  return vault
    .attachments(unnamed)
    .filter(({ ownerId }) => isOurs(session, ownerId))
    .map(({ id }) => id)
}

/** What belongs to a kind of record that only a later version knows is left alone. */
function isOurs(session: Session, ownerId: RecordId): boolean {
  const { vault, ledger } = session.open()
  return ledger.records.has(ownerId) || !vault.hasRecord(ownerId)
}
