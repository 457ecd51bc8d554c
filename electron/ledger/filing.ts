import { dayOf } from '../../shared/calendar-day.ts'
import { VaultError } from '../../shared/errors.ts'
import type { Session } from '../session.ts'
import type { RecordId } from '../vault/vault.ts'
import { invalidValue } from './invalid-value.ts'
import { newOverview, requireDraft } from './save.ts'
import { liveRecord, newRecordId, requireLive } from './store.ts'
import type { LedgerChange } from './write.ts'
import { writeRecords } from './write.ts'

export type NewFiling = {
  entity: { id: RecordId } | { data: unknown }
  service?: unknown
  domains: readonly unknown[]
}

/**
 * Makes a filing in one transaction: an entity (new or known), a service of it, its domains.
 *
 * @throws VaultError `invalid-value` with the field, in the form of `domains.0.name` for a part,
 * `record-not-found`; nothing is made then.
 */
export function createFiling(
  session: Session,
  filing: NewFiling,
): { entityId: RecordId; serviceId?: RecordId; undoToken: number } {
  const { ledger } = session.open()
  const now = session.now()
  const today = dayOf(now)
  const changes: LedgerChange[] = []
  const add = (id: RecordId, overview: Extract<LedgerChange, { type: 'put' }>['overview']) => {
    changes.push({ type: 'put', id, overview, expectedRevision: 0 })
  }

  const isKnown = 'id' in filing.entity
  const entityId = 'id' in filing.entity ? filing.entity.id : newRecordId()
  let entity = liveRecord(ledger, 'entity', entityId)?.data
  if ('id' in filing.entity) {
    requireLive(ledger, 'entity', entityId)
  } else {
    const draft = requireDraft(filing.entity.data)
    const overview = within('entity', () =>
      newOverview(ledger, 'entity', draft, { today }, undefined, now),
    )
    entity = overview.data
    add(entityId, overview)
  }

  let serviceId: RecordId | undefined
  if (filing.service !== undefined) {
    serviceId = newRecordId()
    const draft = { ...requireDraft(filing.service), entityId }
    const options = { today, entity }
    add(
      serviceId,
      within('service', () => newOverview(ledger, 'service', draft, options, undefined, now)),
    )
  }
  const names = new Set<string>()
  for (const [index, domain] of filing.domains.entries()) {
    if (serviceId === undefined) break
    const draft = { ...requireDraft(domain), serviceId }
    const part = `domains.${index}`
    // The service is not in the ledger yet; it is in this same change.
    const overview = within(part, () =>
      newOverview(ledger, 'domain', draft, { today, entity }, undefined, now + index),
    )
    if (names.has(overview.data.name)) throw invalidValue(`${part}.name`, 'duplicate-domain')
    names.add(overview.data.name)
    add(newRecordId(), overview)
  }

  const { undoToken } = writeRecords(session, changes, [
    {
      action: 'filing.create',
      recordId: serviceId ?? entityId,
      facts: { records: changes.length, newEntity: isKnown ? 0 : 1 },
    },
  ])
  return serviceId === undefined ? { entityId, undoToken } : { entityId, serviceId, undoToken }
}

/** Says in a refusal which part of the filing it is about. */
function within<T>(part: string, make: () => T): T {
  try {
    return make()
  } catch (error) {
    if (!(error instanceof VaultError) || error.code !== 'invalid-value') throw error
    throw invalidValue(`${part}.${error.facts['field']}`, String(error.facts['code']))
  }
}
