import { type AuditTail, createTailBuilder } from './audit-chain.ts'
import { asVaultError, quickCheck, type VaultDb } from './database.ts'
import {
  type DigestTree,
  emptyTree,
  hashLeaf,
  LEAF_COUNT,
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
import { createKeptOverviews, type KeptOverviews } from './kept-overviews.ts'
import type { HeadRow, Queries, VaultRow } from './queries.ts'
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
  /** The overviews, kept for the first pass over them. */
  overviews: KeptOverviews | undefined
}

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
  const overviews = createKeptOverviews()
  let isOrdered = true
  let leaf = -1
  let rows: RecordRow[] = []
  let previous: Uint8Array | undefined
  const takeLeaf = () => {
    if (rows.length === 0) return
    leaves.set(leaf, hashLeaf(rows))
    overviews.addLeaf(leaf, rows)
  }
  for (const row of queries.records.iterate()) {
    if (previous !== undefined && Buffer.compare(previous, row.id) >= 0) isOrdered = false
    previous = row.id
    const own = leafOf(row.id)
    if (own !== leaf) {
      takeLeaf()
      rows = []
      leaf = own
    }
    rows.push(row)
  }
  takeLeaf()
  setLeaves(tree, leaves)
  // Where rows are out of order, what a leaf holds does not tell what is missing.
  const isUsable = isOrdered || overviews.firstMissing === LEAF_COUNT
  return { tree, overviews: isUsable ? overviews : undefined, isOrdered }
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
