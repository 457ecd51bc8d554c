import type { HandoverLine, LineRank, LineReason } from '../../shared/handover-view.ts'
import type { Handover } from '../../shared/records/handover.ts'
import type { LedgerRecord } from '../../shared/records/record.ts'
import { recordTitle } from '../../shared/records/record-title.ts'
import type { RecordStore } from '../ledger/store.ts'
import { liveRecord } from '../ledger/store.ts'
import { placeOf } from '../ledger/titles.ts'
import type { RecordId } from '../vault/vault.ts'
import { type Evidence, EXPOSURES, type ExposureFact, NEVER } from './evidence.ts'
import { lineKey } from './settled.ts'

/** A line before it is known whether it is closed. */
export type LineBase = Omit<HandoverLine, 'state'>

/** Every password that has to be replaced because they leave, by what the ledger and the trail say today. */
export function passwordLines(
  store: RecordStore,
  handover: Handover,
  evidence: Evidence,
): LineBase[] {
  const lines: LineBase[] = []
  for (const credential of store.kinds.credential) {
    if (isOutOfUse(credential, handover, evidence)) continue
    const line = passwordLine(store, credential, handover, evidence)
    if (line.reasons.length > 0) lines.push(line)
  }
  return [...lines, ...purgedLines(store, handover, evidence)]
}

/** Put into the trash, or marked as no longer used, by somebody who stays. What they did themselves only hides it. */
function isOutOfUse(
  credential: LedgerRecord<'credential'>,
  handover: Handover,
  evidence: Evidence,
): boolean {
  const hidden = hidingsOf(credential, handover, evidence).map(({ code }) => code)
  const { trashedAt, data } = credential
  if (trashedAt !== undefined && !hidden.includes('trashed')) return true
  return data.isRetired && !hidden.includes('retired')
}

function hidingsOf(
  { id, trashedAt, data }: LedgerRecord<'credential'>,
  { leaver: { custodianId } }: Handover,
  evidence: Evidence,
): LineReason[] {
  if (custodianId === undefined) return []
  const trashed =
    trashedAt === undefined ? undefined : evidence.hiddenBy(custodianId, id, 'trashed')
  const retired = data.isRetired ? evidence.hiddenBy(custodianId, id, 'retired') : undefined
  return [
    ...(trashed === undefined ? [] : [{ code: 'trashed' as const, at: trashed }]),
    ...(retired === undefined ? [] : [{ code: 'retired' as const, at: retired }]),
  ]
}

/** Of what they removed for good the trail has the name: outside it is still there. */
function purgedLines(
  store: RecordStore,
  { leaver, couldOpenSinceAt }: Handover,
  evidence: Evidence,
): LineBase[] {
  const { custodianId } = leaver
  if (custodianId === undefined) return []
  const purged = evidence.purgedBy(custodianId).filter(({ id }) => !store.records.has(id))
  return purged.map(({ id, title, at }) => {
    const exposures = evidence.exposures(custodianId, { id, createdAt: 0 }, NEVER)
    const reasons: LineReason[] = [
      ...exposures.map(({ how, count, lastAt }) => ({ code: how, count, at: lastAt })),
      ...(couldOpenSinceAt === undefined
        ? []
        : [{ code: 'could-open' as const, at: couldOpenSinceAt }]),
      { code: 'purged', at },
    ]
    const key = lineKey('password', id)
    return { key, kind: 'password', title, rank: rankOf(reasons), reasons, isGone: true }
  })
}

/** The line of one credential; without a reason where they had nothing to do with it. */
export function passwordLine(
  store: RecordStore,
  credential: LedgerRecord<'credential'>,
  handover: Handover,
  evidence: Evidence,
): LineBase {
  const { leaver, couldOpenSinceAt } = handover
  const reasons: LineReason[] = exposuresOf(credential, handover, evidence).map(
    ({ how, count, lastAt }) => ({ code: how, count, at: lastAt }),
  )
  // What was made after they were removed they never could open.
  const isLater = credential.createdAt > (handover.removedAt ?? Number.POSITIVE_INFINITY)
  if (couldOpenSinceAt !== undefined && credential.hasSecret && !isLater) {
    reasons.push({ code: 'could-open', at: Math.max(couldOpenSinceAt, credential.createdAt) })
  }
  const channel = liveRecord(store, 'channel', credential.data.channelId)
  if (channel?.data.holderId !== undefined && channel.data.holderId === leaver.contactId) {
    reasons.push({ code: 'channel-held', name: channel.data.value })
  }
  if (reasons.length > 0) reasons.push(...hidingsOf(credential, handover, evidence))
  const { subject, rowId } = placeOf(store, credential)
  return {
    key: lineKey('password', credential.id),
    kind: 'password',
    recordId: credential.id,
    title: recordTitle(credential),
    ...(subject === undefined ? {} : { subject }),
    ...(rowId === undefined ? {} : { rowId }),
    rank: rankOf(reasons),
    reasons,
  }
}

/** How they came to know the value that was in force when the handover began, or a later one. */
function exposuresOf(
  record: LedgerRecord<'credential'>,
  { leaver, startedAt }: Handover,
  evidence: Evidence,
): ExposureFact[] {
  if (leaver.custodianId === undefined) return []
  const { registeredAt, registeredBy } = record.data
  // Nothing tells since when the value is there: it may be one from before.
  if (registeredAt === undefined) return evidence.exposures(leaver.custodianId, record, NEVER)
  const wasBefore = registeredAt <= startedAt
  const since = wasBefore
    ? evidence.registration(record.id, registeredAt)
    : evidence.registeredBefore(record.id, startedAt)
  // What they registered themselves they know.
  const isOwn = wasBefore ? registeredBy === leaver.custodianId : true
  return evidence.exposures(leaver.custodianId, record, since, isOwn)
}

/** Whether they saw the value that somebody else registered after the handover began. */
export function seenAgain(
  record: LedgerRecord<'credential'>,
  { leaver }: Handover,
  evidence: Evidence,
): boolean {
  const { registeredAt } = record.data
  if (leaver.custodianId === undefined || registeredAt === undefined) return false
  const since = evidence.registration(record.id, registeredAt)
  return evidence.exposures(leaver.custodianId, record, since).length > 0
}

export function rankOf(reasons: readonly LineReason[]): LineRank {
  if (reasons.some(({ code }) => EXPOSURES.some((exposure) => exposure === code))) return 1
  return reasons.some(({ code }) => code === 'could-open') ? 2 : 3
}

/** By rank; where they saw it the latest first, else by the filing and the name. */
export function comparePasswordLines(a: HandoverLine, b: HandoverLine): number {
  return (
    (a.rank ?? 3) - (b.rank ?? 3) ||
    (a.rank === 1 ? lastSeenAt(b) - lastSeenAt(a) : 0) ||
    compareText(a.subject ?? '', b.subject ?? '') ||
    compareText(a.title, b.title) ||
    compareText(a.key, b.key)
  )
}

function lastSeenAt({ reasons }: HandoverLine): number {
  const times = reasons.flatMap(({ code, at }) =>
    at !== undefined && code !== 'could-open' ? [at] : [],
  )
  return Math.max(0, ...times)
}

export function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** The credential of a line, in the trash or not. */
export function credentialOf(
  store: RecordStore,
  id: RecordId | undefined,
): LedgerRecord<'credential'> | undefined {
  const record = id === undefined ? undefined : store.records.get(id)
  return record?.kind === 'credential' ? record : undefined
}
