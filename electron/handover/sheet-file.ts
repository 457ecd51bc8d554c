import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { VaultError } from '../../shared/errors.ts'
import type { SheetContent } from '../../shared/handover-sheet.ts'
import type { SheetCheck } from '../../shared/handover-view.ts'
import { SheetSignature } from '../../shared/records/handover.ts'
import { requireLive } from '../ledger/store.ts'
import { auditEntries } from '../ledger/write.ts'
import { renderLetterPage } from '../letters/letter-page.ts'
import { MARGINS_MM } from '../letters/letter-style.ts'
import type { Session } from '../session.ts'
import { toHex } from '../vault/bytes.ts'
import type { Certificate } from '../vault/certificate.ts'
import { isSoundChain, tryParseCertificate } from '../vault/certificate-chain.ts'
import { isSignedInChain } from '../vault/signing.ts'
import type { RecordId } from '../vault/vault.ts'
import { writeForPerson } from '../written-file.ts'
import type { HandoverReader } from './reader.ts'
import { keptSheet, madeOf, parseContent, sheetView, statementOf } from './sheet.ts'
import { partOf } from './view.ts'

const MAX_FILE_BYTES = 64 * 2 ** 20

/**
 * A signed 交接单 that proves itself: its exact content, the signatures, and the vault's certificates, each
 * signed by somebody whom the one before names.
 */
const SheetFile = z.strictObject({
  file: z.literal('beian-handover-sheet'),
  version: z.literal(1),
  vaultId: z.string().regex(/^[0-9a-f]{32}$/),
  content: z.string(),
  signatures: z.array(SheetSignature).max(8),
  /** Hex, first to last. */
  certificates: z
    .array(z.string().regex(/^([0-9a-f]{2})+$/))
    .min(1)
    .max(10_000),
})
type SheetFile = z.infer<typeof SheetFile>

/**
 * Writes the sheet to a file the person picks.
 *
 * @returns undefined when the person cancels.
 * @throws VaultError `sheet-not-drawn-up`, `folder-not-writable`, `disk-full`, `io-failed`
 */
