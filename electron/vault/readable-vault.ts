import { type ArchiveMade, type ArchiveOptions, archiveVault } from './archive.ts'
import type { AttachmentInfo } from './attachments.ts'
import { attachmentIds, listAttachments } from './attachments.ts'
import type { AuditEntry, AuditRecord } from './audit-chain.ts'
import { type AuditChecked, checkAudit, type LongCheck } from './audit-check.ts'
import { type AuditExport, exportAudit } from './audit-export.ts'
import { readAudit, verifyAudit } from './audit-reading.ts'
import { type BackupMade, type BackupOptions, backUpVault } from './backup.ts'
import { toHex } from './bytes.ts'
import { checkWords } from './check-words.ts'
import { closeCore } from './closing.ts'
import { type CopyFacts, verifyCopy } from './copy.ts'
import { verifyPassphrase } from './custody.ts'
import type { Finding } from './finding.ts'
import type { KeptOverviews } from './kept-overviews.ts'
import { checkShares, isCodeOfKit, type SharesCheck } from './kit-check.ts'
import type { OpenedVault } from './open.ts'
import {
  type JsonObject,
  type OpenRecord,
  openOverviews,
  type RecordChange,
  type RecordId,
  readOverviews,
  readRow,
} from './records.ts'
import { peekSecret, reading, recordActs, releaseAttachment, releaseSecret } from './release.ts'
import { type PreparedRestore, prepareRestore } from './restore.ts'
import { SLOT_KINDS } from './slot-kinds.ts'
import {
  type SelfSummary,
  type SlotSummary,
  summarizeSelf,
  summarizeSlots,
} from './slot-summary.ts'
import {
  requireIdle,
  requireWhole,
  requireWritable,
  type VaultCore,
  type VaultMode,
} from './vault-core.ts'

/** What an open vault can do in any mode: everything that changes no record. */
export class ReadableVault {
  readonly path: string
  readonly vaultIdHex: string
  readonly custodianId: string
  readonly custodianName: string
  readonly openedByKit: boolean
  /** What a person must have seen to accept the findings about the anchor, where those can be accepted. */
  readonly rollbackToken: string | undefined
  /** Wrong passphrases and codes on this machine between the last unlock and this one. */
  readonly failedUnlocksBefore: number
  readonly #core: VaultCore
  readonly #found: readonly Finding[]
  #overviews: KeptOverviews | undefined

  protected constructor({ core, findings, rollbackToken, overviews, failedUnlocks }: OpenedVault) {
    this.rollbackToken = rollbackToken
    this.#core = core
    this.#overviews = overviews
    this.#found = findings
    this.failedUnlocksBefore = failedUnlocks
    this.path = core.path
    this.vaultIdHex = core.vaultIdHex
    this.custodianId = toHex(core.self.custodianId)
    this.custodianName = core.self.custodianName
    this.openedByKit = core.self.kind === SLOT_KINDS.recoveryKit
  }

