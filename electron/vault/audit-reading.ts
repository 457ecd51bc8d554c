import { VaultError } from '../../shared/errors.ts'
import {
  type AuditRecord,
  type AuditRow,
  CHECKPOINT,
  checkChain,
  type OpenedAuditRow,
  openAuditRow,
} from './audit-chain.ts'
import { type Member, parseCertificate } from './certificate.ts'
import { isCheckpointRight } from './checkpoint.ts'
import { alteredWhileOpen } from './transaction.ts'
import type { VaultCore } from './vault-core.ts'

const PAGE_ROWS = 1024
/** How many of the newest entries an unlock looks through for a checkpoint. */
const LAST_ROWS = 64

/**
 * Reads entries, newest first, and checks that each follows the one before it.
 *
 * @param beforeSequence - only entries older than this one.
 * @throws VaultError `vault-damaged`
 */
export function readAudit(
  core: VaultCore,
  { beforeSequence, limit }: { beforeSequence?: number; limit: number },
): AuditRecord[] {
  const before = Math.min(beforeSequence ?? Number.POSITIVE_INFINITY, core.state.audit.count + 1)
  // One more than asked for: the oldest entry is checked against its predecessor.
  const rows = core.queries.auditDownwards.all(before, limit + 1)
  const opened = rows.map((row) => openAuditRow(auditKeys(core), row))
  const expected = Math.min(limit + 1, before - 1)
  if (opened.length !== Math.max(expected, 0)) throw alteredWhileOpen()
  for (const [index, newer] of opened.entries()) {
    const older = opened[index + 1]
    if (older === undefined && newer.record.sequence !== 1) break
    checkChain(core.constants.auditChainKey, older?.chain ?? new Uint8Array(32), newer)
  }
  return opened.slice(0, limit).map((row) => row.record)
}

export type WalkedAuditRow = OpenedAuditRow & { row: AuditRow }

/**
 * Every entry, oldest first, each checked against the one before it, and every checkpoint's signature.
 *
 * @throws VaultError `vault-damaged`
 */
export function* walkAudit(core: VaultCore): Generator<WalkedAuditRow, void> {
  const members = everyMember(core)
  const place = trailStart()
  let from = 0
  while (from !== place.next) {
    from = place.next
    yield* walkPage(core, members, place, PAGE_ROWS)
  }
}

/** How far a walk has come: the entry that comes next, and the chain value that it must follow. */
export type TrailPlace = { next: number; chain: Uint8Array }

export function trailStart(): TrailPlace {
  return { next: 1, chain: new Uint8Array(32) }
}

/**
 * Up to `limit` entries from `place` on, which goes along; none at the end.
 *
 * @param members - who may have signed a checkpoint: `everyMember`.
 * @throws VaultError `vault-damaged`
 */
export function* walkPage(
  core: VaultCore,
  members: readonly Member[],
  place: TrailPlace,
  limit: number,
): Generator<WalkedAuditRow, void> {
  for (const row of core.queries.auditUpwards.all(place.next, limit)) {
    if (row.sequence !== place.next) {
      throw new VaultError('vault-damaged', 'the audit trail has a gap')
    }
    const opened = openAuditRow(auditKeys(core), row)
    const { chain } = place
    checkChain(core.constants.auditChainKey, chain, opened)
    if (!isCheckpointRight(core.vaultId, members, opened, chain)) throw unsigned(row.sequence)
    place.chain = opened.chain
    place.next++
    yield { ...opened, row }
  }
}

/**
 * Checks the signature of the last checkpoint, if it is among the newest entries: what a quick look at the
 * unlock can see of a trail that was rewritten as a whole.
 *
 * @throws VaultError `vault-damaged`
 */
export function checkLastCheckpoint(core: VaultCore): void {
  const rows = core.queries.auditDownwards.all(core.state.audit.count + 1, LAST_ROWS)
  for (const [index, row] of rows.entries()) {
    const opened = openAuditRow(auditKeys(core), row)
    if (opened.record.action !== CHECKPOINT) continue
    const before = rows[index + 1] ?? core.queries.auditUpwards.get(row.sequence - 1, 1)
    const previous = before === undefined ? undefined : openAuditRow(auditKeys(core), before).chain
    const isRight =
      previous !== undefined && isCheckpointRight(core.vaultId, everyMember(core), opened, previous)
    if (!isRight) throw unsigned(row.sequence)
    return
  }
}

/** Everybody whom any certificate of the file names: a slot keeps its id when its keys are renewed. */
export function everyMember(core: VaultCore): Member[] {
  return core.queries.certificates.all().flatMap((row) => {
    try {
      return parseCertificate(row.body, core.vaultId).members
    } catch {
      // Certificates are judged elsewhere; this one vouches for nobody.
      return []
    }
  })
}

function unsigned(sequence: number): VaultError {
  return new VaultError('vault-damaged', 'a checkpoint of the audit trail is not signed', {
    facts: { table: 'audit', sequence },
  })
}

/**
 * Reads the whole trail and checks it against what is known of its end.
 *
 * @throws VaultError `vault-damaged`
 */
export function verifyAudit(core: VaultCore): { entries: number } {
  let entries = 0
  let chain: Uint8Array = new Uint8Array(32)
  for (const opened of walkAudit(core)) {
    entries++
    chain = opened.chain
  }
  const { audit } = core.state
  if (entries !== audit.count || Buffer.compare(chain, audit.chain) !== 0) throw alteredWhileOpen()
  return { entries }
}

function auditKeys(core: VaultCore) {
  return { vaultId: core.vaultId, audit: core.state.keys.audit }
}
