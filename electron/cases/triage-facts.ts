import type { CalendarDay } from '../../shared/calendar-day.ts'
import { parseIcpNumber, yearOfNumber } from '../../shared/field/icp-number.ts'
import { provinceIn, provinceOfIcp } from '../../shared/field/province.ts'
import type { Fact } from '../../shared/guides/guide.ts'
import type { TriageAnswer } from '../../shared/guides/triage-rule.ts'
import type { LedgerRecord } from '../../shared/records/record.ts'
import { recordTitle } from '../../shared/records/record-title.ts'
import { mustChange } from '../../shared/rotation.ts'
import type { FactReason, TriageFact } from '../../shared/triage-view.ts'
import type { RecordStore } from '../ledger/store.ts'
import { liveRecord, liveRecords, usersOf } from '../ledger/store.ts'
import type { RecordId } from '../vault/vault.ts'
import { channelOf, domainsOf, entityResponsible, isFresh, servicesOf } from './filing-people.ts'
import { filingNumberOf } from './office.ts'

/** What was lost, and whose it is. */
export type Scope = {
  entityId: RecordId
  serviceIds: readonly RecordId[]
  credentialIds: readonly RecordId[]
  providerId?: RecordId | undefined
}

type Known = NonNullable<TriageFact['known']>
type Tell = (store: RecordStore, scope: Scope, today: CalendarDay) => Known | undefined

/** How the ledger tells a fact; what is not here only a person can say. */
const TELLERS: { readonly [F in Fact]?: Tell } = {
  'domain-filed': (store, scope) => {
    const services = servicesOf(store, scope)
    const cancelled = services.find(({ data }) => data.status === 'cancelled')
    if (cancelled !== undefined && services.every(({ data }) => data.status === 'cancelled')) {
      return by('no', 'filing-cancelled', cancelled)
    }
    return numberKept(store, scope)
  },
  'filing-number-known': numberKept,
  'bureau-platform': (store, { credentialIds }) => {
    const lost = lostOfKind(store, credentialIds, 'bureau-account')
    return lost === undefined ? undefined : by('yes', 'bureau-account-lost', lost)
  },
  'phone-works': (store, scope, today) => channelWorks(store, scope, 'phone', today),
  'mailbox-works': (store, scope, today) => channelWorks(store, scope, 'mailbox', today),
  'provider-account-works': providerAccount,
  'provider-known': providerKept,
  'has-access-provider': (store, scope) => {
    const kept = providerKept(store, { ...scope, providerId: undefined })
    if (kept !== undefined) return kept
    const running = servicesOf(store, scope).find(({ data }) => data.status === 'active')
    return running === undefined ? undefined : by('no', 'no-provider', running)
  },
  'certificate-known': (store, { entityId }) => {
    const entity = liveRecord(store, 'entity', entityId)
    const number = entity?.data.creditCode ?? entity?.data.organizationCode
    return entity === undefined || number === undefined
      ? undefined
      : by('yes', 'certificate-kept', entity)
  },
  'responsible-identity-known': (store, scope) => {
    const person = entityResponsible(store, scope)
    return person?.hasSecret === true ? by('yes', 'identity-kept', person) : undefined
  },
  'domain-known': (store, scope) => {
    const [domain] = domainsOf(store, scope)
    return domain === undefined ? undefined : by('yes', 'domain-kept', domain)
  },
  'filed-by-agency': (store, scope) => {
    const agency = providersOf(store, scope).find(({ data }) => data.roles.includes('agency'))
    return agency === undefined ? undefined : by('yes', 'agency-kept', agency)
  },
  'other-province': otherProvince,
  'filed-before-2009': filedBefore2009,
  'standing-authorization': standingAuthorization,
}

/** A fact as the ledger knows it, and what a person answered; the person counts more. */
export function triageFact(
  store: RecordStore,
  scope: Scope,
  fact: Fact,
  answered: TriageAnswer | undefined,
  today: CalendarDay,
): TriageFact {
  const known = TELLERS[fact]?.(store, scope, today)
  const found: TriageFact = { fact, answer: answered ?? known?.answer ?? 'unknown' }
  if (known !== undefined) found.known = known
  if (answered !== undefined) found.answered = answered
  return found
}

function by(
  answer: TriageAnswer,
  reason: FactReason,
  record?: LedgerRecord,
  on?: CalendarDay,
): Known {
  return {
    answer,
    reason,
    ...(record === undefined ? {} : { recordId: record.id, title: recordTitle(record) }),
    ...(on === undefined ? {} : { on }),
  }
}

function numberKept(store: RecordStore, scope: Scope): Known | undefined {
  const entity = liveRecord(store, 'entity', scope.entityId)
  if (entity?.data.filingNumber !== undefined) return by('yes', 'number-kept', entity)
  const service = servicesOf(store, scope).find(({ data }) => data.filingNumber !== undefined)
  return service === undefined ? undefined : by('yes', 'number-kept', service)
}

