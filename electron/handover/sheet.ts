import { createHash } from 'node:crypto'
import { VaultError } from '../../shared/errors.ts'
import { canonicalJson, type SheetContent } from '../../shared/handover-sheet.ts'
import type { SheetView } from '../../shared/handover-view.ts'
import type { SheetSignature } from '../../shared/records/handover.ts'
import type { LedgerRecord } from '../../shared/records/record.ts'
import { requireLive } from '../ledger/store.ts'
import { dropUndo } from '../ledger/undo-stack.ts'
import { auditEntries } from '../ledger/write.ts'
import { renderLetterPage } from '../letters/letter-page.ts'
import type { OpenVault, Session } from '../session.ts'
import type { RecordId, Signature } from '../vault/vault.ts'
import { changeHandover, readHandoverSecret } from './change.ts'
import type { HandoverReader } from './reader.ts'
import { sheetContent } from './sheet-content.ts'
import { sheetPage } from './sheet-page.ts'

/** The 交接单: as it was drawn up, or, before that, as it would be today. */
export function sheetView(session: Session, reader: HandoverReader, id: RecordId): SheetView {
  const open = session.open()
  const record = requireLive(open.ledger, 'handover', id)
  const kept = keptSheet(open, record)
  const json = kept ?? canonicalJson(contentNow(open, reader, record, session.now()))
  const digest = digestOf(json)
  return {
    letter: sheetPage(parseContent(json), record.data.signatures, digest),
    digest,
    isDrawnUp: kept !== undefined,
  }
}

/**
 * Draws the sheet up for signing; what was signed before does not fit it any more and goes.
 *
 * @throws VaultError `record-not-found`, `invalid-value`
 */
export function drawUpSheet(
  session: Session,
  reader: HandoverReader,
  id: RecordId,
): { undoToken: number } {
  const open = session.open()
  const record = requireLive(open.ledger, 'handover', id)
  const sheet = canonicalJson(contentNow(open, reader, record, session.now()))
  const sheetDigest = digestOf(sheet)
  const { lines } = readHandoverSecret(open, record)
  return changeHandover(
    session,
    id,
    { action: 'handover.draw-up', facts: { digest: sheetDigest } },
    ({ data }) => ({ data: { ...data, sheetDigest, signatures: [] }, secret: { lines, sheet } }),
  )
}

/**
 * Signs the sheet: with our own key, or, by their passphrase typed here, with another custodian's.
 *
 * @param passphrase - UTF-8; zeroed by the caller.
 * @throws VaultError `sheet-not-drawn-up`, `wrong-passphrase`, `refused`, `ledger-only`
 */
export async function signSheet(
  session: Session,
  id: RecordId,
  passphrase: Uint8Array | undefined,
): Promise<void> {
  const open = session.open()
  const { vault, ledger } = open
  const before = requireLive(ledger, 'handover', id)
  const sheet = keptSheet(open, before)
  if (sheet === undefined) throw new VaultError('sheet-not-drawn-up', 'there is nothing to sign')
  const statement = statementOf(sheet)
  const made =
    passphrase === undefined
      ? vault.sign(statement)
      : await vault.approve({ kind: 'passphrase', passphrase }, statement)
  const now = session.now()
  const signature: SheetSignature = {
    custodianId: made.custodianId,
    custodianName: made.custodianName,
    slotId: made.slotId,
    signingKey: made.signingKey,
    signature: made.signature,
    certificateSequence: made.certificateSequence,
    signedAt: now,
  }
  const facts = { name: made.custodianName, digest: digestOf(sheet) }
  const { undoToken } = changeHandover(
    session,
    id,
    { action: 'handover.sign', facts },
    (record) => {
      if (record.data.sheetDigest !== before.data.sheetDigest) {
        throw new VaultError('record-changed-meanwhile', 'the sheet was drawn up anew')
      }
      const others = record.data.signatures.filter(
        ({ custodianId }) => custodianId !== made.custodianId,
      )
      return { data: { ...record.data, signatures: [...others, signature] } }
    },
  )
  // A signature is not taken back by a key press; a new sheet does that.
  dropUndo(ledger.undo, undoToken)
}

/** Prints the sheet with boxes for ink. The trail tells of it before. */
export async function printSheet(
  session: Session,
  reader: HandoverReader,
  id: RecordId,
): Promise<boolean> {
  const { vault } = session.open()
  const { letter } = sheetView(session, reader, id)
  vault.appendAudit(auditEntries(session, [{ action: 'handover.print', recordId: id }]))
  return await session.host('print.page', {
    html: renderLetterPage(letter, 'paper'),
    title: letter.title,
  })
}

/** The sheet as it was drawn up; undefined: it was not. @throws VaultError `vault-damaged` */
export function keptSheet(open: OpenVault, record: LedgerRecord<'handover'>): string | undefined {
  const { sheetDigest } = record.data
  if (sheetDigest === undefined) return undefined
  const { sheet } = readHandoverSecret(open, record)
  if (sheet === undefined) return undefined
  if (digestOf(sheet) === sheetDigest) return sheet
  throw new VaultError('vault-damaged', 'a handover sheet is not the one that was drawn up')
}

/** A signature as the vault made it. */
export function madeOf({ signedAt: _, ...made }: SheetSignature): Signature {
  return made
}

/** What is signed: the sheet's exact content. */
export function statementOf(sheet: string): Uint8Array {
  return new TextEncoder().encode(sheet)
}

export function digestOf(sheet: string): string {
  return createHash('sha256').update(sheet, 'utf8').digest('hex')
}

export function parseContent(sheet: string): SheetContent {
  // `as`: made by `canonicalJson` of such a content, and its digest is authenticated or was checked.
  return JSON.parse(sheet) as SheetContent
}

function contentNow(
  open: OpenVault,
  reader: HandoverReader,
  record: LedgerRecord<'handover'>,
  now: number,
): SheetContent {
  return sheetContent(open, record.data, reader.lines(record), now)
}
