import type { FieldFinding } from '../finding.ts'
import type { RecordKind } from '../records/record.ts'
import { refusal, warning } from './checked.ts'
import { parseIcpNumber } from './icp-number.ts'
import { checkPoliceNumber, provinceOfPoliceNumber } from './police-number.ts'
import { provinceOfIcp } from './province.ts'
import type { DraftContext } from './record-check.ts'

type Data = Readonly<Record<string, unknown>>

/** What several fields together, or a field and the entity, say against each other. */
export function crossFindings(kind: RecordKind, data: Data, context: DraftContext): FieldFinding[] {
  if (kind === 'entity') return numberAgainstProvince(data, textOf(data, 'province'))
  if (kind === 'service') return serviceFindings(data, context)
  if (kind === 'domain') return ownerFindings(data, context)
  if (kind === 'credential') return credentialFindings(data)
  return []
}

function serviceFindings(data: Data, { entity }: DraftContext): FieldFinding[] {
  const findings = numberAgainstProvince(data, entity?.province)
  const number = parseIcpNumber(textOf(data, 'filingNumber') ?? '')
  const entityNumber = parseIcpNumber(entity?.filingNumber ?? '')
  if (number !== undefined && entityNumber !== undefined && !isSameSubject(number, entityNumber)) {
    findings.push({
      ...warning('service-number-not-of-entity', { subject: entityNumber.subject }),
      field: 'filingNumber',
    })
  }
  const kind = textOf(data, 'kind')
  if (number?.serviceKind !== undefined && kind !== undefined && number.serviceKind !== kind) {
    findings.push({
      ...warning('icp-number-kind-mismatch', { kind: number.serviceKind }),
      field: 'filingNumber',
    })
  }
  findings.push(...policeFindings(data, number?.prefix ?? entity?.province))
  const isEmpty = Array.isArray(data['providerIds']) && data['providerIds'].length === 0
  if (isEmpty && data['isProviderUnknown'] !== true) {
    const status = data['status']
    if (status === 'active' || status === 'restricted') {
      findings.push({ ...warning('no-access-provider'), field: 'providerIds' })
    }
  }
  return findings
}

function policeFindings(data: Data, icpPrefix: string | undefined): FieldFinding[] {
  const police = checkPoliceNumber(textOf(data, 'policeNumber') ?? '').value
  const icp = icpPrefix === undefined ? undefined : provinceOfIcp(icpPrefix)
  if (police === undefined || icp === undefined) return []
  const province = provinceOfPoliceNumber(police)
  if (province === undefined || province === icp) return []
  return [
    {
      ...warning('police-number-province', { police: province.name, icp: icp.name }),
      field: 'policeNumber',
    },
  ]
}

function numberAgainstProvince(data: Data, prefix: string | undefined): FieldFinding[] {
  const number = parseIcpNumber(textOf(data, 'filingNumber') ?? '')
  const province = prefix === undefined ? undefined : provinceOfIcp(prefix)
  if (number === undefined || province === undefined || number.prefix === '合字') return []
  const ofNumber = provinceOfIcp(number.prefix)
  if (ofNumber === undefined || ofNumber === province) return []
  return [
    {
      ...warning('icp-number-province', { number: ofNumber.name, entity: province.name }),
      field: 'filingNumber',
    },
  ]
}

/** The registrant must be the filer, or for a unit one of its shareholders or officers. */
function ownerFindings(data: Data, { entity }: DraftContext): FieldFinding[] {
  const owner = textOf(data, 'owner')
  if (owner === undefined || entity?.name === undefined) return []
  if (sameName(owner, entity.name)) return []
  return [{ ...warning('domain-owner-differs', { entity: entity.name }), field: 'owner' }]
}

function credentialFindings(data: Data): FieldFinding[] {
  const months = data['rotationMonths']
  if (months === undefined) return [{ ...refusal('required'), field: 'rotationMonths' }]
  const isAllowed =
    typeof months === 'number' && Number.isInteger(months) && months >= 3 && months <= 6
  return isAllowed ? [] : [{ ...refusal('not-allowed'), field: 'rotationMonths' }]
}

function isSameSubject(
  number: { subject: string; prefix: string },
  entity: { subject: string; prefix: string },
): boolean {
  const official = (one: { subject: string; prefix: string }) =>
    (provinceOfIcp(one.prefix)?.icpPrefix ?? one.prefix) + one.subject.slice(one.prefix.length)
  return official(number) === official(entity)
}

function sameName(left: string, right: string): boolean {
  const fold = (name: string) =>
    name
      .normalize('NFKC')
      .replace(/[\s()]/g, '')
      .toLowerCase()
  return fold(left) === fold(right)
}

function textOf(data: Data, field: string): string | undefined {
  const value = data[field]
  return typeof value === 'string' ? value : undefined
}
