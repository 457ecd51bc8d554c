import { parseIcpNumber } from '../../shared/field/icp-number.ts'
import type { PortalValue } from '../../shared/guides/guide.ts'
import type { LedgerRecord } from '../../shared/records/record.ts'
import type { RecordStore } from '../ledger/store.ts'
import { liveRecord } from '../ledger/store.ts'
import type { RecordId } from '../vault/vault.ts'
import { domainsOf, entityResponsible, serviceResponsible, servicesOf } from './filing-people.ts'

/** Which of several services and domains is meant; the first unless told. */
export type Chosen = { serviceId?: RecordId | undefined; domainId?: RecordId | undefined }

type Filed = { entityId: RecordId; serviceIds: readonly RecordId[] }

/** Whom and what a portal's form is filled in for. */
export type PortalSubject = {
  entity: LedgerRecord<'entity'> | undefined
  services: LedgerRecord<'service'>[]
  service: LedgerRecord<'service'> | undefined
  domains: LedgerRecord<'domain'>[]
  domain: LedgerRecord<'domain'> | undefined
  /** 主体负责人 and 服务负责人. */
  responsible: LedgerRecord<'contact'> | undefined
  serviceResponsible: LedgerRecord<'contact'> | undefined
}

/** Where a value stands in the ledger. `secret`: in the sealed part of that person. */
export type ValueSource = {
  record?: LedgerRecord | undefined
  field?: string
  text?: string | undefined
  secret?: 'id-number' | 'id-last6'
}

export function portalSubject(store: RecordStore, filed: Filed, chosen: Chosen): PortalSubject {
  const services = servicesOf(store, filed)
  const domains = domainsOf(store, filed)
  const domain = domains.find(({ id }) => id === chosen.domainId)
  const serviceId = chosen.serviceId ?? domain?.data.serviceId
  const service = services.find(({ id }) => id === serviceId) ?? services[0]
  return {
    entity: liveRecord(store, 'entity', filed.entityId),
    services,
    service,
    domains,
    domain: domain ?? domains.find(({ data }) => data.serviceId === service?.id) ?? domains[0],
    responsible: entityResponsible(store, filed),
    serviceResponsible: serviceResponsible(store, filed, service?.id),
  }
}

/** Where a portal's value comes from, exactly as the ledger has it: it is pasted, not typed. */
export function valueSource(
  store: RecordStore,
  subject: PortalSubject,
  value: PortalValue,
): ValueSource {
  const { entity, service, domain, responsible, serviceResponsible: ofService } = subject
  switch (value) {
    case 'entity-name':
      return of(entity, 'name', entity?.data.name)
    case 'credit-code':
      return of(entity, 'creditCode', entity?.data.creditCode)
    case 'organization-code':
      return of(entity, 'organizationCode', entity?.data.organizationCode)
    case 'entity-address':
      return of(entity, 'address', entity?.data.address)
    case 'entity-nature':
      return of(entity, 'nature', entity === undefined ? undefined : NATURES[entity.data.nature])
    case 'subject-filing-number':
      return of(entity, 'filingNumber', subjectNumber(subject))
    case 'subject-filing-digits':
      return of(entity, 'filingNumber', /\d{6,10}/.exec(subjectNumber(subject) ?? '')?.[0])
    case 'service-filing-number':
      return of(service, 'filingNumber', service?.data.filingNumber)
    case 'service-name':
      return of(service, 'name', service?.data.name)
    case 'home-url':
      return of(service, 'homeUrl', service?.data.homeUrl)
    case 'filed-on':
      return of(service, 'filedOn', service?.data.filedOn ?? entity?.data.filedOn)
    case 'pre-approval':
      return of(service, 'preApproval', service?.data.preApproval)
    case 'police-filing-number':
      return of(service, 'policeNumber', service?.data.policeNumber)
    case 'access-provider': {
      const [id] = service?.data.providerIds ?? []
      const provider = liveRecord(store, 'provider', id)
      return of(provider ?? service, 'providerIds', provider?.data.name)
    }
    case 'domain':
      return of(domain, 'name', domain?.data.name)
    case 'domain-owner':
      return of(domain, 'owner', domain?.data.owner)
    case 'domain-expires-on':
      return of(domain, 'expiresOn', domain?.data.expiresOn)
    case 'emergency-phone': {
      const person = liveRecord(store, 'contact', service?.data.emergencyId)
      return of(person ?? service, 'phone', person?.data.phone)
    }
    case 'responsible-name':
      return of(responsible, 'name', responsible?.data.name)
    case 'responsible-phone':
      return of(responsible, 'phone', responsible?.data.phone)
    case 'responsible-email':
      return of(responsible, 'email', responsible?.data.email)
    case 'responsible-id-number':
      return { record: responsible, field: 'idNumber', secret: 'id-number' }
    case 'responsible-id-last6':
      return { record: responsible, field: 'idNumber', secret: 'id-last6' }
    case 'service-responsible-name':
      return of(ofService, 'name', ofService?.data.name)
    case 'service-responsible-phone':
      return of(ofService, 'phone', ofService?.data.phone)
    case 'service-responsible-email':
      return of(ofService, 'email', ofService?.data.email)
    case 'service-responsible-id-number':
      return { record: ofService, field: 'idNumber', secret: 'id-number' }
    case 'service-responsible-id-last6':
      return { record: ofService, field: 'idNumber', secret: 'id-last6' }
  }
}

/** The part before the hyphen; of a service where the entity has none. */
function subjectNumber({ entity, service }: PortalSubject): string | undefined {
  const own = entity?.data.filingNumber
  if (own !== undefined) return own
  const number = parseIcpNumber(service?.data.filingNumber ?? '')
  return number === undefined ? undefined : service?.data.filingNumber?.replace(/-\d+[AXK]?$/, '')
}

function of(
  record: LedgerRecord | undefined,
  field: string,
  text: string | undefined,
): ValueSource {
  return text === undefined || text === '' ? { record, field } : { record, field, text }
}

/** 单位性质 as the portal words it. */
const NATURES: Readonly<Record<LedgerRecord<'entity'>['data']['nature'], string>> = {
  enterprise: '企业',
  'individual-business': '个体工商户',
  government: '党政机关',
  'public-institution': '事业单位',
  'social-organization': '社会团体',
  military: '国防机构',
  'law-firm': '律师执业机构',
  foundation: '基金会',
  'private-non-enterprise': '民办非企业单位',
  person: '个人',
  other: '其他',
}
