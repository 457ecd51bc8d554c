import { domainToUnicode } from '../../../shared/field/domain-name.ts'
import type { LedgerRecord } from '../../../shared/records/record.ts'
import type { RecordId } from '../../vault/vault.ts'
import { credentialsOfFiling, domainsOf } from '../row.ts'
import type { RecordStore } from '../store.ts'
import { liveRecord, usersOf } from '../store.ts'
import type { SearchText } from './text-index.ts'

/** Notes are searched no further than this. */
const NOTES_LENGTH = 500

/** What a line of 台账 is found by; undefined when there is no such line. */
export function rowText(store: RecordStore, rowId: RecordId): SearchText | undefined {
  const service = liveRecord(store, 'service', rowId)
  const entity = liveRecord(store, 'entity', service?.data.entityId ?? rowId)
  if (entity === undefined) return undefined
  // An entity has a line of its own only while it has no service.
  if (service === undefined && usersOf(store, entity.id, 'service').length > 0) return undefined
  const primary: (string | undefined)[] = []
  const secondary: (string | undefined)[] = []
  const names: (string | undefined)[] = []
  if (service !== undefined) addService(store, service, primary, secondary, names)
  const { name, shortName, filingNumber, creditCode, organizationCode, address } = entity.data
  primary.push(name, shortName, ...numberForms(filingNumber))
  names.push(name, shortName)
  secondary.push(creditCode, organizationCode, address)
  for (const { data } of credentialsOfFiling(store, entity.id, service?.id)) {
    secondary.push(data.account)
  }
  return { id: rowId, primary, secondary, names }
}

function addService(
  store: RecordStore,
  { id, data }: LedgerRecord<'service'>,
  primary: (string | undefined)[],
  secondary: (string | undefined)[],
  names: (string | undefined)[],
): void {
  primary.push(data.name, ...numberForms(data.filingNumber))
  names.push(data.name)
  for (const domain of domainsOf(store, id)) {
    primary.push(...domainForms(domain.data.name))
    const registrar = liveRecord(store, 'provider', domain.data.registrarId)?.data.name
    secondary.push(registrar, domain.data.owner)
    names.push(registrar)
  }
  secondary.push(data.policeNumber, data.homeUrl, data.notes?.slice(0, NOTES_LENGTH))
  for (const providerId of data.providerIds) {
    const provider = liveRecord(store, 'provider', providerId)?.data.name
    secondary.push(provider)
    names.push(provider)
  }
  const people = new Set([data.responsibleId, data.entityResponsibleId, data.emergencyId])
  for (const personId of people) {
    const person = liveRecord(store, 'contact', personId)?.data
    if (person === undefined) continue
    secondary.push(person.name, person.phone, person.email)
    names.push(person.name)
  }
}

/** A number is typed with or without its 号: 19001358-1 finds 京ICP备19001358号-1. */
export function numberForms(number: string | undefined): string[] {
  if (number === undefined) return []
  return number.includes('号-') ? [number, number.replace('号-', '-')] : [number]
}

/** The Unicode form first, and the punycode form where it differs. */
export function domainForms(name: string): string[] {
  const unicode = domainToUnicode(name)
  return unicode === name ? [name] : [unicode, name]
}
