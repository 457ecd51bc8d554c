import { VaultError } from '../../shared/errors.ts'
import {
  type AttachmentFacts,
  type AttachmentInfo,
  addAttachment,
  deleteAttachment,
  listAttachments,
} from './attachments.ts'
import type { AuditEntry, AuditRecord } from './audit-chain.ts'
import { readAudit, verifyAudit } from './audit-reading.ts'
import { toHex } from './bytes.ts'
import { checkWords } from './check-words.ts'
import { closeCore } from './closing.ts'
import { compareVaults, type Difference } from './comparison.ts'
import { createVaultFile, discardVaultFile, type NewVault } from './create.ts'
import {
  changePassphrase,
  confirmKit,
  type PendingKit,
  prepareKit,
  replacePassphrase,
  type SlotSummary,
  summarizeSlots,
  verifyPassphrase,
} from './custody.ts'
import type { Finding } from './finding.ts'
import { inspectVault, type VaultInfo } from './inspection.ts'
import { createBreath, transactLong } from './long-work.ts'
import { type KnownSlot, type OpenedVault, type OpenOptions, openVaultFile } from './open.ts'
import { wholePath } from './open-files.ts'
import type { KdfCost } from './passphrase.ts'
import {
  type LongWrite,
  type Progress,
  type WriteResult,
  writeManyRecords,
  writeRecords,
} from './record-writing.ts'
import {
  type JsonObject,
  type OpenRecord,
  type OverviewRow,
  openOverviews,
  type RecordChange,
  type RecordId,
  readOverviews,
} from './records.ts'
import { type Rekey, startGeneration } from './rekey.ts'
import { peekSecret, reading, recordActs, releaseAttachment, releaseSecret } from './release.ts'
import { SLOT_KINDS } from './slot.ts'
import { sodium, sodiumReady } from './sodium.ts'
import { transact } from './transaction.ts'
import type { Unlock } from './unlock.ts'
import {
  requireIdle,
  requireWritable,
  type VaultContext,
  type VaultCore,
  type VaultMode,
} from './vault-core.ts'

export type {
  AttachmentFacts,
  AttachmentInfo,
  AuditEntry,
  AuditRecord,
  Difference,
  Finding,
  JsonObject,
  KdfCost,
  LongWrite,
  OpenRecord,
  Progress,
  RecordChange,
  RecordId,
  SlotSummary,
  Unlock,
  VaultContext,
  VaultInfo,
  VaultMode,
  WriteResult,
}

/** An open vault. It lives from `create` or `open` to `close`; afterwards every call throws `vault-locked`. */
export class Vault {
  readonly path: string
  readonly vaultIdHex: string
  readonly custodianId: string
  readonly custodianName: string
  readonly openedByKit: boolean
  readonly findings: readonly Finding[]
  /** What a person must have seen to accept the findings about the anchor, where those can be accepted. */
  readonly rollbackToken: string | undefined
  /** Wrong passphrases and codes on this machine between the last unlock and this one. */
  readonly failedUnlocksBefore: number
  readonly #core: VaultCore
  #overviews: readonly OverviewRow[] | undefined
  #kit: PendingKit | undefined

  private constructor({ core, findings, rollbackToken, overviews, failedUnlocks }: OpenedVault) {
    this.rollbackToken = rollbackToken
    this.#core = core
    this.#overviews = overviews
    this.findings = findings
    this.failedUnlocksBefore = failedUnlocks
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
    return inspectVault(wholePath(path))
  }