/** The filed phone or mailbox is that of 主体负责人. */
function channelWorks(
  store: RecordStore,
  scope: Scope,
  kind: 'phone' | 'mailbox',
  today: CalendarDay,
): Known | undefined {
  const person = entityResponsible(store, scope)
  if (person === undefined) return undefined
  const channel = channelOf(store, person, kind)
  const verifiedOn = channel?.data.verifiedOn
  if (channel !== undefined && isFresh(verifiedOn, today)) {
    return by('yes', 'channel-verified', channel, verifiedOn)
  }
  const { leftOn } = person.data
  if (leftOn !== undefined && leftOn <= today) return by('no', 'holder-has-left', person, leftOn)
  return channel === undefined
    ? by('unknown', 'no-channel', person)
    : by('unknown', 'channel-not-verified', channel, verifiedOn)
}

function providersOf(store: RecordStore, scope: Scope): LedgerRecord<'provider'>[] {
  const ids = [
    scope.providerId,
    ...servicesOf(store, scope).flatMap(({ data }) => data.providerIds),
    ...scope.credentialIds.map((id) => liveRecord(store, 'credential', id)?.data.providerId),
  ]
  return [...new Set(ids)].flatMap((id) => liveRecord(store, 'provider', id) ?? [])
}

function providerKept(store: RecordStore, scope: Scope): Known | undefined {
  const found = providersOf(store, { ...scope, credentialIds: [] }).find(({ data }) =>
    data.roles.some((role) => role === 'access' || role === 'registrar'),
  )
  return found === undefined ? undefined : by('yes', 'provider-kept', found)
}

function lostOfKind(
  store: RecordStore,
  credentialIds: readonly RecordId[],
  kind: LedgerRecord<'credential'>['data']['kind'],
): LedgerRecord<'credential'> | undefined {
  return credentialIds
    .flatMap((id) => liveRecord(store, 'credential', id) ?? [])
    .find(({ data }) => data.kind === kind)
}

function providerAccount(store: RecordStore, scope: Scope): Known | undefined {
  const lost = lostOfKind(store, scope.credentialIds, 'portal-account')
  if (lost !== undefined) return by('no', 'account-lost', lost)
  const providers = new Set(providersOf(store, scope).map(({ id }) => id))
  const owners = [scope.entityId, ...servicesOf(store, scope).map(({ id }) => id)]
  const kept = owners
    .flatMap((id) => usersOf(store, id, 'credential'))
    .find(
      ({ data, hasSecret }) =>
        data.kind === 'portal-account' &&
        data.providerId !== undefined &&
        providers.has(data.providerId) &&
        hasSecret &&
        !data.isRetired &&
        !mustChange(data),
    )
  return kept === undefined ? undefined : by('yes', 'account-kept', kept)
}

/** The filing's province is that of its number; ours is where the entity is. */
function otherProvince(store: RecordStore, scope: Scope): Known | undefined {
  const entity = liveRecord(store, 'entity', scope.entityId)
  const prefix = parseIcpNumber(filingNumberOf(store, scope) ?? '')?.prefix
  const filed = provinceOfIcp(prefix ?? '')
  const ours = provinceIn(entity?.data.address ?? '') ?? provinceOfIcp(entity?.data.province ?? '')
  if (entity === undefined || filed === undefined || ours === undefined) return undefined
  return filed === ours ? by('no', 'same-prefix', entity) : by('yes', 'other-prefix', entity)
}

const RULES_OF_2009 = '2009-01-01'

function filedBefore2009(store: RecordStore, scope: Scope): Known | undefined {
  const entity = liveRecord(store, 'entity', scope.entityId)
  const dated = [entity, ...servicesOf(store, scope)].find(
    (record) => record?.data.filedOn !== undefined,
  )
  const filedOn = dated?.data.filedOn
  if (dated !== undefined && filedOn !== undefined) {
    return by(filedOn < RULES_OF_2009 ? 'yes' : 'no', 'filed-on', dated, filedOn)
  }
  const number = parseIcpNumber(filingNumberOf(store, scope) ?? '')
  const year = number === undefined ? undefined : yearOfNumber(number)
  if (year === undefined) return undefined
  return by(year < 2009 ? 'yes' : 'no', 'number-year', entity)
}

function standingAuthorization(
  store: RecordStore,
  { entityId }: Scope,
  today: CalendarDay,
): Known | undefined {
  const isGood = (until: CalendarDay | undefined) => until === undefined || until >= today
  for (const letter of usersOf(store, entityId, 'letter')) {
    const { kind, signedOn, revokedOn, validUntilOn, contactIds } = letter.data
    if (kind !== 'standing-authorization' || signedOn === undefined) continue
    const hasLeft = contactIds.some(
      (id) => (liveRecord(store, 'contact', id)?.data.leftOn ?? '9') <= today,
    )
    if (revokedOn === undefined && isGood(validUntilOn) && !hasLeft) {
      return by('yes', 'authorization-kept', letter, validUntilOn)
    }
  }
  for (const paper of liveRecords(store, 'document')) {
    const { kind, sealState, validUntilOn } = paper.data
    if (kind !== 'standing-authorization' || paper.data.entityId !== entityId) continue
    if (sealState === 'sealed-and-signed' && isGood(validUntilOn)) {
      return by('yes', 'authorization-kept', paper, validUntilOn)
    }
  }
  return by('no', 'no-authorization')
}
