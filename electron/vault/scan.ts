import { type AuditTail, createTailBuilder } from './audit-chain.ts'
import { asVaultError, quickCheck, type VaultDb } from './database.ts'
import {
  type DigestTree,
  emptyTree,
  hashLeaf,
  leafOf,
  type RecordRow,
  setLeaves,
} from './digest-tree.ts'
import {
  type CertificateRow,
  digestAttachments,
  digestCertificates,
  digestSlots,
  digestVaultRow,
} from './head.ts'
import type { HeadRow, Queries, VaultRow } from './queries.ts'
import type { OverviewRow } from './records.ts'
import type { SlotRow } from './slot.ts'

/** What can be known of a vault without any key. */
export type Scan = {
  certificates: readonly CertificateRow[]
  slots: readonly SlotRow[]
  vault: VaultRow
  head: HeadRow
  vaultDigest: Uint8Array
  certificateDigest: Uint8Array
  slotDigest: Uint8Array
  attachmentDigest: Uint8Array
  tree: DigestTree
  /** With a chain value still to be read from the last entry. */
  audit: AuditTail
  /** Ids strictly ascend and the audit trail has no gap: only then do digests and queries see the same rows. */
  isOrdered: boolean
  /** The overviews, kept for the first pass over them if they are not too many. */
  overviews: OverviewRow[] | undefined
}

/** Above this the overviews are read from the file a second time instead of being kept. */
const MAX_KEPT_BYTES = 192 * 1024 * 1024

/**
 * Checks the structure of the file and digests every row of it. This needs no key, so that it can run
 * while the key derivation does.
 *
 * @throws VaultError `vault-damaged`, `io-failed`
 */
export function scanVault(
  db: VaultDb,
  path: string,
  queries: Queries,
  found: { vault: VaultRow; head: HeadRow; slots: readonly SlotRow[] },
): Scan {
  quickCheck(db, path)
  try {
    const certificates = queries.certificates.all()
    const records = scanRecords(queries)
    const audit = scanAudit(queries)
    return {
      ...found,
      certificates,
      vaultDigest: digestVaultRow(found.vault.vaultId, found.vault.constants),
      certificateDigest: digestCertificates(certificates),
      slotDigest: digestSlots(found.slots),
      attachmentDigest: digestAttachments(queries.attachments.all(), queries.chunkSizes.all()),
      tree: records.tree,
      audit: audit.tail,
      isOrdered: records.isOrdered && audit.isOrdered,
      overviews: records.overviews,
    }
  } catch (error) {
    throw asVaultError(error, path, 'reading')
  }
}

function scanRecords(queries: Queries) {
  const tree = emptyTree()
  const leaves = new Map<number, Uint8Array>()
  let overviews: OverviewRow[] | undefined = []
  let keptBytes = 0
  let isOrdered = true
  let leaf = -1
  let rows: RecordRow[] = []
  let previous: Uint8Array | undefined
  for (const row of queries.records.iterate()) {
    if (previous !== undefined && Buffer.compare(previous, row.id) >= 0) isOrdered = false
    previous = row.id
    const own = leafOf(row.id)
    if (own !== leaf) {
      if (rows.length > 0) leaves.set(leaf, hashLeaf(rows))
      rows = []
      leaf = own
    }
    rows.push(row)
    keptBytes += row.overview.length
    if (keptBytes > MAX_KEPT_BYTES) overviews = undefined
    overviews?.push({
      id: row.id,
      generation: row.generation,
      revision: row.revision,
      overview: row.overview,
      hasSecret: row.secret !== null,
    })
  }
  if (rows.length > 0) leaves.set(leaf, hashLeaf(rows))
  setLeaves(tree, leaves)
  return { tree, overviews, isOrdered }
}

function scanAudit(queries: Queries) {
  const builder = createTailBuilder()
  let isOrdered = true
  let expected = 1
  for (const row of queries.auditUpwards.iterate(0, -1)) {
    if (row.sequence !== expected) isOrdered = false
    expected++
    builder.add(row)
  }
  return { tail: builder.tail(), isOrdered }
}
