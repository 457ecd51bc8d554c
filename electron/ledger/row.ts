import type { CalendarDay } from '../../shared/calendar-day.ts'
import type { CredentialState } from '../../shared/credential-state.ts'
import { CREDENTIAL_STATES } from '../../shared/credential-state.ts'
import { domainToUnicode } from '../../shared/field/domain-name.ts'
import { provinceOfIcp } from '../../shared/field/province.ts'
import type { LedgerRow } from '../../shared/ledger-row.ts'
import type { LedgerRecord } from '../../shared/records/record.ts'
import { rotationOf } from '../../shared/rotation.ts'
import type { RecordId } from '../vault/vault.ts'
import type { RecordStore } from './store.ts'
import { linksOf, liveRecord, usersOf } from './store.ts'

/** The ids of the lines on which something of this record stands. */
export function rowIdsOf(store: RecordStore, record: LedgerRecord): RecordId[] {
  switch (record.kind) {
    case 'service':
      return [record.id, record.data.entityId]
    case 'entity':
      return [record.id, ...serviceIdsOf(store, record.id)]
    case 'domain':
      return [record.data.serviceId]
    case 'credential': {
      const { serviceId, entityId } = record.data
      if (serviceId !== undefined) return [serviceId]
      return entityId === undefined ? [] : [entityId, ...serviceIdsOf(store, entityId)]
    }
    case 'provider':
      return [
        ...serviceIdsOf(store, record.id),
        ...usersOf(store, record.id, 'domain').map((domain) => domain.data.serviceId),
      ]
    case 'contact':
      return serviceIdsOf(store, record.id)
    case 'channel':
    case 'document':
    case 'case':
    case 'check':
    case 'task':
    case 'letter':
    case 'guide-addition':
    case 'holiday-notice':
    case 'custodian':
    case 'company-rule':
    case 'handover':
    case 'backup':
    case 'drill':
      return []
  }
}

/** The credentials that concern a service: its own, and those of the whole subject. */
export function credentialsOfFiling(
  store: RecordStore,
  entityId: RecordId,
  serviceId: RecordId | undefined,
): LedgerRecord<'credential'>[] {
  const ofEntity = usersOf(store, entityId, 'credential').filter(
    ({ data }) => data.serviceId === undefined,
  )
  if (serviceId === undefined) return ofEntity
  return [...usersOf(store, serviceId, 'credential'), ...ofEntity]
}

/** A service's domains, the one recorded first in front; of those recorded together the shortest, which others lie below. */
export function domainsOf(store: RecordStore, serviceId: RecordId): LedgerRecord<'domain'>[] {
  const domains = usersOf(store, serviceId, 'domain')
  if (domains.length < 2) return domains
  return domains.sort(
    (a, b) =>
      a.createdAt - b.createdAt ||
      a.data.name.length - b.data.name.length ||
      compareText(a.data.name, b.data.name),
  )
}

function serviceIdsOf(store: RecordStore, id: RecordId): RecordId[] {
  return usersOf(store, id, 'service').map((service) => service.id)
}

/** One line as it is on `today`; undefined when the id is not, or no longer, that of a line. */
export function rowOf(
  store: RecordStore,
  id: RecordId,
  ordinal: number,
  today: CalendarDay,
): LedgerRow | undefined {
  const service = liveRecord(store, 'service', id)
  if (service !== undefined) return serviceRow(store, service, ordinal, today)
  const entity = liveRecord(store, 'entity', id)
  return entity === undefined ? undefined : entityRow(store, entity, ordinal, today)
}

