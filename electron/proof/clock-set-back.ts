import type { AuditRecord } from '../vault/vault.ts'

/** By how much the clocks of two machines that are right may differ. */
const SLACK_MS = 60_000

/**
 * Whether an entry is earlier than the one before it in the trail: then a clock was set back, or that of another machine
 * is wrong. What a merge brought in keeps its own times, and so does what was kept from a session that could not write:
 * that stands in one transaction with the unlock after it.
 */
export function isClockSetBack(entry: AuditRecord, before: AuditRecord | undefined): boolean {
  if (before === undefined || before.sequence !== entry.sequence - 1) return false
  if (before.revision === entry.revision || isBrought(entry) || isBrought(before)) return false
  return before.at - entry.at > SLACK_MS
}

function isBrought({ facts }: AuditRecord): boolean {
  return facts?.['copyRevision'] !== undefined
}
