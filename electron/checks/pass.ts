import type { CheckedChannel, CheckedService, CheckPass } from '../../shared/check-view.ts'
import { VaultError } from '../../shared/errors.ts'
import type { PortalValue } from '../../shared/guides/guide.ts'
import { quarterly } from '../../shared/guides/quarterly.ts'
import type { LedgerRecord } from '../../shared/records/record.ts'
import { entityResponsible, peopleAs, serviceResponsible } from '../cases/filing-people.ts'
import { portalSubject, valueSource } from '../cases/portal-values.ts'
import { preflightValue } from '../cases/preflight.ts'
import { invalidValue } from '../ledger/invalid-value.ts'
import type { RecordStore } from '../ledger/store.ts'
import { liveRecord, requireLive, usersOf } from '../ledger/store.ts'
import type { OpenVault, Session } from '../session.ts'
import type { RecordId } from '../vault/vault.ts'
import { taskLines } from './tasks.ts'

/** Every value that some item of the guide compares, in the guide's order. */
const COMPARED: readonly PortalValue[] = [
  ...new Set(quarterly.steps.flatMap((step) => step.values ?? [])),
]

/**
 * The checks of one pass. They must be of one entity: what is found about it holds for all its services.
 *
 * @throws VaultError `record-not-found`; `invalid-value` (field `ids`) for checks of several entities.
 */
export function requireChecks(
  store: RecordStore,
  ids: readonly RecordId[],
): LedgerRecord<'check'>[] {
  const checks = ids.map((id) => requireLive(store, 'check', id))
  if (new Set(checks.map(({ data }) => data.entityId)).size > 1) {
    throw invalidValue('ids', 'not-allowed')
  }
  return checks
}

/** @throws VaultError as `requireChecks` */
export function checkPass(open: OpenVault, ids: readonly RecordId[], now: number): CheckPass {
  const { ledger } = open
  const checks = requireChecks(ledger, ids)
  const entityId = checks[0]?.data.entityId ?? ''
  const checkIds = new Set(ids)
  return {
    entityId,
    entityName: liveRecord(ledger, 'entity', entityId)?.data.name ?? '',
    services: checks.map((check) => checkedService(open, check, now)),
    channels: channelsOf(
      ledger,
      entityId,
      checks.map(({ data }) => data.serviceId),
    ),
    tasks: taskLines(ledger, now).filter(
      ({ data }) => data.checkId !== undefined && checkIds.has(data.checkId),
    ),
  }
}

/**
 * Copies what the ledger has of one value.
 *
 * @throws VaultError `record-not-found` when it has none, or when it is a part of somebody's ID number.
 */
export async function copyChecked(
  session: Session,
  checkId: RecordId,
  value: PortalValue,
): Promise<void> {
  const { ledger } = session.open()
  const { entityId, serviceId } = requireLive(ledger, 'check', checkId).data
  const subject = portalSubject(ledger, { entityId, serviceIds: [serviceId] }, { serviceId })
  const { text, secret } = valueSource(ledger, subject, value)
  if (text === undefined || secret !== undefined) {
    throw new VaultError('record-not-found', 'the ledger does not have it')
  }
  await session.host('clipboard.copyText', { text })
}

/** Items of the guide that have no result yet. */
export function openItems({ data }: LedgerRecord<'check'>): string[] {
  const known = new Set(data.items.map((item) => item.itemId))
  return quarterly.steps.filter((step) => !known.has(step.id)).map((step) => step.id)
}

function checkedService(
  open: OpenVault,
  check: LedgerRecord<'check'>,
  now: number,
): CheckedService {
  const { serviceId, entityId, items, startedOn, finishedOn } = check.data
  const service = liveRecord(open.ledger, 'service', serviceId)
  const subject = portalSubject(open.ledger, { entityId, serviceIds: [serviceId] }, { serviceId })
  const checked: CheckedService = {
    checkId: check.id,
    revision: check.revision,
    serviceId,
    name: service?.data.name ?? '',
    startedOn,
    items,
    values: COMPARED.map((value) => preflightValue(open, subject, value, now)),
    openItemIds: openItems(check),
  }
  if (service?.data.filingNumber !== undefined) checked.filingNumber = service.data.filingNumber
  if (finishedOn !== undefined) checked.finishedOn = finishedOn
  return checked
}

/** Phones and mailboxes of the people the services name, and those that get the codes of their passwords. */
function channelsOf(
  store: RecordStore,
  entityId: RecordId,
  serviceIds: readonly RecordId[],
): CheckedChannel[] {
  const found = new Map<RecordId, CheckedChannel>()
  const add = (channel: LedgerRecord<'channel'> | undefined, serviceId: RecordId) => {
    if (channel === undefined || channel.trashedAt !== undefined) return
    const known = found.get(channel.id) ?? checkedChannel(store, channel)
    if (!known.serviceIds.includes(serviceId)) known.serviceIds.push(serviceId)
    found.set(channel.id, known)
  }
  for (const serviceId of serviceIds) {
    const filed = { entityId, serviceIds: [serviceId] }
    const service = liveRecord(store, 'service', serviceId)
    const people = [
      entityResponsible(store, filed),
      serviceResponsible(store, filed, serviceId),
      liveRecord(store, 'contact', service?.data.emergencyId),
      ...peopleAs(store, filed, 'legal-representative'),
    ]
    for (const person of people) {
      if (person === undefined) continue
      for (const channel of usersOf(store, person.id, 'channel')) add(channel, serviceId)
    }
    for (const { data } of [
      ...usersOf(store, serviceId, 'credential'),
      ...usersOf(store, entityId, 'credential'),
    ]) {
      add(liveRecord(store, 'channel', data.channelId), serviceId)
    }
  }
  return [...found.values()]
}

function checkedChannel(store: RecordStore, { id, data }: LedgerRecord<'channel'>): CheckedChannel {
  const holder = liveRecord(store, 'contact', data.holderId)
  const channel: CheckedChannel = {
    channelId: id,
    kind: data.kind,
    value: data.value,
    holderHasLeft: holder?.data.leftOn !== undefined,
    serviceIds: [],
  }
  if (holder !== undefined) channel.holderName = holder.data.name
  if (data.verifiedOn !== undefined) channel.verifiedOn = data.verifiedOn
  return channel
}
