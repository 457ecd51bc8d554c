import { dayOf } from '../../shared/calendar-day.ts'
import { VaultError } from '../../shared/errors.ts'
import type { Handover } from '../../shared/records/handover.ts'
import type { HandoverManner } from '../../shared/records/handover-manner.ts'
import { invalidValue } from '../ledger/invalid-value.ts'
import { liveRecords, newRecordId, type RecordStore, requireLive } from '../ledger/store.ts'
import { trashRecords } from '../ledger/trash.ts'
import { writeManyRecords, writeRecords } from '../ledger/write.ts'
import type { Session } from '../session.ts'
import type { RecordId } from '../vault/vault.ts'
import { changeHandover, checkedHandover, sealedPart } from './change.ts'
import { countLines, knownLines } from './lines.ts'
import { couldOpenSince, isSamePerson, type NamedParty, partyOf } from './parties.ts'
import { credentialOf } from './password-lines.ts'
import type { HandoverReader } from './reader.ts'

export type StartInput = {
  manner: HandoverManner
  reason: string
  leavesOn: string
  leaver: NamedParty
  successor: NamedParty
  witness?: NamedParty | undefined
  notes?: string | undefined
}

/**
 * Begins a handover: who leaves is looked for everywhere, and what is found is kept as the list to be closed.
 *
 * @throws VaultError `invalid-value` with the field; `record-not-found`
 */
export function startHandover(
  session: Session,
  reader: HandoverReader,
  input: StartInput,
): { id: RecordId; undoToken: number } {
  const open = session.open()
  const { ledger } = open
  const now = session.now()
  const leaver = partyOf(open, 'leaver', input.leaver)
  const successor = partyOf(open, 'successor', input.successor)
  // Who is here to begin it is not gone.
  if (input.manner === 'sudden' && leaver.custodianId === open.vault.custodianId) {
    throw invalidValue('leaver', 'not-allowed')
  }
  if (isSamePerson(leaver, successor)) throw invalidValue('successor', 'not-allowed')
  const witness = input.witness === undefined ? undefined : partyOf(open, 'witness', input.witness)
  if (witness !== undefined && [leaver, successor].some((one) => isSamePerson(one, witness))) {
    throw invalidValue('witness', 'not-allowed')
  }
  for (const { data } of liveRecords(ledger, 'handover')) {
    if (data.closedOn === undefined && isSamePerson(data.leaver, leaver)) {
      throw new VaultError('handover-open', 'there is an open handover of this person', {
        facts: { number: data.number, name: leaver.name },
      })
    }
  }
  const couldOpenSinceAt = couldOpenSince(open, leaver.custodianId)
  const data = checkedHandover({
    number: nextNumber(ledger, dayOf(now)),
    manner: input.manner,
    reason: input.reason,
    leavesOn: input.leavesOn,
    startedAt: now,
    leaver,
    successor,
    ...(witness !== undefined && { witness }),
    ...(couldOpenSinceAt !== undefined && { couldOpenSinceAt }),
    waivers: [],
    signatures: [],
    ...(input.notes !== undefined && { notes: input.notes }),
  })
  const lines = knownLines(reader.sources(), data)
  const id = newRecordId()
  const { undoToken } = writeRecords(
    session,
    [
      {
        type: 'put',
        id,
        expectedRevision: 0,
        overview: { kind: 'handover', data, createdAt: now, updatedAt: now },
        secret: sealedPart({ lines }),
      },
    ],
    [
      {
        action: 'handover.start',
        recordId: id,
        facts: { number: data.number, name: leaver.name, manner: data.manner, lines: lines.length },
      },
    ],
  )
  return { id, undoToken }
}

/**
 * Leaves lines open for good, with the reason; or (no reason) takes that back.
 *
 * @throws VaultError `invalid-value` for a line that is not there or not open (field `keys`).
 */
