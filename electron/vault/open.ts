import { VaultError } from '../../shared/errors.ts'
import { NO_ANCHORS } from './anchor.ts'
import { examineAnchors, rollbackToken, writeAnchors } from './anchoring.ts'
import { isEqual, toHex } from './bytes.ts'
import { asVaultError, closeDatabase, openDatabase } from './database.ts'
import { gatherEvidence } from './evidence.ts'
import { examineFile } from './examine.ts'
import { countFailedUnlock, readFailedUnlocks } from './failed-unlocks.ts'
import { type Finding, isAboutAnchor, isAcceptable, isHarmless } from './finding.ts'
import type { CertificateRow } from './head.ts'
import { becomeCustodian, type OpenedJoin, openJoin, requireInTime } from './join.ts'
import type { KeptOverviews } from './kept-overviews.ts'
import { readLastSlot, rememberLastSlot } from './last-slot.ts'
import { hasOtherNames } from './open-files.ts'
import { type CoreParts, coreOf } from './opened-core.ts'
import { writeLockFile } from './opened-elsewhere.ts'
import type { OverviewOpener } from './overview-opener.ts'
import { prepareQueries } from './queries.ts'
import { scanVault } from './scan.ts'
import type { SlotRow } from './slot.ts'
import { findSlot, type SlotUnlock, type Unlock } from './slot-finding.ts'
import { isArchiveKind } from './slot-kinds.ts'
import { forgetDraft, type SlotDraft } from './slot-making.ts'
import { hasTimeLimit } from './slot-summary.ts'
import { forgetSlot, type OpenedSlot, openSlot } from './unlock.ts'
import { recordOrRead } from './unlock-record.ts'
import { readBasics } from './vault-basics.ts'
import { requireWritable, type VaultContext, type VaultCore } from './vault-core.ts'

export type OpenOptions = {
  readOnly?: boolean
  /**
   * The person says that an older or another copy was put here on purpose. `shown` is the
   * `rollbackToken` of the vault whose findings they saw: anything else is not accepted.
   */
  acceptRollback?: { reason: string; shown: string }
}

export type OpenedVault = {
  core: VaultCore
  findings: readonly Finding[]
  /** Set where the person may accept what was found about the anchor. */
  rollbackToken: string | undefined
  overviews: KeptOverviews | undefined
  /** Wrong passphrases and codes on this machine since the last unlock. */
  failedUnlocks: number
}

/** A slot's key that is known already, as just after the vault was made. */
export type KnownSlot = { slotId: Uint8Array; slotKey: Uint8Array }

/** So many records are worth a second thread. */
const MANY_RECORDS = 2_000

/**
 * Opens a vault. The file is read and digested while the key is derived.
 *
 * A vault that differs from its head, its certificates or its anchor is opened as evidence: readable
 * as far as it opens, with findings, and never written. A sealed archive, whatever its file is called, is
 * opened for reading only and leaves nothing on this machine: it bears the vault's id and is none of its states.
 *
 * @throws VaultError as `openDatabase`, `findSlot` and `openSlot`
 */
export async function openVaultFile(
  path: string,
  unlock: Unlock | KnownSlot,
  options: OpenOptions,
  context: VaultContext,
): Promise<OpenedVault> {
  const { db, identity } = openDatabase(path, options.readOnly ?? false)
  let opened: OpenedSlot | undefined
  let successor: SlotDraft | undefined
  let overviews: KeptOverviews | undefined
  let opener: OverviewOpener | undefined
  try {
    const queries = prepareQueries(db)
    const { vault, head, slots, certificates } = readBasics(queries)
    const opening = beginOpening(vault.vaultId, slots, certificates, unlock, context)
    // Should the scan fail first, nobody waits for the key any more.
    opening.catch(() => {})
    const scan = scanVault(db, path, queries, { vault, head, slots })
    overviews = scan.overviews
    if (overviews !== undefined && overviews.count > MANY_RECORDS) opener = context.startOpener?.()
    const open = await opening
    const way = open(scan.certificates)
    opened = way.opened
    successor = way.successor
    if (hasTimeLimit(opened.slot.kind)) requireInTime(vault.vaultId, opened, context.now())
    opener?.begin({
      key: opened.keys.overview,
      vaultId: vault.vaultId,
      generation: opened.certificate.generation,
      blocks: overviews?.blocks.map((block) => block.buffer) ?? [],
    })
    const isNew = 'slotId' in unlock
    const given = { path, db, identity, queries, scan, ...way, options, context, isNew }
    return finish(isArchiveKind(opened.slot.kind) ? asArchive(given) : given)
  } catch (error) {
    closeDatabase(db)
    overviews?.forget()
    opener?.end()
    if (opened !== undefined) forgetSlot(opened)
    if (successor !== undefined) forgetDraft(successor)
    throw asVaultError(error, path, 'reading')
  }
}

