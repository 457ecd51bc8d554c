import type { Handover, HandoverSecret } from '../../shared/records/handover.ts'
import { invalidValue } from '../ledger/invalid-value.ts'
import { requireLive } from '../ledger/store.ts'
import type { Session } from '../session.ts'
import type { RecordId } from '../vault/vault.ts'
import { changeHandover, readHandoverSecret } from './change.ts'
import { knownLines } from './lines.ts'
import { isSamePerson, type NamedParty, partyOf } from './parties.ts'
import type { HandoverReader } from './reader.ts'

export type HandoverPatch = {
  reason?: string | undefined
  leavesOn?: string | undefined
  /** Who leaves among contacts, where the start did not say. */
  leaverContactId?: string | undefined
  successor?: NamedParty | undefined
  witness?: NamedParty | null | undefined
  notes?: string | null | undefined
}

/**
 * Changes who, when and why. A sheet that says otherwise has to be drawn up again.
 *
 * @throws VaultError `invalid-value` with the field; `record-not-found`
 */
export function editHandover(
  session: Session,
  reader: HandoverReader,
  id: RecordId,
  patch: HandoverPatch,
): { undoToken: number } {
  const open = session.open()
  return changeHandover(session, id, { action: 'handover.change' }, (record) => {
    const { data } = record
    const { witness: oldWitness, notes: oldNotes, sheetDigest, ...kept } = data
    const contactId = patch.leaverContactId
    if (contactId !== undefined) requireLive(open.ledger, 'contact', contactId)
    const leaver = contactId === undefined ? data.leaver : { ...data.leaver, contactId }
    const successor =
      patch.successor === undefined ? data.successor : partyOf(open, 'successor', patch.successor)
    const witness =
      patch.witness === undefined
        ? oldWitness
        : patch.witness === null
          ? undefined
          : partyOf(open, 'witness', patch.witness)
    if (isSamePerson(leaver, successor)) throw invalidValue('successor', 'not-allowed')
    if (witness !== undefined && [leaver, successor].some((one) => isSamePerson(one, witness))) {
      throw invalidValue('witness', 'not-allowed')
    }
    const notes = patch.notes === undefined ? oldNotes : (patch.notes ?? undefined)
    const next: Handover = {
      ...kept,
      reason: patch.reason ?? data.reason,
      leavesOn: patch.leavesOn ?? data.leavesOn,
      leaver,
      successor,
      ...(witness !== undefined && { witness }),
      ...(notes !== undefined && notes !== '' && { notes }),
    }
    const isSheetRight = saidOnSheet(next) === saidOnSheet(data)
    const edited: Handover = isSheetRight
      ? { ...next, ...(sheetDigest !== undefined && { sheetDigest }) }
      : { ...next, signatures: [] }
    if (contactId === undefined) return { data: edited }
    const secret = readHandoverSecret(open, record)
    return { data: edited, secret: withLines(secret, knownLines(reader.sources(), edited)) }
  })
}

/** What of a handover stands on its sheet. */
function saidOnSheet({ reason, leavesOn, leaver, successor, witness }: Handover): string {
  return JSON.stringify([reason, leavesOn, leaver, successor, witness ?? null])
}

function withLines(secret: HandoverSecret, found: HandoverSecret['lines']): HandoverSecret {
  const keys = new Set(secret.lines.map(({ key }) => key))
  return { ...secret, lines: [...secret.lines, ...found.filter(({ key }) => !keys.has(key))] }
}
