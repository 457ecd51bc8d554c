import { VaultError } from '../../shared/errors.ts'
import { type AuditTail, openAuditRow } from './audit-chain.ts'
import { toHex } from './bytes.ts'
import { openConstants } from './constants.ts'
import type { VaultDb } from './database.ts'
import type { Finding } from './finding.ts'
import type { Queries } from './queries.ts'
import type { Scan } from './scan.ts'
import { openLabel } from './slot.ts'
import type { OpenedSlot } from './unlock.ts'
import type { Constants, VaultContext, VaultCore } from './vault-core.ts'

/** What an open vault is made of. */
export type CoreParts = {
  path: string
  db: VaultDb
  identity: string
  queries: Queries
  scan: Scan
  opened: OpenedSlot
  options: { readOnly?: boolean }
  context: VaultContext
}

/**
 * The vault in memory, as its opened slot and its scanned file tell. What does not open is found and left empty, so
 * that a damaged vault can be read as evidence.
 *
 * @param findings - what is found is added.
 */
export function coreOf(parts: CoreParts, findings: Finding[]): VaultCore {
  const { path, db, identity, queries, scan, opened, options, context } = parts
  const { vaultId } = scan.vault
  const { keys, certificate } = opened
  const { generation } = certificate
  const constants = attempt<Constants>(
    () => openConstants(vaultId, generation, keys, scan.vault.constants),
    { anchorKey: new Uint8Array(32), auditChainKey: new Uint8Array(32) },
    () => findings.push({ code: 'head-mismatch', facts: { table: 'vault' } }),
  )
  return {
    path,
    identity,
    vaultId,
    vaultIdHex: toHex(vaultId),
    db,
    queries,
    context,
    constants,
    self: {
      slotId: opened.slot.id,
      kind: opened.slot.kind,
      custodianId: opened.pin.custodianId,
      custodianName: attempt(
        () => openLabel(vaultId, opened.slot, generation, keys).custodianName,
        '',
        () => findings.push({ code: 'slot-altered', facts: { slotId: toHex(opened.slot.id) } }),
      ),
      parameters: opened.pin.parameters,
      signingSeed: opened.signingSeed,
      pinKey: opened.pinKey,
    },
    state: {
      revision: scan.head.revision,
      generation,
      keys,
      certificate,
      vaultDigest: scan.vaultDigest,
      certificateDigest: scan.certificateDigest,
      slotDigest: scan.slotDigest,
      attachmentDigest: scan.attachmentDigest,
      tree: scan.tree,
      audit: attempt<AuditTail>(
        () => ({ ...scan.audit, chain: lastChain(queries, vaultId, keys.audit, scan.audit.count) }),
        scan.audit,
        () => findings.push({ code: 'audit-broken', facts: { sequence: scan.audit.count } }),
      ),
    },
    mode: options.readOnly === true ? 'read-only' : 'normal',
    isBusy: false,
    isBroken: false,
    isAnchorBehind: false,
  }
}

/** The chain value of the trail's last entry. @throws VaultError `vault-damaged` */
export function lastChain(
  queries: Queries,
  vaultId: Uint8Array,
  audit: Uint8Array,
  count: number,
): Uint8Array {
  const [row] = queries.auditUpwards.all(count, 1)
  if (row === undefined) throw new VaultError('vault-damaged', 'the audit trail is empty')
  return openAuditRow({ vaultId, audit }, row).chain
}

function attempt<T>(work: () => T, otherwise: T, onDamage: () => void): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof VaultError)) throw error
    onDamage()
    return otherwise
  }
}
