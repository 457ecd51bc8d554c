import type { CalendarDay } from '../calendar-day.ts'
import type { Checked } from '../finding.ts'
import type { FormKind } from '../records/record.ts'
import { refused } from './checked.ts'
import { checkCreditCode } from './credit-code.ts'
import type { DayRule } from './day.ts'
import { checkDay } from './day.ts'
import { checkDomainName } from './domain-name.ts'
import { checkEmail } from './email.ts'
import { checkIcpNumber } from './icp-number.ts'
import { checkPhone } from './mobile.ts'
import { checkOrganizationCode } from './organization-code.ts'
import { checkPoliceNumber } from './police-number.ts'
import { provinceOfIcp } from './province.ts'

type Data = Readonly<Record<string, unknown>>
type Check = (text: string, data: Data, today: CalendarDay) => Checked

/** What is asked of one field, whatever the others hold. */
export type FieldRule = { isRequired?: true; maxLength?: number; day?: DayRule; check?: Check }

const LINE_LENGTH = 200
const TEXT_LENGTH = 10_000

const line: FieldRule = {}
const requiredLine: FieldRule = { isRequired: true }
const text: FieldRule = { maxLength: TEXT_LENGTH }
const past: FieldRule = { day: 'past' }
const pastOnly: FieldRule = { day: 'past-only' }
const future: FieldRule = { day: 'future' }
const address: FieldRule = { check: checkAddress }
const phone: FieldRule = { check: (typed, data) => checkPhone(typed, ownerOf(data)) }
const snooze = { snoozedUntilOn: line, snoozeReason: line }

export const FIELD_RULES: Readonly<Record<FormKind, Readonly<Record<string, FieldRule>>>> = {
  entity: {
    name: requiredLine,
    shortName: line,
    nature: requiredLine,
    creditCode: { check: checkCreditCode },
    organizationCode: { check: checkOrganizationCode },
    address: line,
    province: { check: checkProvince },
    filingNumber: { check: (typed, _data, today) => checkIcpNumber(typed, 'subject', today) },
    filedOn: past,
    licenceValidUntilOn: future,
    notes: text,
    ...snooze,
  },
  service: {
    entityId: requiredLine,
    kind: requiredLine,
    name: requiredLine,
    filingNumber: { check: (typed, _data, today) => checkIcpNumber(typed, 'service', today) },
    filedOn: past,
    status: requiredLine,
    homeUrl: address,
    preApproval: line,
    policeNumber: { check: checkPoliceNumber },
    notes: text,
    ...snooze,
  },
  domain: {
    serviceId: requiredLine,
    name: { isRequired: true, check: checkDomainName },
    owner: line,
    expiresOn: future,
    notes: text,
    ...snooze,
  },
  provider: {
    name: requiredLine,
    roles: requiredLine,
    consoleUrl: address,
    phone: { check: (typed) => checkPhone(typed, 'firm') },
    address: line,
    verifiedOn: pastOnly,
    notes: text,
  },
  contact: {
    name: requiredLine,
    post: line,
    phone,
    email: { check: checkEmail },
    idValidUntilOn: future,
    leftOn: line,
    notes: text,
    ...snooze,
  },
  channel: {
    kind: requiredLine,
    value: { isRequired: true, check: checkChannelValue },
    owner: line,
    verifiedOn: pastOnly,
    notes: text,
    ...snooze,
  },
  credential: {
    kind: requiredLine,
    label: requiredLine,
    account: line,
    portal: line,
    origin: requiredLine,
    changedOn: pastOnly,
    rotationMonths: {},
    obtainedFrom: line,
    obtainedOn: pastOnly,
    notes: text,
    ...snooze,
  },
  document: {
    kind: requiredLine,
    title: requiredLine,
    issuedOn: pastOnly,
    validUntilOn: future,
    sealState: requiredLine,
    paperPlace: line,
    notes: text,
    ...snooze,
  },
  task: {
    title: requiredLine,
    dueOn: future,
    person: line,
    doneOn: pastOnly,
    result: text,
    notes: text,
    ...snooze,
  },
}

/** Judges the text of one field by its rule. */
export function checkFieldText(
  rule: FieldRule,
  value: string,
  data: Data,
  today: CalendarDay,
): Checked {
  const maxLength = rule.maxLength ?? LINE_LENGTH
  if (value.length > maxLength) return refused('too-long', { maxLength })
  if (rule.day !== undefined) return checkDay(value, rule.day, today)
  return rule.check?.(value, data, today) ?? { value, findings: [] }
}

function checkProvince(typed: string): Checked {
  const known = provinceOfIcp(typed.trim())
  return known === undefined
    ? refused('province-unknown')
    : { value: known.icpPrefix, findings: [] }
}

/** Only http and https are ever opened or shown as an address. */
function checkAddress(typed: string): Checked {
  const value = typed.trim()
  const host = /^(?:https?:\/\/)?([^/?#:\s]+)(?::\d{1,5})?(?:[/?#]\S*)?$/i.exec(value)?.[1]
  if (host === undefined || checkDomainName(host).value === undefined) {
    return refused('address-shape')
  }
  return { value, findings: [] }
}

function checkChannelValue(typed: string, data: Data): Checked {
  if (data['kind'] === 'phone') return checkPhone(typed, 'person')
  if (data['kind'] === 'mailbox') return checkEmail(typed)
  return { value: typed, findings: [] }
}

/** Bureaus, providers and agencies are reached by landlines and hotlines. */
function ownerOf(data: Data): 'person' | 'firm' {
  const roles = Array.isArray(data['roles']) ? data['roles'] : []
  const firmRoles = ['provider', 'bureau', 'agency']
  return roles.some((role) => firmRoles.includes(role)) ? 'firm' : 'person'
}
