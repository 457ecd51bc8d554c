import type { AuditRecord, RecordId } from '../vault/vault.ts'

/** The fact of an entry taken over from another copy that tells which records it wrote there. */
export const COPY_CHANGES = 'copyChanges'

/** Ids of the records that an entry tells of: those its own transaction wrote, or that one in the other copy. */
export function writtenIds({ changes, facts }: AuditRecord): RecordId[] {
  const copied = facts?.[COPY_CHANGES]
  const own = changes.map(({ id }) => id)
  return Array.isArray(copied) ? copied.filter((id) => typeof id === 'string') : own
}
