import type { LineReason, LineReasonCode } from '../../shared/handover-view.ts'
import type { Handover, HandoverLineKind } from '../../shared/records/handover.ts'
import type { LedgerRecord } from '../../shared/records/record.ts'
import { recordTitle } from '../../shared/records/record-title.ts'
import { recordsById } from '../custodians/people.ts'
import type { RecordStore } from '../ledger/store.ts'
import { liveRecords } from '../ledger/store.ts'
import { placeOf } from '../ledger/titles.ts'
import type { SlotSummary } from '../vault/vault.ts'
import type { Evidence } from './evidence.ts'
import type { LineBase } from './password-lines.ts'
import {
  lineKey,
  partsOfKey,
  RESPONSIBLE_FIELDS,
  RESPONSIBLE_ROLES,
  type ResponsibleRole,
  type Settled,
} from './settled.ts'
import { isWayOf } from './ways.ts'

const ROLE_REASONS = {
  responsible: 'is-responsible',
  entity: 'is-entity-responsible',
  emergency: 'is-emergency',
} as const satisfies Readonly<Record<ResponsibleRole, LineReasonCode>>

/** What ties the company to who leaves besides passwords: to be moved to others before the day. */
export function blockerLines(
  store: RecordStore,
  handover: Handover,
  evidence: Evidence,
  slots: readonly SlotSummary[],
): LineBase[] {
  return [
    ...wayLines(handover, slots),
    ...letInLines(handover, evidence, slots),
    ...channelLines(store, handover),
    ...responsibleLines(store, handover),
    ...authorizationLines(store, handover),
    ...unknownLines(store, handover, evidence),
    ...paperLines(store, handover),
  ]
}

/** Phones, mailboxes, 2FA devices and UKeys they hold. */
function channelLines(store: RecordStore, { leaver }: Handover): LineBase[] {
  if (leaver.contactId === undefined) return []
  return [...liveRecords(store, 'channel')]
    .filter(({ data }) => data.holderId === leaver.contactId)
    .map((channel) =>
      lineOf(store, 'channel', channel, [
        {
          code: 'holds',
          ...(channel.data.owner === undefined ? {} : { name: channel.data.owner }),
        },
      ]),
    )
}

/** Filings in which they are named: each wants a 变更备案. */
function responsibleLines(store: RecordStore, { leaver }: Handover): LineBase[] {
  if (leaver.contactId === undefined) return []
  const lines: LineBase[] = []
  for (const service of liveRecords(store, 'service')) {
    if (service.data.status === 'cancelled') continue
    for (const role of RESPONSIBLE_ROLES) {
      if (service.data[RESPONSIBLE_FIELDS[role]] !== leaver.contactId) continue
      lines.push({
        ...lineOf(store, 'responsible', service, [{ code: ROLE_REASONS[role] }]),
        key: lineKey('responsible', service.id, role),
      })
    }
  }
  return lines
}

/** Signed authorisations that name them and still stand. */
function authorizationLines(store: RecordStore, { leaver }: Handover): LineBase[] {
  const { contactId } = leaver
  if (contactId === undefined) return []
  return [...liveRecords(store, 'letter')]
    .filter(
      ({ data }) =>
        (data.kind === 'authorization' || data.kind === 'standing-authorization') &&
        data.signedOn !== undefined &&
        data.revokedOn === undefined &&
        data.contactIds.includes(contactId),
    )
    .map((letter) => lineOf(store, 'authorization', letter, [{ code: 'is-authorized' }]))
}

/** Entries they made without a password: nobody else may know it. */
function unknownLines(store: RecordStore, { leaver }: Handover, evidence: Evidence): LineBase[] {
  const { custodianId } = leaver
  if (custodianId === undefined) return []
  return [...liveRecords(store, 'credential')]
    .filter(
      ({ id, data, hasSecret }) =>
        !hasSecret && !data.isRetired && evidence.isMadeBy(custodianId, id),
    )
    .map((credential) => lineOf(store, 'unknown-password', credential, [{ code: 'value-unknown' }]))
}

/** Papers that lie with them, as 原件在何处 says. */
function paperLines(store: RecordStore, { leaver }: Handover): LineBase[] {
  return [...liveRecords(store, 'document')].flatMap((paper) => {
    const { paperPlace } = paper.data
    if (paperPlace?.includes(leaver.name) !== true) return []
    return [lineOf(store, 'paper', paper, [{ code: 'keeps-paper', name: paperPlace }])]
  })
}

