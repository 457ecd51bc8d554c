import type { Credential } from '../../shared/records/credential.ts'
import type { LedgerRecord } from '../../shared/records/record.ts'
import { blockingReason } from '../cases/blocking.ts'
import type { Session } from '../session.ts'
import type { RecordId } from '../vault/vault.ts'
import { overviewOf, requireLive } from './store.ts'
import { writeRecords } from './write.ts'

/**
 * Says that a credential's value must be replaced now (handover, leak, agency end), or that it need not
 * any more. An issued or temporary value stays one until a new one is registered, and so does what a case
 * waits for.
 *
 * @throws VaultError `record-not-found`
 */
export function setMustChange(
  session: Session,
  id: RecordId,
  reason: 'handover' | 'leaked' | 'agency-ended' | null,
): { record: LedgerRecord; undoToken: number } {
  const { ledger } = session.open()
  const before = requireLive(ledger, 'credential', id)
  const data: Credential = { ...before.data }
  delete data.mustChangeReason
  delete data.snoozedUntilOn
  delete data.snoozeReason
  if (reason !== null) data.mustChangeReason = reason
  else {
    const { origin } = data
    const isHandedOut = origin === 'issued' || origin === 'temporary'
    const stays = blockingReason(ledger, id) ?? (isHandedOut ? origin : undefined)
    if (stays !== undefined) data.mustChangeReason = stays
  }
  const overview = {
    ...overviewOf(before),
    kind: 'credential' as const,
    data,
    updatedAt: session.now(),
  }
  const { undoToken } = writeRecords(
    session,
    [{ type: 'put', id, overview, expectedRevision: before.revision }],
    [{ action: 'credential.must-change', recordId: id, facts: { reason: reason ?? 'none' } }],
  )
  return { record: requireLive(ledger, 'credential', id), undoToken }
}