  /** Who opened the vault, by which way in. */
  get self(): SelfSummary {
    return summarizeSelf(this.#core)
  }

  get mode(): VaultMode {
    return this.#core.mode
  }

  /** What the opener found, and whether this machine could remember what was written since. */
  get findings(): readonly Finding[] {
    if (!this.#core.isAnchorBehind) return this.#found
    return [...this.#found, { code: 'anchor-not-written' }]
  }

  /** Whether a long change is being written: nothing of the vault is to be read until it counts. */
  get isBusy(): boolean {
    return this.#core.isBusy
  }

  /** Rises by one with every write. */
  get revision(): number {
    return this.#core.state.revision
  }

  /** Rises when all keys are changed. */
  get generation(): number {
    return this.#core.state.generation
  }

  /** Opens every overview. Meant for one pass, right after the unlock. Evidence mode leaves out what does not open. */
  *records(): Generator<OpenRecord, void> {
    const core = this.readable()
    const kept = this.#overviews
    this.#overviews = undefined
    if (kept !== undefined) yield* openOverviews(core, kept.rows())
    yield* openOverviews(core, readOverviews(core, kept?.firstMissing))
  }

  /**
   * Opens a secret to be shown or copied. The audit entry is durable before it is returned: in the
   * trail, or, while the vault cannot be written, beside the anchor until it can.
   *
   * @returns undefined if the record has no secret.
   * @throws VaultError `record-not-found`, `vault-damaged`, `disk-full`, `io-failed`
   */
  readSecret(id: RecordId, audit: AuditEntry): JsonObject | undefined {
    return releaseSecret(this.#core, id, audit)
  }

  /** Opens a secret for a check that releases nothing to a person. Not audited. */
  peekSecret(id: RecordId): JsonObject | undefined {
    return peekSecret(this.#core, id)
  }

  /** Writes audit entries without any other change; kept for later where the vault cannot be written. */
  appendAudit(entries: readonly AuditEntry[]): void {
    recordActs(this.readable(), entries)
  }

  /**
   * Entries of the audit trail, newest first, each checked against the one before it.
   *
   * @throws VaultError `vault-damaged`
   */
  audit(query: { beforeSequence?: number; limit: number }): AuditRecord[] {
    return reading(this.#core, (core) => readAudit(core, query))
  }

  /** Checks the whole audit trail. @throws VaultError `vault-damaged` */
  verifyAudit(): { entries: number } {
    return reading(this.#core, verifyAudit)
  }

  /** The same in slices that let others read and write. @throws VaultError as `checkAudit` */
  async checkAudit(options: LongCheck): Promise<AuditChecked> {
    return checkAudit(this.#core, options)
  }

  /** The whole trail for somebody outside, with what lets them check it. */
  exportAudit(): AuditExport {
    return reading(this.#core, exportAudit)
  }

  /** Every way into the vault. */
  slots(): SlotSummary[] {
    return reading(this.#core, summarizeSlots)
  }

  /** Whether this is the passphrase of the slot in use. */
  async verifyPassphrase(passphrase: Uint8Array): Promise<boolean> {
    return verifyPassphrase(this.readable(), passphrase)
  }

  /** What is told of the attachments; of all unless `ids` says which. */
  attachments(ids?: ReadonlySet<string>): AttachmentInfo[] {
    return reading(this.#core, (core) => listAttachments(core, ids))
  }

  /** Ids of all attachments, without opening what is told of them. */
  attachmentIds(): string[] {
    return reading(this.#core, attachmentIds)
  }

  /** Whether the file has a record of this id, also one of a kind that this version does not know. */
  hasRecord(id: RecordId): boolean {
    return reading(this.#core, (core) => readRow(core, id) !== undefined)
  }

  /**
   * Gives out an attachment's content. All of it is checked, and the audit entry is durable, first.
   *
   * @throws VaultError `record-not-found`, `vault-damaged`
   */
  async *readAttachment(id: string, audit: AuditEntry): AsyncGenerator<Uint8Array, void> {
    yield* releaseAttachment(this.#core, id, audit)
  }

  /** Eight words for this state of the vault, to be compared with those on a report or a kit. */
  checkWords(): string[] {
    return reading(this.#core, checkWords)
  }

  /**
   * Writes a copy of the vault into a folder, opened and found whole before it gets its name.
   *
   * @throws VaultError as `backUpVault`
   */
  async backUp(options: BackupOptions): Promise<BackupMade> {
    return backUpVault(this.#whole(), options)
  }

  /**
   * Writes a copy that one new passphrase opens and nothing else, and opens it with that.
   *
   * @throws VaultError as `archiveVault`
   */
  async archive(options: ArchiveOptions): Promise<ArchiveMade> {
    return archiveVault(this.#whole(), options)
  }

  /**
   * Checks a copy of this vault with the keys that are in memory.
   *
   * @throws VaultError as `verifyCopy`
   */
  async verifyCopy(path: string, sizeBytes: number): Promise<CopyFacts> {
    return verifyCopy(this.#whole(), path, sizeBytes)
  }

  /**
   * Makes this copy, open for reading, ready to take the place of the vault at `target`.
   *
   * @throws VaultError as `prepareRestore`
   */
  prepareRestore(
    target: string,
    changes: readonly RecordChange[],
    audit: readonly AuditEntry[],
  ): PreparedRestore {
    return prepareRestore(this.#whole(), target, changes, audit)
  }

  /** Whether a recovery code would open this vault. Opens nothing. @throws VaultError `wrong-recovery-kit` */
  isCodeOfKit(code: string): boolean {
    return isCodeOfKit(this.readable(), code)
  }

  /** What retyped shares of a split kit are. Opens nothing. @throws VaultError `wrong-recovery-kit` */
  checkShares(codes: readonly string[]): SharesCheck {
    return checkShares(this.readable(), codes)
  }

  /** Signs the end of the audit trail, zeroes the keys and gives the file free. Never throws for a full disk. */
  close(): void {
    this.forgetOverviews()
    closeCore(this.#core)
  }

  /** The insides, whatever state they are in. */
  protected get core(): VaultCore {
    return this.#core
  }

  /** @throws VaultError `vault-locked`, `refused` */
  protected readable(): VaultCore {
    requireIdle(this.#core)
    return this.#core
  }

  /**
   * For a change of records: the overviews kept since the unlock will not be those of the file any more.
   *
   * @throws VaultError `vault-locked`, `refused`, `read-only`, `evidence-mode`, `ledger-only`
   */
  protected writable(): VaultCore {
    const core = this.ownWritable()
    requireWhole(core)
    return core
  }

  /** For a change of our own slot, which everybody may make. @throws VaultError as `writable`, but `ledger-only` */
  protected ownWritable(): VaultCore {
    requireWritable(this.#core)
    this.forgetOverviews()
    return this.#core
  }

  /** With every key there is. @throws VaultError `ledger-only`, and those of `readable` */
  #whole(): VaultCore {
    const core = this.readable()
    requireWhole(core)
    return core
  }

  protected forgetOverviews(): void {
    this.#overviews?.forget()
    this.#overviews = undefined
  }
}