export async function saveSheet(
  session: Session,
  reader: HandoverReader,
  id: RecordId,
  format: 'proof' | 'pdf',
): Promise<{ fileName: string } | undefined> {
  const open = session.open()
  const record = requireLive(open.ledger, 'handover', id)
  const sheet = keptSheet(open, record)
  if (format === 'proof' && sheet === undefined) {
    throw new VaultError('sheet-not-drawn-up', 'there is no sheet')
  }
  const { number, leaver } = record.data
  const extension = format === 'pdf' ? 'pdf' : 'json'
  const name = `备案交接单 ${number} ${leaver.name}`.replace(/[\\/:*?"<>|]/gu, ' ')
  const file = await session.host('dialog.saveFile', {
    suggestedName: `${name}.${extension}`,
    extension,
  })
  if (file === undefined) return undefined
  const fileName = path.basename(file)
  const entry = { action: 'handover.export', recordId: id, facts: { fileName, format } }
  session.open().vault.appendAudit(auditEntries(session, [entry]))
  if (format === 'pdf') {
    const { letter } = sheetView(session, reader, id)
    const html = renderLetterPage(letter, 'pdf')
    const pdf = await session.host('print.pdf', {
      html,
      title: letter.title,
      marginsMm: MARGINS_MM[letter.layout],
    })
    writeForPerson(file, pdf)
  } else {
    const proof: SheetFile = {
      file: 'beian-handover-sheet',
      version: 1,
      vaultId: open.vault.vaultIdHex,
      content: sheet ?? '',
      signatures: record.data.signatures,
      certificates: open.vault.exportAudit().certificates.map(toHex),
    }
    writeForPerson(file, new TextEncoder().encode(`${JSON.stringify(proof, null, 2)}\n`))
  }
  return { fileName }
}

/**
 * Checks a sheet's file by itself: that nothing of it was changed, and that custodians whom the vault's own
 * certificates name signed it.
 *
 * @throws VaultError `sheet-unreadable`, `file-too-large`
 */
export async function checkSheetFile(session: Session): Promise<SheetCheck | undefined> {
  const { vault } = session.open()
  const file = await session.host('dialog.openSheet', undefined)
  if (file === undefined) return undefined
  const proof = readProof(file)
  const origin = originOf(proof, vault.exportAudit().certificates)
  return { fileName: path.basename(file), ...checkProof(proof), origin }
}

/**
 * Which certificates vouch for a sheet's keys. Who has a copy from before can go on with it by themselves and
 * name keys there: such a line starts as ours does, and says nothing of who belongs to this vault.
 */
function originOf(proof: SheetFile, own: readonly Uint8Array[]): SheetCheck['origin'] {
  const isOurs = (hex: string | undefined, index: number) =>
    hex !== undefined && own[index] !== undefined && toHex(own[index]) === hex
  if (!isOurs(proof.certificates[0], 0)) return 'other-vault'
  const used = Math.max(1, ...proof.signatures.map((one) => one.certificateSequence))
  if (used > own.length) return 'other-line'
  const certificates = proof.certificates.slice(0, used)
  return certificates.length === used && certificates.every(isOurs) ? 'own' : 'other-line'
}

/** What a proof is worth by itself. */
export function checkProof(proof: SheetFile): Omit<SheetCheck, 'fileName' | 'origin'> {
  const content = contentOf(proof.content)
  const chain = chainOf(proof)
  const statement = statementOf(proof.content)
  const signatures = proof.signatures.map((signature) => ({
    custodianName: signature.custodianName,
    part: partOf(content, signature.custodianId),
    signedAt: signature.signedAt,
    isRight:
      chain !== undefined &&
      isSignedInChain(bytesOf(proof.vaultId), chain, statement, madeOf(signature)),
  }))
  const isWhole =
    chain !== undefined &&
    content.vaultId === proof.vaultId &&
    signatures.length > 0 &&
    signatures.every(({ isRight }) => isRight)
  const mark = createHash('sha256')
    .update(proof.vaultId)
    .update(proof.certificates[0] ?? '')
    .digest('hex')
  return {
    isWhole,
    number: content.number,
    leaverName: content.leaver.name,
    successorName: content.successor.name,
    signatures,
    vaultMark: mark.slice(0, 24).replace(/(.{4})(?=.)/g, '$1 '),
  }
}

/** The file as it is, its shape checked and nothing believed yet. @throws VaultError */
export function readProof(file: string): SheetFile {
  if (statSync(file).size > MAX_FILE_BYTES) {
    throw new VaultError('file-too-large', 'too large for a sheet')
  }
  return parseProof(readFileSync(file, 'utf8'))
}

/** @throws VaultError `sheet-unreadable` */
export function parseProof(text: string): SheetFile {
  try {
    return SheetFile.parse(JSON.parse(text))
  } catch (cause) {
    throw new VaultError('sheet-unreadable', 'the file is no handover sheet', { cause })
  }
}

/** @throws VaultError `sheet-unreadable` for what is not of a sheet's form. */
function contentOf(json: string): SheetContent {
  const Parties = z.looseObject({
    type: z.literal('beian-handover-sheet'),
    vaultId: z.string(),
    number: z.string(),
    leaver: z.looseObject({ name: z.string(), custodianId: z.string().optional() }),
    successor: z.looseObject({ name: z.string(), custodianId: z.string().optional() }),
    witness: z.looseObject({ name: z.string(), custodianId: z.string().optional() }).optional(),
  })
  try {
    Parties.parse(JSON.parse(json))
  } catch (cause) {
    throw new VaultError('sheet-unreadable', 'the content is no handover sheet', { cause })
  }
  return parseContent(json)
}

/** The certificates, if each is signed by somebody whom the one before names. */
function chainOf({ vaultId, certificates }: SheetFile): Certificate[] | undefined {
  const chain = certificates.flatMap((hex, index) => {
    const row = { sequence: index + 1, body: bytesOf(hex) }
    return tryParseCertificate(bytesOf(vaultId), row) ?? []
  })
  return chain.length === certificates.length && isSoundChain(chain) ? chain : undefined
}

function bytesOf(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex, 'hex'))
}