function serviceRow(
  store: RecordStore,
  service: LedgerRecord<'service'>,
  ordinal: number,
  today: CalendarDay,
): LedgerRow | undefined {
  const { data } = service
  const entity = liveRecord(store, 'entity', data.entityId)
  if (entity === undefined) return undefined
  const domains = domainsOf(store, service.id)
  const responsible = liveRecord(store, 'contact', data.responsibleId ?? data.entityResponsibleId)
  const providerNames: string[] = []
  for (const id of data.providerIds) {
    const provider = liveRecord(store, 'provider', id)
    if (provider !== undefined) providerNames.push(provider.data.name)
  }
  let due: CalendarDay | undefined
  for (const domain of domains) due = earlier(due, domain.data.expiresOn)
  for (const id of [data.responsibleId, data.entityResponsibleId]) {
    due = earlier(due, liveRecord(store, 'contact', id)?.data.idValidUntilOn)
  }
  const filingNumber = data.filingNumber ?? entity.data.filingNumber
  const isUnknown = data.isProviderUnknown === true && providerNames.length === 0
  return finishRow(
    {
      ...(isUnknown ? { isProviderUnknown: true as const } : {}),
      id: service.id,
      ordinal,
      entityId: entity.id,
      entityName: entity.data.name,
      serviceKind: data.kind,
      name: data.name,
      domains: domains.map((domain) => domainToUnicode(domain.data.name)),
      providerNames,
      status: data.status,
      updatedAt: service.updatedAt,
    },
    {
      filingNumber,
      filedOn: data.filedOn,
      responsibleName: responsible?.data.name,
    },
    entity,
    service.id,
    store,
    due,
    today,
  )
}

function entityRow(
  store: RecordStore,
  entity: LedgerRecord<'entity'>,
  ordinal: number,
  today: CalendarDay,
): LedgerRow | undefined {
  if (usersOf(store, entity.id, 'service').length > 0) return undefined
  return finishRow(
    {
      id: entity.id,
      ordinal,
      entityId: entity.id,
      entityName: entity.data.name,
      name: entity.data.name,
      domains: [],
      providerNames: [],
      status: 'unknown',
      updatedAt: entity.updatedAt,
    },
    { filingNumber: entity.data.filingNumber, filedOn: entity.data.filedOn },
    entity,
    undefined,
    store,
    undefined,
    today,
  )
}

type Maybe = {
  filingNumber?: string | undefined
  filedOn?: CalendarDay | undefined
  responsibleName?: string | undefined
}

function finishRow(
  row: LedgerRow,
  maybe: Maybe,
  entity: LedgerRecord<'entity'>,
  serviceId: RecordId | undefined,
  store: RecordStore,
  dueBesides: CalendarDay | undefined,
  today: CalendarDay,
): LedgerRow {
  if (maybe.filingNumber !== undefined) row.filingNumber = maybe.filingNumber
  if (maybe.filedOn !== undefined) row.filedOn = maybe.filedOn
  if (maybe.responsibleName !== undefined) row.responsibleName = maybe.responsibleName
  const province = provincePrefix(maybe.filingNumber) ?? entity.data.province
  if (province !== undefined) row.province = province
  let due = earlier(dueBesides, entity.data.licenceValidUntilOn)
  let worst: CredentialState | undefined
  const take = (user: LedgerRecord) => {
    if (user.kind !== 'credential' || user.trashedAt !== undefined) return
    const rotation = rotationOf(user.data, user.hasSecret, today)
    due = earlier(due, rotation.dueOn)
    if (worst === undefined || rankOf(rotation.state) < rankOf(worst)) worst = rotation.state
  }
  if (serviceId !== undefined) {
    linksOf(store, 'credential', 'service').get(serviceId)?.forEach(take)
  }
  for (const user of linksOf(store, 'credential', 'entity').get(entity.id) ?? []) {
    if (user.kind === 'credential' && user.data.serviceId === undefined) take(user)
  }
  if (worst !== undefined) row.credentialState = worst
  if (due !== undefined) row.dueOn = due
  return row
}

function earlier(a: CalendarDay | undefined, b: CalendarDay | undefined): CalendarDay | undefined {
  if (a === undefined) return b
  return b === undefined || a <= b ? a : b
}

function provincePrefix(filingNumber: string | undefined): string | undefined {
  const prefix = filingNumber?.[0]
  return prefix === undefined ? undefined : provinceOfIcp(prefix)?.icpPrefix
}

function rankOf(state: CredentialState): number {
  return CREDENTIAL_STATES.indexOf(state)
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
