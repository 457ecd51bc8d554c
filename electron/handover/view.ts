import { dayOf } from '../../shared/calendar-day.ts'
import type {
  HandoverItem,
  HandoverLine,
  HandoverStep,
  HandoverView,
  LineRank,
  SignatureView,
} from '../../shared/handover-view.ts'
import type { Handover, SheetSignature } from '../../shared/records/handover.ts'
import type { LedgerRecord } from '../../shared/records/record.ts'
import { liveRecords, requireLive } from '../ledger/store.ts'
import type { OpenVault } from '../session.ts'
import type { RecordId, SlotSummary } from '../vault/vault.ts'
import { opensAll } from './blocker-lines.ts'
import { countLines } from './lines.ts'
import { compareText } from './password-lines.ts'
import type { HandoverReader } from './reader.ts'
import { keptSheet, madeOf, statementOf } from './sheet.ts'
import { waysOf } from './ways.ts'

/** Open handovers by their day, then closed ones, newest first. */
export function handoverList(open: OpenVault, reader: HandoverReader, now: number): HandoverItem[] {
  const items = [...liveRecords(open.ledger, 'handover')].map((record): HandoverItem => {
    const { data } = record
    const lines = reader.lines(record)
    const { number, manner, leavesOn, closedOn } = data
    return {
      id: record.id,
      number,
      leaverName: data.leaver.name,
      successorName: data.successor.name,
      manner,
      leavesOn,
      step: stepOf(open, record, lines, now),
      ...(closedOn !== undefined && { closedOn }),
      counts: countLines(lines),
    }
  })
  return items.sort(
    (a, b) =>
      Number(a.closedOn !== undefined) - Number(b.closedOn !== undefined) ||
      (a.closedOn === undefined
        ? compareText(a.leavesOn, b.leavesOn)
        : compareText(b.closedOn ?? '', a.closedOn)) ||
      compareText(b.number, a.number),
  )
}

/** Everything about one handover but its lines. @throws VaultError `record-not-found` */
export function handoverView(
  open: OpenVault,
  reader: HandoverReader,
  id: RecordId,
  now: number,
): HandoverView {
  const { ledger, vault } = open
  const record = requireLive(ledger, 'handover', id)
  const { data } = record
  const lines = reader.lines(record)
  const slots = vault.slots()
  const isPassword = ({ kind }: HandoverLine) => kind === 'password'
  const passwords = lines.filter(isPassword)
  const openByRank: Record<LineRank, number> = { 1: 0, 2: 0, 3: 0 }
  for (const { state, rank } of passwords) if (state === 'open') openByRank[rank ?? 3] += 1
  return {
    record,
    step: stepOf(open, record, lines, now),
    blockers: countLines(lines.filter((line) => !isPassword(line))),
    passwords: countLines(passwords),
    openByRank,
    ways: waysOf(slots, data).map((way) => ({
      id: way.id,
      kind: way.kind,
      createdAt: way.createdAt,
    })),
    remaining: remainingNames(slots, data),
    isSelf: data.leaver.custodianId === vault.custodianId,
    signatures: signaturesOf(open, record),
    signers: signersOf(open, slots, data),
    hasSheet: data.sheetDigest !== undefined,
  }
}

/** The lines of one handover. @throws VaultError `record-not-found` */
export function linesOfHandover(
  open: OpenVault,
  reader: HandoverReader,
  id: RecordId,
): HandoverLine[] {
  return [...reader.lines(requireLive(open.ledger, 'handover', id))]
}

export function partOf(
  { leaver, successor, witness }: Pick<Handover, 'leaver' | 'successor' | 'witness'>,
  custodianId: string,
): SignatureView['part'] {
  if (custodianId === leaver.custodianId) return 'leaver'
  if (custodianId === successor.custodianId) return 'successor'
  return custodianId === witness?.custodianId ? 'witness' : 'other'
}

/**
 * The one step to be taken now. Passwords are changed after the leaver was removed, not before: until then
 * they could open the new ones too.
 */
function stepOf(
  { vault }: OpenVault,
  { data }: LedgerRecord<'handover'>,
  lines: readonly HandoverLine[],
  now: number,
): HandoverStep {
  if (data.closedOn !== undefined) return 'close'
  const isOpen = (isPassword: boolean) =>
    lines.some(({ kind, state }) => state === 'open' && (kind === 'password') === isPassword)
  const isSigned = hasSignatures(data, vault.slots())
  if (data.removedAt === undefined) {
    if (data.manner === 'sudden') return 'day'
    const today = dayOf(now)
    if (isOpen(false) && today < data.leavesOn) return 'prepare'
    if (!isSigned && today <= data.leavesOn) return 'sign'
    return 'day'
  }
  if (isOpen(true)) return 'rotate'
  if (isOpen(false)) return 'prepare'
  return isSigned ? 'close' : 'sign'
}

/** Whether those have signed who can: the leaver where they take part, and the successor. */
function hasSignatures(data: Handover, slots: readonly SlotSummary[]): boolean {
  const signed = new Set(data.signatures.map(({ custodianId }) => custodianId))
  const canSign = (custodianId: string | undefined) =>
    custodianId !== undefined &&
    slots.some((slot) => slot.custodianId === custodianId && opensAll(slot))
  const wanted = [
    ...(data.manner === 'planned' ? [data.leaver.custodianId] : []),
    data.successor.custodianId,
  ].filter((id) => canSign(id))
  return data.signatures.length > 0 && wanted.every((id) => id !== undefined && signed.has(id))
}

function remainingNames(slots: readonly SlotSummary[], { leaver }: Handover): string[] {
  const names = slots
    .filter((slot) => opensAll(slot) && slot.custodianId !== leaver.custodianId)
    .map(({ custodianName }) => custodianName)
  return [...new Set(names)]
}

function signaturesOf(open: OpenVault, record: LedgerRecord<'handover'>): SignatureView[] {
  const { data } = record
  if (data.signatures.length === 0) return []
  const sheet = keptSheet(open, record)
  const canTell = open.vault.self.scope === 'all'
  return data.signatures.map((signature) => ({
    custodianId: signature.custodianId,
    custodianName: signature.custodianName,
    part: partOf(data, signature.custodianId),
    signedAt: signature.signedAt,
    ...(canTell && { isRight: sheet !== undefined && isRight(open, sheet, signature) }),
  }))
}

function isRight({ vault }: OpenVault, sheet: string, signature: SheetSignature): boolean {
  return vault.verifySignature(statementOf(sheet), madeOf(signature))
}

/** Who can sign here, in the order of the sheet. Who is gone does not. */
function signersOf(
  { vault }: OpenVault,
  slots: readonly SlotSummary[],
  data: Handover,
): HandoverView['signers'] {
  const signers = new Map<string, HandoverView['signers'][number]>()
  for (const slot of slots) {
    if (!opensAll(slot)) continue
    const { custodianId, custodianName } = slot
    const part = partOf(data, custodianId)
    if (part === 'leaver' && data.manner === 'sudden') continue
    signers.set(custodianId, {
      custodianId,
      name: custodianName,
      part,
      isSelf: custodianId === vault.custodianId,
    })
  }
  const order = ['leaver', 'successor', 'witness', 'other']
  return [...signers.values()].sort((a, b) => order.indexOf(a.part) - order.indexOf(b.part))
}
