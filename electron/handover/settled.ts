import type { Handover, HandoverLineKind, KnownLine } from '../../shared/records/handover.ts'
import type { LedgerRecord } from '../../shared/records/record.ts'
import type { RecordStore } from '../ledger/store.ts'
import { liveRecord, recordOf } from '../ledger/store.ts'
import type { RecordId } from '../vault/vault.ts'

/** What closed a line. There is no other way but a reason written down, which stays red. */
export const SETTLED_WAYS = [
  'registered',
  'moved',
  'changed',
  'revoked',
  'ended',
  'stored',
  'placed',
  'made',
  'confirmed',
] as const
export type SettledWay = (typeof SETTLED_WAYS)[number]

/** `at`: Unix ms, where it is known. */
export type Settled = { way: SettledWay; at?: number }

export const RESPONSIBLE_ROLES = ['responsible', 'entity', 'emergency'] as const
export type ResponsibleRole = (typeof RESPONSIBLE_ROLES)[number]

/** Which field of a service names who has the part. */
export const RESPONSIBLE_FIELDS = {
  responsible: 'responsibleId',
  entity: 'entityResponsibleId',
  emergency: 'emergencyId',
} as const satisfies Readonly<Record<ResponsibleRole, string>>

/** The name a line is known by, for good. */
export function lineKey(kind: HandoverLineKind, id?: RecordId, role?: ResponsibleRole): string {
  return [kind, id, role].filter((part) => part !== undefined).join(':')
}

/** The record and the part that a key names. */
export function partsOfKey(key: string): { id: RecordId | undefined; role: ResponsibleRole } {
  const [, id, role] = key.split(':')
  return { id, role: RESPONSIBLE_ROLES.find((one) => one === role) ?? 'responsible' }
}

/**
 * What in the ledger closed a line since the handover began; undefined: it is open. Lines about the ways into
 * the vault are not in the ledger.
 */
export function settledInLedger(
  store: RecordStore,
  handover: Handover,
  line: Pick<KnownLine, 'key' | 'kind'>,
  today: string,
): Settled | undefined {
  const { id, role } = partsOfKey(line.key)
  switch (line.kind) {
    case 'password':
      return passwordSettled(recordOf(store, 'credential', id), handover)
    case 'channel': {
      const channel = liveRecord(store, 'channel', id)
      const holder = liveRecord(store, 'contact', channel?.data.holderId)
      if (channel === undefined || holder === undefined) return undefined
      const hasLeft = holder.data.leftOn !== undefined && holder.data.leftOn <= today
      if (holder.id === handover.leaver.contactId || hasLeft) return undefined
      return { way: 'moved', at: channel.updatedAt }
    }
    case 'responsible': {
      const service = liveRecord(store, 'service', id)
      const personId = service?.data[RESPONSIBLE_FIELDS[role]]
      if (service === undefined || liveRecord(store, 'contact', personId) === undefined) {
        return service?.data.status === 'cancelled' ? { way: 'ended' } : undefined
      }
      return personId === handover.leaver.contactId
        ? undefined
        : { way: 'changed', at: service.updatedAt }
    }
    case 'authorization': {
      const letter = recordOf(store, 'letter', id)
      if (letter === undefined) return undefined
      const { revokedOn, validUntilOn } = letter.data
      if (revokedOn !== undefined) return { way: 'revoked', at: letter.updatedAt }
      return validUntilOn !== undefined && validUntilOn < today ? { way: 'ended' } : undefined
    }
    case 'unknown-password': {
      const credential = liveRecord(store, 'credential', id)
      return credential?.hasSecret === true
        ? { way: 'stored', at: credential.updatedAt }
        : undefined
    }
    case 'paper': {
      const paper = liveRecord(store, 'document', id)
      const place = paper?.data.paperPlace
      if (paper === undefined || place === undefined) return undefined
      return place.includes(handover.leaver.name)
        ? undefined
        : { way: 'placed', at: paper.updatedAt }
    }
    case 'only-way-in':
    case 'only-kit':
    case 'kit-share':
    case 'let-in':
      return undefined
  }
}

/**
 * A value registered after the handover began, by somebody else than who leaves; one that was issued or is temporary
 * has yet to be changed. In the trash or not: the password outside is the same.
 */
function passwordSettled(
  credential: LedgerRecord<'credential'> | undefined,
  { startedAt, leaver }: Handover,
): Settled | undefined {
  const { registeredAt, registeredBy, origin } = credential?.data ?? {}
  if (origin === 'issued' || origin === 'temporary') return undefined
  if (registeredAt === undefined || registeredAt <= startedAt) return undefined
  if (registeredBy === undefined || registeredBy === leaver.custodianId) return undefined
  return { way: 'registered', at: registeredAt }
}
