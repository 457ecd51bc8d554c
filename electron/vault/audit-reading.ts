import { VaultError } from '../../shared/errors.ts'
import { type AuditRecord, checkChain, type OpenedAuditRow, openAuditRow } from './audit-chain.ts'
import { alteredWhileOpen } from './transaction.ts'
import type { VaultCore } from './vault-core.ts'

const PAGE_ROWS = 1024

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

/** Every entry, oldest first, each checked against the one before it. */
export function* walkAudit(core: VaultCore): Generator<OpenedAuditRow, void> {
  let chain: Uint8Array = new Uint8Array(32)
  let next = 1
  while (true) {
    const rows = core.queries.auditUpwards.all(next, PAGE_ROWS)
    if (rows.length === 0) return
    for (const row of rows) {
      if (row.sequence !== next) throw new VaultError('vault-damaged', 'the audit trail has a gap')
      const opened = openAuditRow(auditKeys(core), row)
      checkChain(core.constants.auditChainKey, chain, opened)
      chain = opened.chain
      next++
      yield opened
    }
  }
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