/** Ways into the vault that only they have, and parts of a kit they keep. */
function wayLines({ leaver }: Handover, slots: readonly SlotSummary[]): LineBase[] {
  const { custodianId } = leaver
  if (custodianId === undefined) return []
  const isTheirs = (slot: SlotSummary) => isWayOf(slot, custodianId)
  const lines: LineBase[] = []
  if (
    slots.some((slot) => isTheirs(slot) && opensAll(slot)) &&
    !hasOtherOpener(slots, custodianId)
  ) {
    lines.push(vaultLine('only-way-in', 'is-only-opener'))
  }
  if (slots.some((slot) => isTheirs(slot) && isKit(slot)) && !hasOtherKit(slots, custodianId)) {
    lines.push(vaultLine('only-kit', 'has-only-kit'))
  }
  for (const slot of slots) {
    // A kit that goes with them needs no other holder.
    if (isTheirs(slot) || slot.split?.holders.includes(leaver.name) !== true) continue
    const line = vaultLine('kit-share', 'holds-kit-share')
    lines.push({ ...line, key: lineKey('kit-share', slot.id) })
  }
  return lines
}

/**
 * People whom they let in, and whom those let in: their ways stay when who leaves goes, so that somebody has to look
 * at each. Who takes over or stands by is named in the handover itself.
 */
function letInLines(
  { leaver, successor, witness }: Handover,
  evidence: Evidence,
  slots: readonly SlotSummary[],
): LineBase[] {
  if (leaver.custodianId === undefined) return []
  const named = [successor.custodianId, witness?.custodianId]
  return [...evidence.letInBy(leaver.custodianId)].flatMap(([id, { name, at }]): LineBase[] => {
    const slot = slots.find(({ custodianId }) => custodianId === id)
    if (slot === undefined || named.includes(id)) return []
    const title = slot.custodianName === '' ? name : slot.custodianName
    return [
      { key: lineKey('let-in', id), kind: 'let-in', title, reasons: [{ code: 'let-in', at }] },
    ]
  })
}

/**
 * What settled the line of somebody they let in: their ways are gone, or a third person wrote down who they are since
 * the handover began.
 */
export function letInSettled(
  key: string,
  { leaver, startedAt }: Handover,
  store: RecordStore,
  evidence: Evidence,
  slots: readonly SlotSummary[],
): Settled | undefined {
  const { id } = partsOfKey(key)
  if (id === undefined || !slots.some(({ custodianId }) => custodianId === id)) {
    return { way: 'ended' }
  }
  const record = recordsById(store).get(id)
  if (record === undefined) return undefined
  const at = evidence.writtenAfter(record.id, startedAt, [id, leaver.custodianId ?? ''])
  return at === undefined ? undefined : { way: 'confirmed', at }
}

function vaultLine(kind: HandoverLineKind, code: LineReasonCode): LineBase {
  return { key: lineKey(kind), kind, title: '', reasons: [{ code }] }
}

/** Whether a line about the ways into the vault is settled. */
export function isWaySettled(
  key: string,
  { leaver }: Handover,
  slots: readonly SlotSummary[],
): boolean {
  const [kind, slotId] = key.split(':')
  if (kind === 'only-way-in') return hasOtherOpener(slots, leaver.custodianId)
  if (kind === 'only-kit') return hasOtherKit(slots, leaver.custodianId)
  return !slots.some(({ id }) => id === slotId)
}

/** Opens every secret by a passphrase. */
export function opensAll({ kind, scope }: SlotSummary): boolean {
  return kind === 'passphrase' && scope === 'all'
}

function hasOtherOpener(slots: readonly SlotSummary[], custodianId: string | undefined): boolean {
  return slots.some((slot) => slot.custodianId !== custodianId && opensAll(slot))
}

function isKit({ kind }: SlotSummary): boolean {
  return kind === 'recovery-kit'
}

function hasOtherKit(slots: readonly SlotSummary[], custodianId: string | undefined): boolean {
  return slots.some(
    (slot) => isKit(slot) && (custodianId === undefined || !isWayOf(slot, custodianId)),
  )
}

function lineOf(
  store: RecordStore,
  kind: HandoverLineKind,
  record: LedgerRecord,
  reasons: LineReason[],
): LineBase {
  const { subject, rowId } = placeOf(store, record)
  return {
    key: lineKey(kind, record.id),
    kind,
    recordId: record.id,
    title: recordTitle(record),
    ...(subject === undefined ? {} : { subject }),
    ...(rowId === undefined ? {} : { rowId }),
    reasons,
  }
}