  /**
   * Makes a vault and opens it.
   *
   * @throws VaultError `vault-exists`, `kdf-parameters-refused`, `folder-not-writable`, `disk-full`
   */
  static async create(path: string, options: NewVault, context: VaultContext): Promise<Vault> {
    await sodiumReady
    const place = wholePath(path)
    const made = await createVaultFile(place, options, context)
    try {
      return await Vault.#openWith(place, made, {}, context)
    } catch (error) {
      discardVaultFile(place, made)
      throw error
    }
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
    return Vault.#openWith(wholePath(path), unlock, options, context)
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

  /** Opens every overview. Meant for one pass, right after the unlock. Evidence mode leaves out what does not open. */
  *records(): Generator<OpenRecord, void> {
    const core = this.#readable()
    const rows = this.#overviews ?? readOverviews(core)
    this.#overviews = undefined
    yield* openOverviews(core, rows)
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

  /**
   * Writes changes and audit entries as one durable transaction.
   *
   * @throws VaultError `record-changed-meanwhile`, `record-not-found`, `disk-full`, `io-failed`; nothing is
   * changed then.
   */
  write(changes: readonly RecordChange[], audit: readonly AuditEntry[]): WriteResult {
    const core = this.#writable()
    this.#overviews = undefined
    return writeRecords(core, changes, audit)
  }

  /**
   * The same in slices that let the event loop breathe. Still one transaction.
   *
   * @throws VaultError `cancelled`, and those of `write`; nothing is changed then.
   */
  async writeMany(
    changes: readonly RecordChange[],
    audit: readonly AuditEntry[],
    options: LongWrite = {},
  ): Promise<WriteResult> {
    const core = this.#writable()
    this.#overviews = undefined
    return writeManyRecords(core, changes, audit, options)
  }

  /** Writes audit entries without any other change; kept for later where the vault cannot be written. */
  appendAudit(entries: readonly AuditEntry[]): void {
    recordActs(this.#readable(), entries)
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

  /** Every way into the vault. */
  slots(): SlotSummary[] {
    return reading(this.#core, summarizeSlots)
  }

  /** Whether this is the passphrase of the slot in use. */
  async verifyPassphrase(passphrase: Uint8Array): Promise<boolean> {
    return verifyPassphrase(this.#readable(), passphrase)
  }

  /**
   * Changes the passphrase, its cost, or both.
   *
   * @throws VaultError `wrong-passphrase`, `kdf-parameters-refused`
   */
  async changePassphrase(current: Uint8Array, next: Uint8Array, kdf: KdfCost): Promise<void> {
    await changePassphrase(this.#writable(), current, next, kdf)
  }

  /**
   * Sets a new passphrase for who came in by the recovery kit.
   *
   * @throws VaultError `refused`, `kdf-parameters-refused`
   */
  async replacePassphrase(next: Uint8Array, kdf: KdfCost): Promise<void> {
    await replacePassphrase(this.#writable(), next, kdf)
  }

  /** Makes a recovery code and keeps it in memory. It opens nothing until it is confirmed. */
  prepareRecoveryKit(): { code: string; words: string[]; vaultIdHex: string; revision: number } {
    const core = this.#writable()
    this.#forgetKit()
    this.#kit = prepareKit()
    const { vaultIdHex, state } = core
    return {
      code: this.#kit.groups.join('-'),
      words: checkWords(core),
      vaultIdHex,
      revision: state.revision,
    }
  }

  /**
   * Puts the prepared kit into force, in the place of an older one.
   *
   * @param groups - at least two, as retyped from paper; `index` from 0.
   * @throws VaultError `kit-mismatch`: retyped wrong, or nothing prepared; the kit stays prepared.
   */
  confirmRecoveryKit(groups: readonly { index: number; text: string }[]): void {
    const core = this.#writable()
    if (this.#kit === undefined) throw new VaultError('kit-mismatch', 'no kit was prepared')
    confirmKit(core, this.#kit, groups)
    this.#forgetKit()
  }

  /**
   * Starts a new generation for the slots that stay.
   *
   * @throws VaultError `refused`, `cancelled`, `disk-full`; the old generation is then as before.
   */
  async rekey(rekey: Rekey): Promise<void> {
    const core = this.#writable()
    this.#overviews = undefined
    await startGeneration(core, rekey, createBreath(core))
  }

  /** Seals a file beside the records, in one transaction with its audit entries. */
  async writeAttachment(
    facts: AttachmentFacts,
    source: AsyncIterable<Uint8Array>,
    audit: readonly AuditEntry[],
  ): Promise<AttachmentInfo> {
    const core = this.#writable()
    return transactLong(core, audit, (draft) => addAttachment(core, draft, facts, source))
  }

  attachments(): AttachmentInfo[] {
    return reading(this.#core, listAttachments)
  }

  /** @throws VaultError `record-not-found` */
  deleteAttachment(id: string, audit: readonly AuditEntry[]): void {
    const core = this.#writable()
    transact(core, audit, (draft) => deleteAttachment(core, draft, id))
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
   * Compares with another copy of the vault, such as a backup.
   *
   * @throws VaultError as `open`
   */
  async compare(otherPath: string, unlock: Unlock): Promise<Difference[]> {
    const { context } = this.#readable()
    // A backup is older than the anchor by nature, and a wrong passphrase for it is no break-in here.
    const anchors = { read: () => undefined, write: () => {} }
    const other = await Vault.open(otherPath, unlock, { readOnly: true }, { ...context, anchors })
    try {
      if (other.vaultIdHex !== this.vaultIdHex) {
        throw new VaultError('not-a-vault', 'the file is a copy of another vault')
      }
      return compareVaults(this, other)
    } finally {
      other.close()
    }
  }

  /** Signs the end of the audit trail, zeroes the keys and gives the file free. Never throws for a full disk. */
  close(): void {
    this.#forgetKit()
    this.#overviews = undefined
    closeCore(this.#core)
  }

  #forgetKit(): void {
    if (this.#kit !== undefined) sodium.memzero(this.#kit.code)
    this.#kit = undefined
  }

  /** @throws VaultError `vault-locked`, `refused` */
  #readable(): VaultCore {
    requireIdle(this.#core)
    return this.#core
  }

  /** @throws VaultError `vault-locked`, `refused`, `read-only`, `evidence-mode` */
  #writable(): VaultCore {
    requireWritable(this.#core)
    return this.#core
  }
}
