import { Handover, HandoverSecret } from '../../shared/records/handover.ts'
import type { LedgerRecord } from '../../shared/records/record.ts'
import { invalidValue } from '../ledger/invalid-value.ts'
import { overviewOf, requireLive } from '../ledger/store.ts'
import { type Act, type LedgerChange, writeRecords } from '../ledger/write.ts'
import type { OpenVault, Session } from '../session.ts'
import type { JsonObject, RecordId } from '../vault/vault.ts'

/** What a change makes of a handover, and of other records in the same transaction. */
export type HandoverEdit = {
  data: Handover
  secret?: HandoverSecret
  others?: readonly LedgerChange[]
}

/**
 * Changes a handover: durable with its audit entry.
 *
 * @throws VaultError `record-not-found`; `invalid-value` when it is closed (field `closedOn`) or does not
 * fit its schema.
 */
export function changeHandover(
  session: Session,
  id: RecordId,
  act: Omit<Act, 'recordId'>,
  edit: (record: LedgerRecord<'handover'>) => HandoverEdit,
  options: { isClosedAllowed?: boolean } = {},
): { undoToken: number } {
  const { ledger } = session.open()
  const record = requireLive(ledger, 'handover', id)
  if (record.data.closedOn !== undefined && options.isClosedAllowed !== true) {
    throw invalidValue('closedOn', 'not-allowed')
  }
  const { data, secret, others = [] } = edit(record)
  const change: LedgerChange = {
    type: 'put',
    id,
    expectedRevision: record.revision,
    overview: {
      ...overviewOf(record),
      kind: 'handover',
      data: checkedHandover(data),
      updatedAt: session.now(),
    },
    ...(secret !== undefined && { secret: sealedPart(secret) }),
  }
  return writeRecords(session, [change, ...others], [{ ...act, recordId: id }])
}

/** @throws VaultError `invalid-value` */
export function checkedHandover(data: unknown): Handover {
  const parsed = Handover.safeParse(data)
  if (parsed.success) return parsed.data
  throw invalidValue(String(parsed.error.issues[0]?.path[0] ?? ''), 'not-allowed')
}

/** What is sealed apart; empty where only the ledger can be opened. */
export function readHandoverSecret(
  { vault }: OpenVault,
  record: LedgerRecord<'handover'>,
): HandoverSecret {
  if (!record.hasSecret || vault.self.scope === 'ledger') return { lines: [] }
  // `as`: the vault authenticated what was of this form when it was sealed; to look again at each of
  // thousands of lines would take longer than all the rest.
  return vault.peekSecret(record.id) as HandoverSecret
}

/** Checked once, before it is sealed. */
export function sealedPart(secret: HandoverSecret): JsonObject {
  return { ...HandoverSecret.parse(secret) }
}
