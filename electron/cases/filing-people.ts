import type { CalendarDay } from '../../shared/calendar-day.ts'
import { addMonths } from '../../shared/calendar-day.ts'
import type { PersonToAct } from '../../shared/case-view.ts'
import type { LedgerRecord } from '../../shared/records/record.ts'
import type { RecordStore } from '../ledger/store.ts'
import { liveRecord, oldestFirst, usersOf } from '../ledger/store.ts'
import type { RecordId } from '../vault/vault.ts'

/** A channel that was verified within so many months is known to work. */
const VERIFIED_MONTHS = 3

type Filed = { entityId: RecordId; serviceIds: readonly RecordId[] }

/** The services a case is about; all of the entity's where it names none. */
export function servicesOf(store: RecordStore, filed: Filed): LedgerRecord<'service'>[] {
  if (filed.serviceIds.length === 0) return oldestFirst(usersOf(store, filed.entityId, 'service'))
  return filed.serviceIds.flatMap((id) => liveRecord(store, 'service', id) ?? [])
}

export function domainsOf(store: RecordStore, filed: Filed): LedgerRecord<'domain'>[] {
  return servicesOf(store, filed).flatMap((service) =>
    oldestFirst(usersOf(store, service.id, 'domain')),
  )
}

/** 主体负责人: named by a service, else the contact of the entity who has the role. */
export function entityResponsible(
  store: RecordStore,
  filed: Filed,
): LedgerRecord<'contact'> | undefined {
  const named = servicesOf(store, filed).flatMap(
    ({ data }) => liveRecord(store, 'contact', data.entityResponsibleId) ?? [],
  )
  return named[0] ?? peopleAs(store, filed, 'entity-responsible')[0]
}

/** 服务负责人 of one service, else of the first that has one. */
export function serviceResponsible(
  store: RecordStore,
  filed: Filed,
  serviceId?: RecordId,
): LedgerRecord<'contact'> | undefined {
  const services = servicesOf(store, filed)
  const chosen = services.find((service) => service.id === serviceId)
  for (const { data } of chosen === undefined ? services : [chosen]) {
    const person = liveRecord(store, 'contact', data.responsibleId)
    if (person !== undefined) return person
  }
  return peopleAs(store, filed, 'service-responsible')[0]
}

export function peopleAs(
  store: RecordStore,
  { entityId }: Filed,
  role: PersonToAct['roles'][number],
): LedgerRecord<'contact'>[] {
  return oldestFirst(usersOf(store, entityId, 'contact')).filter(({ data }) =>
    data.roles.includes(role),
  )
}

/** Who must be there, sign, or read out a code. The emergency contact never gets one. */
export function peopleToAct(store: RecordStore, filed: Filed, today: CalendarDay): PersonToAct[] {
  const found = new Map<RecordId, PersonToAct>()
  const add = (
    person: LedgerRecord<'contact'> | undefined,
    role: PersonToAct['roles'][number],
    receives?: PersonToAct['receives'][number],
  ) => {
    if (person === undefined) return
    const known = found.get(person.id) ?? personToAct(store, person, today)
    if (!known.roles.includes(role)) known.roles.push(role)
    if (receives !== undefined && !known.receives.includes(receives)) known.receives.push(receives)
    found.set(person.id, known)
  }
  add(entityResponsible(store, filed), 'entity-responsible', 'subject')
  for (const service of servicesOf(store, filed)) {
    add(serviceResponsible(store, filed, service.id), 'service-responsible', 'service')
  }
  for (const person of peopleAs(store, filed, 'legal-representative')) {
    add(person, 'legal-representative')
  }
  return [...found.values()]
}

function personToAct(
  store: RecordStore,
  person: LedgerRecord<'contact'>,
  today: CalendarDay,
): PersonToAct {
  const { name, phone, email, leftOn } = person.data
  const channel = channelOf(store, person, 'phone')
  const verifiedOn = channel?.data.verifiedOn
  const view: PersonToAct = {
    contactId: person.id,
    name,
    roles: [],
    receives: [],
    phoneState: phone === undefined && channel === undefined ? 'none' : 'not-verified',
    hasIdNumber: person.hasSecret,
  }
  if (isFresh(verifiedOn, today)) view.phoneState = 'verified'
  const number = phone ?? channel?.data.value
  if (number !== undefined) view.phone = number
  if (email !== undefined) view.email = email
  if (leftOn !== undefined) view.leftOn = leftOn
  if (verifiedOn !== undefined) view.verifiedOn = verifiedOn
  return view
}

/** The channel by which a person gets codes: the one of their own number or address, else any they hold; the last verified first. */
export function channelOf(
  store: RecordStore,
  person: LedgerRecord<'contact'>,
  kind: 'phone' | 'mailbox',
): LedgerRecord<'channel'> | undefined {
  const own = kind === 'phone' ? person.data.phone : person.data.email
  const held = usersOf(store, person.id, 'channel').filter(({ data }) => data.kind === kind)
  const rank = (channel: LedgerRecord<'channel'>) => (channel.data.value === own ? 0 : 1)
  return held.sort(
    (a, b) => rank(a) - rank(b) || ((a.data.verifiedOn ?? '') < (b.data.verifiedOn ?? '') ? 1 : -1),
  )[0]
}

/** Whether a channel that was verified that day still counts as known to work. */
export function isFresh(verifiedOn: CalendarDay | undefined, today: CalendarDay): boolean {
  return verifiedOn !== undefined && addMonths(verifiedOn, VERIFIED_MONTHS) > today
}
