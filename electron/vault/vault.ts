import { VaultError } from '../../shared/errors.ts'
import { type AuditEntry, type AuditRecord, checkpointMessage } from './audit-chain.ts'
import { readAudit, verifyAudit } from './audit-reading.ts'
import { toHex } from './bytes.ts'
import { createVaultFile, type NewVault } from './create.ts'
import { closeDatabase, inspectHeader, openDatabase } from './database.ts'
import type { Finding } from './finding.ts'
import { type KnownSlot, type OpenedVault, type OpenOptions, openVaultFile } from './open.ts'
import { removeLockFile } from './opened-elsewhere.ts'
import { prepareQueries } from './queries.ts'
import {
  applyChanges,
  type JsonObject,
  type OpenRecord,
  type OverviewRow,
  openOverview,
  openSecret,
  type RecordChange,
  type RecordId,
  readOverviews,
  readRow,
} from './records.ts'
import { zeroKeys } from './root-keys.ts'
import { SLOT_KINDS } from './slot.ts'
import { sodium, sodiumReady } from './sodium.ts'
import { abandonWrite, beginWrite, commitWrite, transact } from './transaction.ts'
import type { Unlock } from './unlock.ts'
import {
  requireIdle,
  requireWritable,
  type VaultContext,
  type VaultCore,
  type VaultMode,
} from './vault-core.ts'

export type {
  AuditEntry,
  AuditRecord,
  Finding,
  JsonObject,
  OpenRecord,
  RecordChange,
  RecordId,
  Unlock,
  VaultContext,
  VaultMode,
}

/** What can be told of a vault without a key. */
export type VaultInfo = { vaultIdHex: string; format: number; sizeBytes: number }

export type WriteResult = { revision: number; revisions: ReadonlyMap<RecordId, number> }

export type Progress = (done: number, total: number) => void

export type LongWrite = { onProgress?: Progress; isCancelled?: () => boolean }

/** How long a long write holds the event loop before it lets others run. */
const SLICE_MS = 12

/** An open vault. It lives from `create` or `open` to `close`; afterwards every call throws `vault-locked`. */
export class Vault {
  readonly path: string
  readonly vaultIdHex: string
  readonly custodianId: string
  readonly custodianName: string
  readonly openedByKit: boolean
  readonly findings: readonly Finding[]
  readonly #core: VaultCore
  #overviews: readonly OverviewRow[] | undefined

  private constructor({ core, findings, overviews }: OpenedVault) {
    this.#core = core
    this.#overviews = overviews
    this.findings = findings
    this.path = core.path
    this.vaultIdHex = core.vaultIdHex
    this.custodianId = toHex(core.self.custodianId)
    this.custodianName = core.self.custodianName
    this.openedByKit = core.self.kind === SLOT_KINDS.recoveryKit
  }

  /**
   * Tells what a file is, without a key.
   *
   * @throws VaultError `file-not-found`, `not-a-vault`, `newer-format`, `schema-altered`, `vault-damaged`, `opened-elsewhere`
   */
  static inspect(path: string): VaultInfo {
    const { format, sizeBytes } = inspectHeader(path)
    const db = openDatabase(path, true)
    try {
      const row = prepareQueries(db).vault.get()
      if (row === undefined) throw new VaultError('vault-damaged', 'the vault has no id')
      return { vaultIdHex: toHex(row.vaultId), format, sizeBytes }
    } finally {
      closeDatabase(db)
    }
  }

  /**
   * Makes a vault and opens it.
   *
   * @throws VaultError `vault-exists`, `kdf-parameters-refused`, `folder-not-writable`, `disk-full`
   */
  static async create(path: string, options: NewVault, context: VaultContext): Promise<Vault> {
    await sodiumReady
    const known = await createVaultFile(path, options, context)
    return Vault.#openWith(path, known, {}, context)
  }

  /**
   * Opens a vault. See `mode` and `findings` for what came of it.
   *
   * @throws VaultError `wrong-passphrase`, `wrong-recovery-kit`, `forged-vault`, `kdf-parameters-refused`,
   * `opened-elsewhere`, `vault-damaged`, and those of `inspect`
   */
  static async open(
    path: string,
    unlock: Unlock,
    options: OpenOptions,
    context: VaultContext,
  ): Promise<Vault> {
    await sodiumReady
    return Vault.#openWith(path, unlock, options, context)
  }

