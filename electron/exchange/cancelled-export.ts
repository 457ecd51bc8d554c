import { VaultError } from '../../shared/errors.ts'
import { auditEntries } from '../ledger/write.ts'
import type { Session } from '../session.ts'

/** @throws VaultError `cancelled` */
export function requireNotCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new VaultError('cancelled', 'the export was cancelled')
}

export function isCancelled(error: unknown): boolean {
  return error instanceof VaultError && error.code === 'cancelled'
}

/** Says in the trail that what was noted of an export came to no file. */
export function noteCancelled(
  session: Session,
  action: string,
  fileName: string,
  more: Readonly<Record<string, string>> = {},
): void {
  const entries = auditEntries(session, [{ action, facts: { fileName, ...more } }])
  session.open().vault.appendAudit(entries)
}
