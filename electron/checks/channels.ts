import type { CheckedChannel } from '../../shared/check-view.ts'
import type { LedgerRecord } from '../../shared/records/record.ts'
import { entityResponsible, peopleAs, serviceResponsible } from '../cases/filing-people.ts'
import type { RecordStore } from '../ledger/store.ts'
import { liveRecord, usersOf } from '../ledger/store.ts'
import type { RecordId } from '../vault/vault.ts'

/**
 * Phones and mailboxes of the people whom services name, and those that get the codes of their passwords.
 * A number that stands only at a person is among them: it receives the codes all the same.
 */
export function channelsOf(
  store: RecordStore,
  entityId: RecordId,
  serviceIds: readonly RecordId[],
): CheckedChannel[] {
  const found = new Map<string, CheckedChannel>()
  const add = (key: string, serviceId: RecordId, make: () => CheckedChannel) => {
    const known = found.get(key) ?? make()
    if (!known.serviceIds.includes(serviceId)) known.serviceIds.push(serviceId)
    found.set(key, known)
  }
  for (const serviceId of serviceIds) {
    for (const person of peopleOf(store, entityId, serviceId)) {
      const channels = usersOf(store, person.id, 'channel')
      for (const channel of channels) add(channel.id, serviceId, () => registered(store, channel))
      for (const own of ownChannels(person, channels)) {
        add(`${person.id} ${own.kind}`, serviceId, () => own)
      }
    }
    const credentials = [
      ...usersOf(store, serviceId, 'credential'),
      ...usersOf(store, entityId, 'credential'),
    ]
    for (const { data } of credentials) {
      const channel = liveRecord(store, 'channel', data.channelId)
      if (channel !== undefined) add(channel.id, serviceId, () => registered(store, channel))
    }
  }
  return [...found.values()]
}

function peopleOf(
  store: RecordStore,
  entityId: RecordId,
  serviceId: RecordId,
): LedgerRecord<'contact'>[] {
  const filed = { entityId, serviceIds: [serviceId] }
  const service = liveRecord(store, 'service', serviceId)
  const people = [
    entityResponsible(store, filed),
    serviceResponsible(store, filed, serviceId),
    liveRecord(store, 'contact', service?.data.emergencyId),
    ...peopleAs(store, filed, 'legal-representative'),
  ]
  return [...new Set(people)].filter((person) => person !== undefined)
}

function ownChannels(
  { id, data }: LedgerRecord<'contact'>,
  channels: readonly LedgerRecord<'channel'>[],
): CheckedChannel[] {
  const own = [
    { kind: 'phone' as const, value: data.phone },
    { kind: 'mailbox' as const, value: data.email },
  ]
  return own.flatMap(({ kind, value }) => {
    if (value === undefined || channels.some((one) => one.data.value === value)) return []
    const hasLeft = data.leftOn !== undefined
    return [
      { holderId: id, kind, value, holderName: data.name, holderHasLeft: hasLeft, serviceIds: [] },
    ]
  })
}

function registered(store: RecordStore, { id, data }: LedgerRecord<'channel'>): CheckedChannel {
  const holder = liveRecord(store, 'contact', data.holderId)
  const channel: CheckedChannel = {
    channelId: id,
    kind: data.kind,
    value: data.value,
    holderHasLeft: holder?.data.leftOn !== undefined,
    serviceIds: [],
  }
  if (holder !== undefined)
    Object.assign(channel, { holderId: holder.id, holderName: holder.data.name })
  if (data.verifiedOn !== undefined) channel.verifiedOn = data.verifiedOn
  return channel
}
