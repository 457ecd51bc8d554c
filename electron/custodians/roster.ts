import { dayOf } from '../../shared/calendar-day.ts'
import { VaultError } from '../../shared/errors.ts'
import type { Custodian, CustodianRole } from '../../shared/records/custodian.ts'
import { requireNameOfNobodyHere } from '../custodian-names.ts'
import { newRecordId, overviewOf } from '../ledger/store.ts'
import { auditEntries, type LedgerChange, writeRecords } from '../ledger/write.ts'
import type { Session } from '../session.ts'
import { toHex } from '../vault/bytes.ts'
import { parseJoinRequest } from '../vault/join-request.ts'
import { recordsById } from './people.ts'
import { requireWayInApproval } from './second-person.ts'

const DAY_MS = 24 * 60 * 60_000

type Facts = {
  post?: string | undefined
  staffNumber?: string | undefined
  notes?: string | undefined
}

/**
 * Writes what is known of a person.
 *
 * @throws VaultError `record-not-found` for an id that no way in and no record has, `invalid-value` when an
 * auditor would be called a custodian or the other way round: that takes another way in, not another word.
 */
export function saveCustodian(
  session: Session,
  given: Pick<Custodian, 'custodianId' | 'name' | 'role' | 'joinedOn'> & Facts,
): { undoToken: number } {
  const { vault, ledger } = session.open()
  const slots = vault.slots().filter(({ custodianId }) => custodianId === given.custodianId)
  const known = recordsById(ledger).get(given.custodianId)
  if (slots.length === 0 && known === undefined) {
    throw new VaultError('record-not-found', 'there is no such custodian')
  }
  const isAuditor = slots.length > 0 && slots.every(({ scope }) => scope === 'ledger')
  if (slots.length > 0 && isAuditor !== (given.role === 'auditor')) {
    throw new VaultError('invalid-value', 'the role is decided by the way in', {
      facts: { field: 'role' },
    })
  }
  const { leftOn, contactId } = known?.data ?? {}
  const data = {
    ...plain(given),
    ...(leftOn === undefined ? {} : { leftOn }),
    ...(contactId === undefined ? {} : { contactId }),
  }
  return writeRecords(
    session,
    [custodianChange(session, data)],
    [{ action: 'custodian.changed', facts: { name: given.name } }],
  )
}

/**
 * Lets somebody join whose request was read and whose words were compared.
 *
 * @throws VaultError `join-request-unreadable`, `invalid-value` for the name of somebody who is here, `slots-full`,
 * `ledger-only`, `second-person-needed`
 */
export function inviteCustodian(
  session: Session,
  request: Uint8Array,
  given: { role: CustodianRole; days: number } & Facts,
): { expiresAt: number; vaultWords: string[] } {
  const { vault } = session.open()
  const { name, fingerprint } = parseJoinRequest(request)
  requireNameOfNobodyHere(session.open(), name)
  if (given.role !== 'auditor') {
    // By the words, the second person can ask whom they let in; the request itself is what they let in.
    const facts = { name, role: given.role, words: fingerprint.join(' '), days: given.days }
    requireWayInApproval(session, { action: 'custodian.invited', facts }, toHex(request))
  }
  const expiresAt = session.now() + given.days * DAY_MS
  const { custodianId, vaultWords } = vault.addNextCustodian(request, {
    custodianName: name,
    scope: given.role === 'auditor' ? 'ledger' : 'all',
    expiresAt,
  })
  const joinedOn = dayOf(session.now())
  const data = plain({ ...given, custodianId, name, joinedOn })
  writeRecords(
    session,
    [custodianChange(session, data)],
    [{ action: 'custodian.invited', facts: { name, days: given.days } }],
  )
  return { expiresAt, vaultWords }
}

/**
 * Takes an invitation back, and the record of who never came.
 *
 * @throws VaultError `record-not-found`
 */
export function withdrawInvitation(session: Session, slotId: string): void {
  const { vault, ledger } = session.open()
  const slot = vault.slots().find((one) => one.id === slotId)
  if (slot?.kind !== 'next-custodian') {
    throw new VaultError('record-not-found', 'there is no such invitation')
  }
  vault.removeSlots([slotId], 'invitation withdrawn')
  const record = recordsById(ledger).get(slot.custodianId)
  const hasOther = vault.slots().some(({ custodianId }) => custodianId === slot.custodianId)
  const act = { action: 'custodian.invitation-withdrawn', facts: { name: slot.custodianName } }
  if (record === undefined || hasOther) vault.appendAudit(auditEntries(session, [act]))
  else writeRecords(session, [{ type: 'delete', id: record.id }], [act])
}

/** Called when somebody has opened the vault for the first time: from today on they are with us. */
export function noteJoined(session: Session): void {
  const { vault, ledger } = session.open()
  const known = recordsById(ledger).get(vault.custodianId)
  // An auditor writes no record; the day they were invited stays.
  if (known === undefined || vault.mode !== 'normal' || vault.self.scope === 'ledger') return
  const data = { ...known.data, joinedOn: dayOf(session.now()) }
  writeRecords(
    session,
    [custodianChange(session, data)],
    [{ action: 'custodian.joined', facts: { name: known.data.name } }],
  )
}

function custodianChange(session: Session, data: Custodian): LedgerChange {
  const known = recordsById(session.open().ledger).get(data.custodianId)
  const now = session.now()
  return {
    type: 'put',
    id: known?.id ?? newRecordId(),
    overview: {
      ...(known === undefined ? { createdAt: now } : overviewOf(known)),
      kind: 'custodian',
      data,
      updatedAt: now,
    },
    expectedRevision: known?.revision ?? 0,
  }
}

function plain(
  given: Pick<Custodian, 'custodianId' | 'name' | 'role' | 'joinedOn'> & Facts,
): Custodian {
  const { custodianId, name, role, joinedOn, post, staffNumber, notes } = given
  return {
    custodianId,
    name,
    role,
    joinedOn,
    ...(post === undefined ? {} : { post }),
    ...(staffNumber === undefined ? {} : { staffNumber }),
    ...(notes === undefined ? {} : { notes }),
  }
}
