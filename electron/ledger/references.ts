import type { LedgerRecord, RecordKind } from '../../shared/records/record.ts'
import type { RecordId } from '../vault/vault.ts'

/** One place in a record that names another. */
export type Reference = { field: string; kind: RecordKind; id: RecordId }

/**
 * Which records a record names, and as what. A list, since it is asked for each of forty
 * thousand records while unlocking.
 */
export function referencesOf(record: Pick<LedgerRecord, 'kind' | 'data'>): Reference[] {
  const found: Reference[] = []
  const add = (field: string, kind: RecordKind, id: RecordId | undefined) => {
    if (id !== undefined) found.push({ field, kind, id })
  }
  // `as`: `kind` tells which data it is; Pick takes the two apart.
  const { kind, data } = record as LedgerRecord
  switch (kind) {
    case 'service':
      add('entityId', 'entity', data.entityId)
      for (const id of data.providerIds) add('providerIds', 'provider', id)
      add('responsibleId', 'contact', data.responsibleId)
      add('entityResponsibleId', 'contact', data.entityResponsibleId)
      add('emergencyId', 'contact', data.emergencyId)
      break
    case 'domain':
      add('serviceId', 'service', data.serviceId)
      add('registrarId', 'provider', data.registrarId)
      break
    case 'contact':
      add('entityId', 'entity', data.entityId)
      add('providerId', 'provider', data.providerId)
      break
    case 'channel':
      add('holderId', 'contact', data.holderId)
      break
    case 'credential':
      add('entityId', 'entity', data.entityId)
      add('serviceId', 'service', data.serviceId)
      add('providerId', 'provider', data.providerId)
      add('channelId', 'channel', data.channelId)
      break
    case 'entity':
    case 'provider':
      break
  }
  return found
}
