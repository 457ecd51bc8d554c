import { dayOf } from '../../shared/calendar-day.ts'
import { VaultError } from '../../shared/errors.ts'
import { provinceOfNumber } from '../../shared/field/icp-number.ts'
import { provinceOfIcp } from '../../shared/field/province.ts'
import type { LedgerRecord, RecordKind } from '../../shared/records/record.ts'
import { rotationOf } from '../../shared/rotation.ts'
import type { CredentialView, DrawerView } from '../../shared/views.ts'
import { auditLine } from '../audit-line.ts'
import { custodianNames } from '../custodian-names.ts'
import type { OpenVault, Session } from '../session.ts'
import type { RecordId } from '../vault/vault.ts'
import type { Ledger } from './ledger.ts'
import { remindersOf } from './ledger.ts'
import { credentialsOfFiling, domainsOf } from './row.ts'
import { liveRecord, oldestFirst, usersOf } from './store.ts'
import { placeOf } from './titles.ts'

/** So many lines of the timeline are shown, and so many entries of the trail are looked through for them. */
const TIMELINE_LINES = 50
const TIMELINE_ENTRIES = 1_000
const AUDIT_PAGE = 250

/**
 * Everything that belongs to a line of 台账.
 *
 * @param rowId - A service, or an entity (all of it while it has no service).
 * @throws VaultError `record-not-found`
 */
export function drawerOf(session: Session, rowId: RecordId): DrawerView {
  const open = session.open()
  const { ledger } = open
  const today = dayOf(session.now())
  const service = liveRecord(ledger, 'service', rowId)
  const entity = liveRecord(ledger, 'entity', service?.data.entityId ?? rowId)
  if (entity === undefined) throw new VaultError('record-not-found', 'there is no such filing')

  const domains = service === undefined ? [] : domainsOf(ledger, service.id)
  const credentials = oldestFirst(credentialsOfFiling(ledger, entity.id, service?.id))
  const providers = unique(ledger, 'provider', [
    ...(service?.data.providerIds ?? []),
    ...domains.map((domain) => domain.data.registrarId),
    ...credentials.map((credential) => credential.data.providerId),
  ])
  const channels = unique(
    ledger,
    'channel',
    credentials.map((credential) => credential.data.channelId),
  )
  const contacts = unique(ledger, 'contact', [
    service?.data.entityResponsibleId,
    service?.data.responsibleId,
    service?.data.emergencyId,
    ...channels.map((channel) => channel.data.holderId),
    ...oldestFirst(usersOf(ledger, entity.id, 'contact')).map((contact) => contact.id),
  ])
  const heldChannels = contacts.flatMap((contact) => usersOf(ledger, contact.id, 'channel'))
  const allChannels = [...new Set([...channels, ...heldChannels])]
  const own: LedgerRecord[] = [
    entity,
    ...(service === undefined ? [] : [service]),
    ...domains,
    ...credentials,
    ...contacts,
    ...allChannels,
  ]
  const province =
    provinceOfNumber(service?.data.filingNumber ?? entity.data.filingNumber ?? '') ??
    provinceOfIcp(entity.data.province ?? '')

  const view: DrawerView = {
    entity,
    siblings: siblingsOf(ledger, entity.id, service?.id),
    domains,
    providers,
    credentials: credentials.map((credential) => credentialView(ledger, credential, today)),
    contacts,
    channels: allChannels,
    reminders: remindersOf(
      ledger,
      own.map((record) => record.id),
      today,
    ),
    timeline: timelineOf(open, new Set([...own, ...providers].map((record) => record.id))),
  }
  if (service !== undefined) view.service = service
  if (province !== undefined) view.bureau = { province: province.name, name: province.bureau }
  return view
}

/** A credential with its state and days on `today`. */
export function credentialView(
  ledger: Ledger,
  credential: LedgerRecord<'credential'>,
  today: string,
): CredentialView {
  const rotation = rotationOf(credential.data, credential.hasSecret, today)
  const { subject } = placeOf(ledger, credential)
  return { ...credential, ...rotation, ...(subject === undefined ? {} : { subject }) }
}

function siblingsOf(
  ledger: Ledger,
  entityId: RecordId,
  serviceId: RecordId | undefined,
): DrawerView['siblings'] {
  return oldestFirst(usersOf(ledger, entityId, 'service'))
    .filter((service) => service.id !== serviceId)
    .map(({ id, data: { name, filingNumber } }) =>
      filingNumber === undefined ? { id, name } : { id, name, filingNumber },
    )
}

function timelineOf(open: OpenVault, ids: ReadonlySet<RecordId>) {
  const lines: DrawerView['timeline'] = []
  const nameOf = custodianNames(open)
  let beforeSequence: number | undefined
  for (let looked = 0; looked < TIMELINE_ENTRIES; looked += AUDIT_PAGE) {
    const page = open.vault.audit({
      limit: AUDIT_PAGE,
      ...(beforeSequence === undefined ? {} : { beforeSequence }),
    })
    for (const entry of page) {
      const isAbout =
        ids.has(entry.recordId ?? '') || entry.changes.some((change) => ids.has(change.id))
      if (isAbout) lines.push(auditLine(open, entry, nameOf))
      if (lines.length === TIMELINE_LINES) return lines
    }
    beforeSequence = page.at(-1)?.sequence
    if (page.length < AUDIT_PAGE || beforeSequence === undefined) break
  }
  return lines
}

function unique<K extends RecordKind>(
  ledger: Ledger,
  kind: K,
  ids: readonly (RecordId | undefined)[],
): LedgerRecord<K>[] {
  const found = new Set<LedgerRecord<K>>()
  for (const id of ids) {
    const record = liveRecord(ledger, kind, id)
    if (record !== undefined) found.add(record)
  }
  return [...found]
}
