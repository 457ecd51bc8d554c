import { VaultError } from '../../shared/errors.ts'
import { writeAnchors } from './anchoring.ts'
import {
  type AuditEntry,
  CHECKPOINT,
  extendTail,
  makeAuditRow,
  type RowChange,
} from './audit-chain.ts'
import { isEqual, toHex } from './bytes.ts'
import { asVaultError, requireInPlace } from './database.ts'
import { forkTree, setLeaves } from './digest-tree.ts'
import { headMacOf, type VaultCore, type VaultState } from './vault-core.ts'

/** A change in the making: what the state will be once it is durable. */
export type Draft = {
  state: VaultState
  /** Rows written or purged, for the audit trail. */
  changes: RowChange[]
  /** New hashes of the leaves whose records changed. */
  leaves: Map<number, Uint8Array>
  /** The vault itself signs the end of the trail: nobody else may write an entry that says so. */
  isCheckpoint?: boolean
}

/**
 * Runs one change as one transaction: the rows, the audit entries and the head, durable together.
 *
 * @throws VaultError what `work` throws, `disk-full`, `folder-not-writable`, `io-failed`. The file and the
 * memory are then as before.
 */
export function transact<T>(
  core: VaultCore,
  entries: readonly AuditEntry[],
  work: (draft: Draft) => T,
): T {
  const draft = beginWrite(core)
  try {
    const result = work(draft)
    commitWrite(core, draft, entries)
    return result
  } catch (error) {
    throw abandonWrite(core, error)
  }
}

/** Begins a transaction. It must end in `commitWrite` or `abandonWrite`. */
export function beginWrite(core: VaultCore): Draft {
  try {
    requireInPlace(core.path, core.identity)
    core.db.exec('BEGIN IMMEDIATE')
  } catch (error) {
    throw asVaultError(error, core.path, 'writing')
  }
  const state = { ...core.state, revision: core.state.revision + 1 }
  return { state, changes: [], leaves: new Map() }
}

/** Writes the audit entries and the head, commits, and only then takes the new state into memory. */
export function commitWrite(core: VaultCore, draft: Draft, entries: readonly AuditEntry[]): void {
  const { state } = draft
  appendEntries(core, draft, entries)
  if (draft.leaves.size > 0) {
    state.tree = forkTree(state.tree)
    setLeaves(state.tree, draft.leaves)
  }
  const mac = headMacOf(core.vaultId, state)
  core.queries.putHead.run(state.revision, state.generation, mac)
  requireInPlace(core.path, core.identity)
  core.db.exec('COMMIT')
  core.state = state
  writeAnchors(core, mac)
}

/**
 * Rolls back, and makes sure that the file is again what the memory says.
 *
 * @returns what to throw.
 */
export function abandonWrite(core: VaultCore, error: unknown): unknown {
  try {
    if (core.db.inTransaction) core.db.exec('ROLLBACK')
    const head = core.queries.head.get()
    core.isBroken =
      head === undefined ||
      head.revision !== core.state.revision ||
      !isEqual(head.mac, headMacOf(core.vaultId, core.state))
  } catch {
    core.isBroken = true
  }
  return asVaultError(error, core.path, 'writing')
}

function appendEntries(core: VaultCore, draft: Draft, entries: readonly AuditEntry[]): void {
  const { state, changes } = draft
  const all = entries.length > 0 || changes.length === 0 ? entries : [defaultEntry(core)]
  const keys = {
    vaultId: core.vaultId,
    audit: state.keys.audit,
    chain: core.constants.auditChainKey,
  }
  for (const [index, entry] of all.entries()) {
    if (entry.action === CHECKPOINT && draft.isCheckpoint !== true) throw checkpointRefused()
    const written = { revision: state.revision, changes: index === 0 ? changes : [], entry }
    const { row, chain } = makeAuditRow(keys, state.generation, state.audit, written)
    core.queries.addAudit.run(row.sequence, row.generation, row.entry)
    state.audit = extendTail(state.audit, row, chain)
  }
}

export function checkpointRefused(): VaultError {
  return new VaultError('refused', 'only the vault itself writes checkpoints')
}

/** A change that nobody described is still in the trail. */
function defaultEntry(core: VaultCore): AuditEntry {
  return {
    action: 'record.changed',
    at: core.context.now(),
    custodianId: toHex(core.self.custodianId),
  }
}

/** The error for a file that changed under us while it was open. */
export function alteredWhileOpen(): VaultError {
  return new VaultError(
    'vault-damaged',
    'the file was changed by somebody else while it was open',
    {
      facts: { reason: 'altered-while-open' },
    },
  )
}