  static async #openWith(
    path: string,
    unlock: Unlock | KnownSlot,
    options: OpenOptions,
    context: VaultContext,
  ): Promise<Vault> {
    return new Vault(await openVaultFile(path, unlock, options, context))
  }

  get mode(): VaultMode {
    return this.#core.mode
  }

  /** Rises by one with every write. */
  get revision(): number {
    return this.#core.state.revision
  }

  /** Opens every overview. Meant for one pass, right after the unlock. */
  *records(): Generator<OpenRecord, void> {
    const core = this.#open()
    const { state, vaultId } = core
    const rows = this.#overviews ?? readOverviews(core)
    this.#overviews = undefined
    for (const row of rows) yield openOverview(vaultId, state.generation, state.keys, row)
  }

  /**
   * Opens a secret to be shown or copied. The audit entry is durable before it is returned.
   *
   * @returns undefined if the record has no secret.
   * @throws VaultError `record-not-found`, `vault-damaged`, `read-only`, `evidence-mode`
   */
  readSecret(id: RecordId, audit: AuditEntry): JsonObject | undefined {
    const core = this.#writable()
    const row = readRow(core, id)
    if (row === undefined) throw new VaultError('record-not-found', 'there is no such record')
    if (row.secret === null) return undefined
    transact(core, [audit], () => {})
    return openSecret(core.vaultId, core.state.generation, core.state.keys, row)
  }

  /** Opens a secret for a check that releases nothing to a person. Not audited. */
  peekSecret(id: RecordId): JsonObject | undefined {
    const core = this.#open()
    requireIdle(core)
    const row = readRow(core, id)
    if (row === undefined) return undefined
    return openSecret(core.vaultId, core.state.generation, core.state.keys, row)
  }

  /**
   * Writes changes and audit entries as one durable transaction.
   *
   * @throws VaultError `record-changed-meanwhile`, `record-not-found`, `disk-full`, `io-failed`; nothing is
   * changed then.
   */
  write(changes: readonly RecordChange[], audit: readonly AuditEntry[]): WriteResult {
    const core = this.#writable()
    this.#overviews = undefined
    return transact(core, audit, (draft) => {
      for (const _ of applyChanges(core, draft, changes));
      return writeResult(draft.state.revision, changes)
    })
  }

  /**
   * The same in slices that let the event loop breathe. Still one transaction.
   *
   * @throws VaultError `cancelled`, and those of `write`; nothing is changed then.
   */
  async writeMany(
    changes: readonly RecordChange[],
    audit: readonly AuditEntry[],
    { onProgress, isCancelled }: LongWrite = {},
  ): Promise<WriteResult> {
    const core = this.#writable()
    this.#overviews = undefined
    const draft = beginWrite(core)
    core.isBusy = true
    try {
      let sliceStartedAt = performance.now()
      for (const done of applyChanges(core, draft, changes)) {
        if (performance.now() - sliceStartedAt < SLICE_MS) continue
        onProgress?.(done, changes.length)
        await nextTurn()
        if (!core.db.open) throw new VaultError('vault-locked', 'the vault was closed meanwhile')
        if (isCancelled?.() === true) throw new VaultError('cancelled', 'the change was cancelled')
        sliceStartedAt = performance.now()
      }
      commitWrite(core, draft, audit)
      onProgress?.(changes.length, changes.length)
      return writeResult(draft.state.revision, changes)
    } catch (error) {
      throw core.db.open ? abandonWrite(core, error) : error
    } finally {
      core.isBusy = false
    }
  }

  /** Writes audit entries without any other change. */
  appendAudit(entries: readonly AuditEntry[]): void {
    transact(this.#writable(), entries, () => {})
  }

  /**
   * Entries of the audit trail, newest first, each checked against the one before it.
   *
   * @throws VaultError `vault-damaged`
   */
  audit(query: { beforeSequence?: number; limit: number }): AuditRecord[] {
    return readAudit(this.#open(), query)
  }

  /** Checks the whole audit trail. @throws VaultError `vault-damaged` */
  verifyAudit(): { entries: number } {
    return verifyAudit(this.#open())
  }

  /** Signs the end of the audit trail, zeroes the keys and gives the file free. Never throws for a full disk. */
  close(): void {
    const core = this.#core
    if (!core.db.open) return
    if (core.mode === 'normal' && !core.isBusy && !core.isBroken) writeCheckpoint(core)
    const wasNormal = core.mode === 'normal'
    closeDatabase(core.db)
    if (wasNormal) removeLockFile(core.path)
    zeroKeys(core.state.keys)
    const { constants, self } = core
    const secrets = [constants.anchorKey, constants.auditChainKey, self.signingSeed, self.pinKey]
    for (const secret of secrets) sodium.memzero(secret)
    this.#overviews = undefined
  }

  #open(): VaultCore {
    if (!this.#core.db.open) throw new VaultError('vault-locked', 'the vault is closed')
    return this.#core
  }

  #writable(): VaultCore {
    const core = this.#open()
    requireWritable(core)
    return core
  }
}

/** Locking is in the trail, and the trail up to it is signed, so that nobody can rewrite it unseen later. */
function writeCheckpoint(core: VaultCore): void {
  const common = { at: core.context.now(), custodianId: toHex(core.self.custodianId) }
  try {
    transact(core, [{ action: 'vault.locked', ...common }], () => {})
    const { audit } = core.state
    const pair = sodium.crypto_sign_seed_keypair(core.self.signingSeed)
    const signature = sodium.crypto_sign_detached(
      checkpointMessage(core.vaultId, audit),
      pair.privateKey,
    )
    sodium.memzero(pair.privateKey)
    const facts = {
      sequence: audit.count,
      chain: toHex(audit.chain),
      slotId: toHex(core.self.slotId),
      signature: toHex(signature),
    }
    transact(core, [{ action: 'audit.checkpoint', ...common, facts }], () => {})
  } catch (error) {
    // A disk that is full must not keep the vault open. A bug must not hide.
    if (!(error instanceof VaultError)) throw error
  }
}

function writeResult(revision: number, changes: readonly RecordChange[]): WriteResult {
  const revisions = new Map<RecordId, number>()
  for (const change of changes) if (change.type === 'put') revisions.set(change.id, revision)
  return { revision, revisions }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}
