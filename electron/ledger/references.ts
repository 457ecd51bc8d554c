import type { LedgerRecord, RecordKind } from '../../shared/records/record.ts'
import type { RecordId } from '../vault/vault.ts'

/** One place in a record that names another. */
export type Reference = { field: string; kind: RecordKind; id: RecordId }

/** Told of each place in a record that names another. */
export type ReferenceVisitor = (field: string, kind: RecordKind, id: RecordId) => void

/** Visits what a record names. Nothing is allocated: it runs for each of forty thousand records at unlock. */
export function visitReferences(
  record: Pick<LedgerRecord, 'kind' | 'data'>,
  visit: ReferenceVisitor,
): void {
  const seen = (field: string, ofKind: RecordKind, id: RecordId | undefined) => {
    if (id !== undefined) visit(field, ofKind, id)
  }
  // `as`: `kind` tells which data it is; Pick takes the two apart.
  const { kind, data } = record as LedgerRecord
  switch (kind) {
    case 'service':
      seen('entityId', 'entity', data.entityId)
      for (const id of data.providerIds) seen('providerIds', 'provider', id)
      seen('responsibleId', 'contact', data.responsibleId)
      seen('entityResponsibleId', 'contact', data.entityResponsibleId)
      seen('emergencyId', 'contact', data.emergencyId)
      break
    case 'domain':
      seen('serviceId', 'service', data.serviceId)
      seen('registrarId', 'provider', data.registrarId)
      break
    case 'contact':
      seen('entityId', 'entity', data.entityId)
      seen('providerId', 'provider', data.providerId)
      break
    case 'channel':
      seen('holderId', 'contact', data.holderId)
      break
    case 'credential':
      seen('entityId', 'entity', data.entityId)
      seen('serviceId', 'service', data.serviceId)
      seen('providerId', 'provider', data.providerId)
      seen('channelId', 'channel', data.channelId)
      break
    case 'document':
      seen('entityId', 'entity', data.entityId)
      seen('contactId', 'contact', data.contactId)
      seen('serviceId', 'service', data.serviceId)
      seen('domainId', 'domain', data.domainId)
      break
    case 'case':
      seen('entityId', 'entity', data.entityId)
      for (const id of data.serviceIds) seen('serviceIds', 'service', id)
      for (const id of data.credentialIds) seen('credentialIds', 'credential', id)
      seen('providerId', 'provider', data.providerId)
      for (const one of data.materials) {
        seen('documentId', 'document', one.documentId)
        seen('letterId', 'letter', one.letterId)
      }
      for (const step of data.steps) {
        for (const id of step.documentIds) seen('documentIds', 'document', id)
      }
      for (const entry of data.log) {
        for (const id of entry.documentIds) seen('documentIds', 'document', id)
      }
      break
    case 'check':
      seen('serviceId', 'service', data.serviceId)
      seen('entityId', 'entity', data.entityId)
      for (const item of data.items) {
        for (const id of item.documentIds) seen('documentIds', 'document', id)
      }
      break
    case 'task':
      seen('entityId', 'entity', data.entityId)
      seen('serviceId', 'service', data.serviceId)
      seen('caseId', 'case', data.caseId)
      seen('checkId', 'check', data.checkId)
      break
    case 'letter':
      seen('entityId', 'entity', data.entityId)
      for (const id of data.serviceIds) seen('serviceIds', 'service', id)
      for (const id of data.contactIds) seen('contactIds', 'contact', id)
      seen('caseId', 'case', data.caseId)
      seen('providerId', 'provider', data.providerId)
      seen('documentId', 'document', data.documentId)
      break
    case 'guide-addition':
      seen('providerId', 'provider', data.providerId)
      break
    case 'handover':
      for (const one of [data.leaver, data.successor, data.witness]) {
        seen('contactId', 'contact', one?.contactId)
      }
      break
    case 'custodian':
      seen('contactId', 'contact', data.contactId)
      break
    case 'entity':
    case 'provider':
    case 'holiday-notice':
    case 'company-rule':
    case 'backup':
    case 'drill':
      break
  }
}

/** The same as a list. */
export function referencesOf(record: Pick<LedgerRecord, 'kind' | 'data'>): Reference[] {
  const found: Reference[] = []
  visitReferences(record, (field, kind, id) => found.push({ field, kind, id }))
  return found
}
