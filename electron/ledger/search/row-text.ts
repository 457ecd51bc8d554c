import { domainToUnicode } from '../../../shared/field/domain-name.ts'
import type { LedgerRecord } from '../../../shared/records/record.ts'
import type { RecordId } from '../../vault/vault.ts'
import { credentialsOfFiling, domainsOf } from '../row.ts'
import type { RecordStore } from '../store.ts'
import { liveRecord, usersOf } from '../store.ts'
import type { SearchText } from './text-index.ts'

/** Notes are searched no further than this. */
const NOTES_LENGTH = 500

/** Told of each text of a record that its lines of 台账 are found by, and which list of `SearchText` it belongs in. */
export type TextVisitor = (
  list: 'primary' | 'secondary',
  text: string | undefined,
  /** Whether the text is a name that is also found by pinyin. */
  isName?: boolean,
) => void

/** What a line of 台账 is found by; undefined when there is no such line. */
export function rowText(store: RecordStore, rowId: RecordId): SearchText | undefined {
  const service = liveRecord(store, 'service', rowId)
  const entity = liveRecord(store, 'entity', service?.data.entityId ?? rowId)
  if (entity === undefined) return undefined
  // An entity has a line of its own only while it has no service.
  if (service === undefined && usersOf(store, entity.id, 'service').length > 0) return undefined
  const lists = { primary: [] as string[], secondary: [] as string[] }
  const names: string[] = []
  const add: TextVisitor = (list, text, isName = false) => {
    if (text === undefined) return
    lists[list].push(text)
    if (isName) names.push(text)
  }
  if (service !== undefined) visitService(store, service, add)
  visitRowTexts(entity, add)
  for (const credential of credentialsOfFiling(store, entity.id, service?.id)) {
    visitRowTexts(credential, add)
  }
  return { id: rowId, ...lists, names }
}

function visitService(
  store: RecordStore,
  service: LedgerRecord<'service'>,
  visit: TextVisitor,
): void {
  visitRowTexts(service, visit)
  const visitLive = (kind: 'provider' | 'contact', id: RecordId | undefined) => {
    const record = liveRecord(store, kind, id)
    if (record !== undefined) visitRowTexts(record, visit)
  }
  for (const domain of domainsOf(store, service.id)) {
    visitRowTexts(domain, visit)
    visitLive('provider', domain.data.registrarId)
  }
  const { providerIds, responsibleId, entityResponsibleId, emergencyId } = service.data
  for (const providerId of providerIds) visitLive('provider', providerId)
  for (const id of new Set([responsibleId, entityResponsibleId, emergencyId])) {
    visitLive('contact', id)
  }
}

/** The texts of one record that stand for it in every line it belongs to (`rowIdsOf`). */
export function visitRowTexts(record: LedgerRecord, visit: TextVisitor): void {
  switch (record.kind) {
    case 'service': {
      const { name, filingNumber, policeNumber, homeUrl, notes } = record.data
      visit('primary', name, true)
      for (const form of numberForms(filingNumber)) visit('primary', form)
      visit('secondary', policeNumber)
      visit('secondary', homeUrl)
      visit('secondary', notes?.slice(0, NOTES_LENGTH))
      break
    }
    case 'entity': {
      const { name, shortName, filingNumber, creditCode, organizationCode, address } = record.data
      visit('primary', name, true)
      visit('primary', shortName, true)
      for (const form of numberForms(filingNumber)) visit('primary', form)
      visit('secondary', creditCode)
      visit('secondary', organizationCode)
      visit('secondary', address)
      break
    }
    case 'domain':
      for (const form of domainForms(record.data.name)) visit('primary', form)
      visit('secondary', record.data.owner)
      break
    case 'provider':
      visit('secondary', record.data.name, true)
      break
    case 'contact':
      visit('secondary', record.data.name, true)
      visit('secondary', record.data.phone)
      visit('secondary', record.data.email)
      break
    case 'credential':
      visit('secondary', record.data.account)
      break
    default:
      // The other kinds are found with Ctrl/Cmd+K only.
      break
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
