import { dayOf } from '../../shared/calendar-day.ts'
import { VaultError } from '../../shared/errors.ts'
import type { Handover } from '../../shared/records/handover.ts'
import { recordsById } from '../custodians/people.ts'
import { requireSecondPerson } from '../custodians/second-person.ts'
import { liveRecord, overviewOf, requireLive } from '../ledger/store.ts'
import { dropUndo } from '../ledger/undo-stack.ts'
import type { LedgerChange } from '../ledger/write.ts'
import { noteWaysIn } from '../open-vault.ts'
import type { Session } from '../session.ts'
import type { RecordId } from '../vault/vault.ts'
import { changeHandover } from './change.ts'
import { waysOf } from './ways.ts'

/**
 * Removes the leaver: their ways in are gone and everything is sealed under new keys, in one transaction of
 * the vault. Who stays need do nothing. It is written down afterwards; where that was cut off, calling it
 * again finishes it.
 *
 * @throws VaultError `handover-own-way` for who would remove themselves, `second-person-needed`, `cancelled`,
 * `disk-full`; nobody is removed then.
 */
export async function removeLeaver(
  session: Session,
  id: RecordId,
  isCancelled: () => boolean,
): Promise<void> {
  const open = session.open()
  const { vault, ledger } = open
  const { data } = requireLive(ledger, 'handover', id)
  const { leaver, number } = data
  const ways = waysOf(vault.slots(), data)
  if (leaver.custodianId !== undefined && leaver.custodianId === vault.custodianId) {
    throw new VaultError('handover-own-way', 'somebody who stays has to do it')
  }
  if (ways.length > 0) {
    const facts = { number, name: leaver.name, ways: ways.length }
    requireSecondPerson(
      session,
      'remove-custodian',
      {
        action: 'handover.remove',
        recordId: id,
        facts,
      },
      ways.map((way) => way.id),
    )
    const gone = new Set(ways.map((way) => way.id))
    await vault.rekey({
      keepSlots: (slot) => !gone.has(slot.id),
      reason: `${number} ${leaver.name}`,
      onProgress: (done, total) => session.emit({ event: 'progress', task: 'rekey', done, total }),
      isCancelled,
    })
    noteWaysIn(open)
  }
  const now = session.now()
  const facts = { number, name: leaver.name, ways: ways.length, generation: vault.generation }
  const { undoToken } = changeHandover(
    session,
    id,
    { action: 'handover.removed', facts },
    (record) => ({
      data: { ...record.data, removedAt: now, generation: vault.generation },
      others: leftChanges(session, record.data, now),
    }),
  )
  // Taken back it would only say that they are still there.
  dropUndo(ledger.undo, undoToken)
}

/** The contact and the custodian have left from today on. */
function leftChanges(session: Session, { leaver }: Handover, now: number): LedgerChange[] {
  const { ledger } = session.open()
  const leftOn = dayOf(now)
  const changes: LedgerChange[] = []
  const contact = liveRecord(ledger, 'contact', leaver.contactId)
  if (contact !== undefined && contact.data.leftOn === undefined) {
    changes.push({
      type: 'put',
      id: contact.id,
      expectedRevision: contact.revision,
      overview: {
        ...overviewOf(contact),
        kind: 'contact',
        data: { ...contact.data, leftOn },
        updatedAt: now,
      },
    })
  }
  const custodian =
    leaver.custodianId === undefined ? undefined : recordsById(ledger).get(leaver.custodianId)
  if (custodian !== undefined && custodian.data.leftOn === undefined) {
    changes.push({
      type: 'put',
      id: custodian.id,
      expectedRevision: custodian.revision,
      overview: {
        ...overviewOf(custodian),
        kind: 'custodian',
        data: { ...custodian.data, leftOn },
        updatedAt: now,
      },
    })
  }
  return changes
}
