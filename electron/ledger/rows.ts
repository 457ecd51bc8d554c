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
import { liveRecord, liveRecords, usersOf } from './store.ts'

/** The lines of 台账 as they are on one day. */
export type RowTable = {
  today: CalendarDay | undefined
  readonly byId: Map<RecordId, LedgerRow>
  /** Sorted; undefined after a change until somebody asks. */
  order: LedgerRow[] | undefined
}

export function createRowTable(): RowTable {
  return { today: undefined, byId: new Map(), order: undefined }
}

/** All lines in their order: by entity, then by number, then by name. */
export function rowsOn(table: RowTable, store: RecordStore, today: CalendarDay): LedgerRow[] {
  refreshRows(table, store, today)
  table.order ??= sortRows(table.byId.values())
  return table.order
}

/** Builds all lines when the day has changed since they were built. */
export function refreshRows(table: RowTable, store: RecordStore, today: CalendarDay): void {
  if (table.today === today) return
  table.today = today
  table.byId.clear()
  table.order = undefined
  for (const service of liveRecords(store, 'service')) {
    const row = serviceRow(store, service, today)
    if (row !== undefined) table.byId.set(row.id, row)
  }
  for (const entity of liveRecords(store, 'entity')) {
    const row = entityRow(store, entity, today)
    if (row !== undefined) table.byId.set(row.id, row)
  }
}

/**
 * Builds some lines anew.
 *
 * @returns those that there are now, and the ids of those that are no more.
 */
export function patchRows(
  table: RowTable,
  store: RecordStore,
  ids: Iterable<RecordId>,
  today: CalendarDay,
): { upserted: LedgerRow[]; removedIds: RecordId[] } {
  const upserted: LedgerRow[] = []
  const removedIds: RecordId[] = []
  for (const id of ids) {
    const row = rowOf(store, id, today)
    if (row !== undefined) {
      upserted.push(row)
      table.byId.set(id, row)
    } else if (table.byId.delete(id)) {
      removedIds.push(id)
    }
  }
  if (upserted.length > 0 || removedIds.length > 0) table.order = undefined
  return { upserted, removedIds }
}

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

/** A service's domains, the one recorded first in front. */
export function domainsOf(store: RecordStore, serviceId: RecordId): LedgerRecord<'domain'>[] {
  const domains = usersOf(store, serviceId, 'domain')
  if (domains.length < 2) return domains
  return domains.sort((a, b) => a.createdAt - b.createdAt || compareText(a.data.name, b.data.name))
}

function serviceIdsOf(store: RecordStore, id: RecordId): RecordId[] {
  return usersOf(store, id, 'service').map((service) => service.id)
}

function rowOf(store: RecordStore, id: RecordId, today: CalendarDay): LedgerRow | undefined {
  const service = liveRecord(store, 'service', id)
  if (service !== undefined) return serviceRow(store, service, today)
  const entity = liveRecord(store, 'entity', id)
  return entity === undefined ? undefined : entityRow(store, entity, today)
}

function serviceRow(
  store: RecordStore,
  service: LedgerRecord<'service'>,
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
  return finishRow(
    {
      id: service.id,
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
    credentialsOfFiling(store, entity.id, service.id),
    due,
    today,
  )
}

function entityRow(
  store: RecordStore,
  entity: LedgerRecord<'entity'>,
  today: CalendarDay,
): LedgerRow | undefined {
  if (usersOf(store, entity.id, 'service').length > 0) return undefined
  return finishRow(
    {
      id: entity.id,
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
    credentialsOfFiling(store, entity.id, undefined),
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
  credentials: LedgerRecord<'credential'>[],
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
  for (const { data, hasSecret } of credentials) {
    const rotation = rotationOf(data, hasSecret, today)
    due = earlier(due, rotation.dueOn)
    if (worst === undefined || rankOf(rotation.state) < rankOf(worst)) worst = rotation.state
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

function sortRows(rows: Iterable<LedgerRow>): LedgerRow[] {
  const keyed = Array.from(rows, (row) => ({ row, serial: serialOf(row.filingNumber) }))
  keyed.sort(
    (a, b) =>
      compareText(a.row.entityName, b.row.entityName) ||
      compareText(a.row.entityId, b.row.entityId) ||
      a.serial - b.serial ||
      compareText(a.row.name, b.row.name),
  )
  return keyed.map(({ row }) => row)
}

/** Serials count as numbers: -2 stands before -10. */
function serialOf(filingNumber: string | undefined): number {
  if (filingNumber === undefined) return 0
  const serial = Number.parseInt(filingNumber.slice(filingNumber.lastIndexOf('-') + 1), 10)
  return Number.isNaN(serial) ? 0 : serial
}

/** By code units: collating ten thousand names by pinyin would cost more than building their lines. */
function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
