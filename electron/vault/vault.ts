import { VaultError } from '../../shared/errors.ts'
import {
  type AttachmentChanges,
  type AttachmentFacts,
  type AttachmentInfo,
  addAttachment,
  deleteAttachment,
} from './attachments.ts'
import type { AuditEntry, AuditRecord } from './audit-chain.ts'
import type { BackupMade } from './backup.ts'
import { compareVaults, type Difference } from './comparison.ts'
import type { SealedContent } from './content-sealer.ts'
import { createVaultFile, discardVaultFile, type NewVault } from './create.ts'
import { CustodyVault } from './custody-vault.ts'
import type { Finding } from './finding.ts'
import { type CopyStanding, type Fork, findFork, standingOf, type TakesOver } from './fork.ts'
import { inspectVault, type VaultInfo } from './inspection.ts'
import { type JoinPreview, previewJoin } from './join.ts'
import type { JoinRequest } from './join-request.ts'
import { requireSameLine } from './lineage.ts'
import { transactLong } from './long-work.ts'
import { type Merge, mergeCopy } from './merging.ts'
import { type KnownSlot, type OpenOptions, openVaultFile } from './open.ts'
import { wholePath } from './open-files.ts'
import type { KdfCost } from './passphrase.ts'
import {
  type LongWrite,
  type Progress,
  type WriteResult,
  writeManyRecords,
  writeRecords,
} from './record-writing.ts'
import type { JsonObject, OpenRecord, RecordChange, RecordId } from './records.ts'
import type { Signature } from './signing.ts'
import type { Unlock } from './slot-finding.ts'
import type { SlotKind, SlotScope } from './slot-kinds.ts'
import type { SelfSummary, SlotSummary } from './slot-summary.ts'
import { sodiumReady } from './sodium.ts'
import type { RetypedShare, SplitKitPlan, SplitKitSheet } from './split-kit.ts'
import { transact } from './transaction.ts'
import { requireWhole, type VaultContext, type VaultMode } from './vault-core.ts'

export type {
  AttachmentChanges,
  AttachmentFacts,
  AttachmentInfo,
  AuditEntry,
  AuditRecord,
  BackupMade,
  CopyStanding,
  Difference,
  Finding,
  Fork,
  JoinPreview,
  JoinRequest,
  JsonObject,
  KdfCost,
  LongWrite,
  Merge,
  OpenRecord,
  Progress,
  RecordChange,
  RecordId,
  RetypedShare,
  SealedContent,
  SelfSummary,
  Signature,
  SlotKind,
  SlotScope,
  SlotSummary,
  SplitKitPlan,
  SplitKitSheet,
  Unlock,
  VaultContext,
  VaultInfo,
  VaultMode,
  WriteResult,
}

/** An open vault. It lives from `create` or `open` to `close`; afterwards every call throws `vault-locked`. */
export class Vault extends CustodyVault {
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

  /**
   * Tells a joiner, before anything is written or believed, by which words to know the vault.
   *
   * @returns `token`, to be given to `open` once the person has compared the words; what else is told is
   * only true if the words are.
   * @throws VaultError `wrong-passphrase` (of `local`), `join-not-found`, `join-expired`, and those of `inspect`
   */
  static async joinFingerprint(
    path: string,
    local: Uint8Array,
    passphrase: Uint8Array,
    context: VaultContext,
  ): Promise<JoinPreview> {
    await sodiumReady
    return previewJoin(wholePath(path), local, passphrase, context)
  }

  static async #openWith(
    path: string,
    unlock: Unlock | KnownSlot,
    options: OpenOptions,
    context: VaultContext,
  ): Promise<Vault> {
    return new Vault(await openVaultFile(path, unlock, options, context))
  }

  /**
   * Writes changes, the contents that belong to them and audit entries as one durable transaction.
   *
   * @throws VaultError `record-changed-meanwhile`, `record-not-found`, `disk-full`, `io-failed`; nothing is
   * changed then.
   */
  write(
    changes: readonly RecordChange[],
    audit: readonly AuditEntry[],
    attachments?: AttachmentChanges,
  ): WriteResult {
    const core = this.writable()
    return writeRecords(core, changes, audit, attachments)
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
    const core = this.writable()
    return writeManyRecords(core, changes, audit, options)
  }

  /** Seals a file beside the records, in one transaction with its audit entries. */
  async writeAttachment(
    facts: AttachmentFacts,
    source: AsyncIterable<Uint8Array>,
    audit: readonly AuditEntry[],
  ): Promise<AttachmentInfo> {
    const core = this.writable()
    return transactLong(core, audit, (draft) => addAttachment(core, draft, facts, source))
  }

  /** @throws VaultError `record-not-found` */
  deleteAttachment(id: string, audit: readonly AuditEntry[]): void {
    const core = this.writable()
    transact(core, audit, (draft) => deleteAttachment(core, draft, id))
  }

  /**
   * Compares with another copy of the vault, such as a backup.
   *
   * @throws VaultError as `open`
   */
  async compare(otherPath: string, unlock: Unlock): Promise<Difference[]> {
    const { context } = this.readable()
    // A backup is older than the anchor by nature, and a wrong passphrase for it is no break-in here.
    const anchors = { read: () => undefined, write: () => {} }
    const other = await Vault.open(otherPath, unlock, { readOnly: true }, { ...context, anchors })
    try {
      return this.compareWith(other)
    } finally {
      other.close()
    }
  }

  /**
   * The same with a copy that is open already.
   *
   * @throws VaultError as `requireCopy`
   */
  compareWith(other: Vault): Difference[] {
    this.requireCopy(other)
    requireWhole(this.readable())
    requireWhole(other.readable())
    return compareVaults(this, other)
  }

  /** How a file beside this vault stands to it, told by the keys in memory. */
  standingOf(path: string, takesOver: TakesOver): CopyStanding {
    return standingOf(this.readable(), wholePath(path), takesOver)
  }

  /**
   * Where this vault and another copy of it, open for reading, went apart, and what each went through since; in
   * steps, for there may be very many entries.
   *
   * @throws VaultError as `requireCopy`, `vault-damaged`
   */
  forkFrom(other: Vault): Generator<undefined, Fork> {
    this.requireCopy(other)
    return findFork(this.readable(), other.readable())
  }

  /**
   * Takes over from another copy, open for reading, what was chosen of it.
   *
   * @throws VaultError as `mergeCopy`
   */
  async mergeFrom(
    other: Vault,
    merge: Merge,
    audit: readonly AuditEntry[],
    options: LongWrite = {},
  ): Promise<WriteResult> {
    this.requireCopy(other)
    const core = this.writable()
    return mergeCopy(core, other.readable(), merge, audit, options)
  }

  /**
   * Whether another open file is a copy of this vault, and of its own line.
   *
   * @param isWhole - it is to take this vault's place.
   * @throws VaultError `not-a-vault` when it is of another vault, `copy-went-apart`
   */
  requireCopy(other: Vault, isWhole = false): void {
    if (other.vaultIdHex !== this.vaultIdHex) {
      throw new VaultError('not-a-vault', 'the file is a copy of another vault')
    }
    requireSameLine(this.readable(), other.readable(), isWhole)
  }
}
