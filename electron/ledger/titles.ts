import type { LedgerRecord } from '../../shared/records/record.ts'
import type { RecordId } from '../vault/vault.ts'
import type { RecordStore } from './store.ts'
import { liveRecord, recordOf, usersOf } from './store.ts'

/** The filing a record belongs to: its line of 台账, and the name to show beside its own. */
export type Place = {
  rowId?: RecordId
  entityId?: RecordId
  serviceId?: RecordId
  subject?: string
}

/** Where a record belongs; empty for what stands by itself, such as a provider. */
export function placeOf(store: RecordStore, record: LedgerRecord): Place {
  switch (record.kind) {
    case 'entity':
      return placeOfEntity(store, record.id)
    case 'service': {
      const subject = recordOf(store, 'entity', record.data.entityId)?.data.name
      return withSubject(
        { rowId: record.id, serviceId: record.id, entityId: record.data.entityId },
        subject,
      )
    }
    case 'domain':
      return placeOfService(store, record.data.serviceId)
    case 'credential': {
      if (record.data.serviceId !== undefined) return placeOfService(store, record.data.serviceId)
      if (record.data.entityId !== undefined) return placeOfEntity(store, record.data.entityId)
      return withSubject({}, recordOf(store, 'provider', record.data.providerId)?.data.name)
    }
    case 'contact':
      if (record.data.entityId !== undefined) return placeOfEntity(store, record.data.entityId)
      return withSubject({}, recordOf(store, 'provider', record.data.providerId)?.data.name)
    case 'channel':
      return withSubject({}, recordOf(store, 'contact', record.data.holderId)?.data.name)
    case 'document': {
      const { serviceId, entityId, contactId } = record.data
      if (serviceId !== undefined) return placeOfService(store, serviceId)
      if (entityId !== undefined) return placeOfEntity(store, entityId)
      return withSubject({}, recordOf(store, 'contact', contactId)?.data.name)
    }
    case 'check':
      return placeOfService(store, record.data.serviceId)
    case 'case':
    case 'letter':
      return placeOfEntity(store, record.data.entityId)
    case 'task': {
      const { serviceId, entityId } = record.data
      if (serviceId !== undefined) return placeOfService(store, serviceId)
      return entityId === undefined ? {} : placeOfEntity(store, entityId)
    }
    case 'guide-addition':
      return withSubject({}, recordOf(store, 'provider', record.data.providerId)?.data.name)
    case 'provider':
    case 'holiday-notice':
    case 'custodian':
    case 'company-rule':
    case 'handover':
    case 'backup':
    case 'drill':
      return {}
  }
}

function placeOfService(store: RecordStore, serviceId: RecordId): Place {
  const service = recordOf(store, 'service', serviceId)
  if (service === undefined) return {}
  const { entityId, name } = service.data
  return { rowId: serviceId, serviceId, entityId, subject: name }
}

/** The line of an entity is its first service, or its own while it has none. */
function placeOfEntity(store: RecordStore, entityId: RecordId): Place {
  const entity = liveRecord(store, 'entity', entityId)
  const first = usersOf(store, entityId, 'service')[0]
  return withSubject({ rowId: first?.id ?? entityId, entityId }, entity?.data.name)
}

function withSubject(place: Place, subject: string | undefined): Place {
  return subject === undefined ? place : { ...place, subject }
}