export function waiveLines(
  session: Session,
  reader: HandoverReader,
  id: RecordId,
  keys: readonly string[],
  reason: string | undefined,
) {
  const open = session.open()
  const now = session.now()
  const action = reason === undefined ? 'handover.unwaive' : 'handover.waive'
  const facts = { lines: keys.length, ...(reason !== undefined && { reason }) }
  return changeHandover(session, id, { action, facts }, (record) => {
    const { data } = record
    const asked = new Set(keys)
    const kept = data.waivers.filter(({ key }) => !asked.has(key))
    if (reason === undefined) return { data: { ...data, waivers: kept } }
    const added = reader
      .lines(record)
      .filter(({ key, state }) => asked.has(key) && state !== 'closed')
    if (added.length < asked.size) throw invalidValue('keys', 'not-allowed')
    const person = open.vault.custodianName
    const waivers = added.map(({ key, kind, title }) => ({
      key,
      kind,
      title: title === '' ? kind : title.slice(0, 200),
      reason,
      person,
      at: now,
    }))
    return { data: { ...data, waivers: [...kept, ...waivers] } }
  })
}

/**
 * Marks the passwords of open lines 须立即修改, so that they stand red everywhere.
 *
 * @throws VaultError `record-not-found`
 */
export async function markPasswords(
  session: Session,
  reader: HandoverReader,
  id: RecordId,
  keys: ReadonlySet<string> | undefined,
): Promise<{ count: number; undoToken?: number }> {
  const open = session.open()
  const { ledger } = open
  const now = session.now()
  const record = requireLive(ledger, 'handover', id)
  const changes = reader.lines(record).flatMap((line) => {
    const credential = credentialOf(ledger, line.recordId)
    const isAsked = keys === undefined || keys.has(line.key)
    if (line.kind !== 'password' || line.state !== 'open' || !isAsked) return []
    if (credential === undefined || credential.trashedAt !== undefined) return []
    if (credential.data.mustChangeReason !== undefined) return []
    const { snoozedUntilOn: _until, snoozeReason: _why, ...data } = credential.data
    const { kind, createdAt, revision } = credential
    const overview = {
      kind,
      data: { ...data, mustChangeReason: 'handover' as const },
      createdAt,
      updatedAt: now,
    }
    return [{ type: 'put' as const, id: credential.id, overview, expectedRevision: revision }]
  })
  if (changes.length === 0) return { count: 0 }
  const facts = { count: changes.length }
  const { undoToken } = await writeManyRecords(session, changes, [
    { action: 'handover.mark', recordId: id, facts },
  ])
  return { count: changes.length, undoToken }
}

/**
 * Closes a handover: every line is closed, or left open for good with its reason.
 *
 * @throws VaultError `handover-not-done` while a line is open, or their ways into the vault are still there.
 */
export function closeHandover(session: Session, reader: HandoverReader, id: RecordId) {
  const open = session.open()
  const now = session.now()
  const record = requireLive(open.ledger, 'handover', id)
  const counts = countLines(reader.lines(record))
  const isRemoved = record.data.removedAt !== undefined
  if (counts.open > 0 || !isRemoved) {
    throw new VaultError('handover-not-done', 'something is left to do', {
      facts: { open: counts.open, removed: isRemoved ? 1 : 0 },
    })
  }
  const facts = { number: record.data.number, closed: counts.closed, waived: counts.waived }
  return changeHandover(session, id, { action: 'handover.close', facts }, ({ data }) => ({
    data: { ...data, closedOn: dayOf(now), closedBy: open.vault.custodianName },
  }))
}

/** Takes a closed handover up again. */
export function reopenHandover(session: Session, id: RecordId, reason: string) {
  return changeHandover(
    session,
    id,
    { action: 'handover.reopen', facts: { reason } },
    ({ data }) => {
      const { closedOn: _on, closedBy: _by, ...rest } = data
      return { data: rest }
    },
    { isClosedAllowed: true },
  )
}

/**
 * Puts a handover that was begun by mistake into the trash.
 *
 * @throws VaultError `refused` once somebody was removed by it.
 */
export function discardHandover(session: Session, id: RecordId): { undoToken: number } {
  const { data } = requireLive(session.open().ledger, 'handover', id)
  if (data.removedAt !== undefined) throw new VaultError('refused', 'somebody was removed by it')
  return trashRecords(session, [id])
}

/** One more than the highest of the year, those in the trash included. */
function nextNumber(store: RecordStore, today: string): Handover['number'] {
  const year = today.slice(0, 4)
  let highest = 0
  for (const { data } of store.kinds.handover) {
    const [of, count] = data.number.split('-')
    if (of === year) highest = Math.max(highest, Number(count ?? 0) || 0)
  }
  return `${year}-${String(highest + 1).padStart(3, '0')}`
}