/** What a way in came to, once the certificates were read. */
type Way = { opened: OpenedSlot; successor?: SlotDraft; usedShares?: readonly number[] }

/** Begins what takes long, the derivation of a key. What it resolves to opens the slot. */
async function beginOpening(
  vaultId: Uint8Array,
  slots: readonly SlotRow[],
  rows: readonly CertificateRow[],
  unlock: Unlock | KnownSlot,
  context: VaultContext,
): Promise<(certificates: readonly CertificateRow[]) => Way> {
  if ('slotId' in unlock)
    return (certificates) => openFound(vaultId, knownSlot(slots, unlock), certificates)
  if (unlock.kind === 'join') {
    const joined: OpenedJoin = await openJoin(vaultId, slots, rows, unlock, context)
    return () => joined
  }
  const found = await findCounted(vaultId, slots, rows, unlock, context)
  const { usedShares } = found
  return (certificates) => ({ ...openFound(vaultId, found, certificates), usedShares })
}

async function findCounted(
  vaultId: Uint8Array,
  slots: readonly SlotRow[],
  rows: readonly CertificateRow[],
  unlock: SlotUnlock,
  context: VaultContext,
) {
  const { deriveKey } = context
  const vaultIdHex = toHex(vaultId)
  const anchors = slots.every(({ kind }) => isArchiveKind(kind)) ? NO_ANCHORS : context.anchors
  const last = readLastSlot(anchors, vaultIdHex)
  try {
    const found = await findSlot(vaultId, slots, rows, unlock, deriveKey, last)
    if (unlock.kind === 'passphrase') rememberLastSlot(anchors, vaultIdHex, found.slot.id)
    return found
  } catch (error) {
    countFailedUnlock(error, { ...context, anchors }, vaultIdHex)
    throw error
  }
}

function openFound(
  vaultId: Uint8Array,
  { slot, slotKey }: { slot: SlotRow; slotKey: Uint8Array },
  certificates: readonly CertificateRow[],
): Way {
  try {
    return { opened: openSlot(vaultId, slot, slotKey, certificates) }
  } finally {
    slotKey.fill(0)
  }
}

type Given = Way &
  CoreParts & {
    options: OpenOptions
    /** It was made a moment ago: there is nothing yet that this machine could have seen. */
    isNew: boolean
  }

/** Of an archive nothing is written: not the file, and no anchor, for they would be the vault's. */
function asArchive(given: Given): Given {
  const context = { ...given.context, anchors: NO_ANCHORS }
  return { ...given, options: { readOnly: true }, context }
}

function finish(given: Given): OpenedVault {
  const { scan, opened, successor, options, context, isNew } = given
  const findings: Finding[] = []
  const failed = readFailedUnlocks(context.anchors, toHex(scan.vault.vaultId))
  const core = coreOf(given, findings)
  for (const finding of examineFile(core, scan, opened)) findings.push(finding)
  const isComparable = findings.length === 0 && !isNew
  const anchored = isComparable ? examineAnchors(core, scan.head.mac) : []
  const asked = anchored.filter((finding) => !isHarmless(finding))
  const token =
    asked.length > 0 && asked.every(isAcceptable) ? rollbackToken(asked, scan.head.mac) : undefined
  const isAccepted = token !== undefined && options.acceptRollback?.shown === token
  const accepted = isAccepted ? asked : []
  findings.push(...(isAccepted ? anchored.filter(isHarmless) : anchored))
  if (hasOtherNames(core.path)) findings.push({ code: 'hard-linked' })
  if (findings.some((finding) => !isAboutAnchor(finding))) {
    // There may be one for each record.
    const known = new Set(findings.map((finding) => JSON.stringify(finding)))
    for (const finding of gatherEvidence(core)) {
      if (!known.has(JSON.stringify(finding))) findings.push(finding)
    }
  }
  if (!findings.every(isHarmless)) core.mode = 'evidence'
  else if (options.readOnly !== true) {
    const reason = options.acceptRollback?.reason ?? ''
    recordOrRead(core, given, { accepted, reason, failed })
  }
  // Who only ever reads is protected from older files too.
  else if (!isAccepted) writeAnchors(core, scan.head.mac)
  if (successor !== undefined) {
    requireWritable(core)
    becomeCustodian(core, successor)
  }
  if (core.mode !== 'normal') given.db.pragma('query_only = ON')
  if (core.mode === 'normal') writeLockFile(core.path, { ...context.who, since: context.now() })
  return {
    core,
    findings,
    rollbackToken: isAccepted ? undefined : token,
    overviews: scan.overviews,
    failedUnlocks: failed.count,
  }
}

function knownSlot(
  slots: readonly SlotRow[],
  known: KnownSlot,
): { slot: SlotRow; slotKey: Uint8Array } {
  const slot = slots.find((row) => isEqual(row.id, known.slotId))
  if (slot === undefined) throw new VaultError('vault-damaged', 'the slot is gone')
  return { slot, slotKey: known.slotKey }
}
