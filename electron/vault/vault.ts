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
import { checkWords } from './check-words.ts'
import { closeCore } from './closing.ts'
import { compareVaults, type Difference } from './comparison.ts'
import type { SealedContent } from './content-sealer.ts'
import { createVaultFile, discardVaultFile, type NewVault } from './create.ts'
import {
  changePassphrase,
  confirmKit,
  type PendingKit,
  prepareKit,
  replacePassphrase,
  type SlotSummary,
} from './custody.ts'
import type { Finding } from './finding.ts'
import { type CopyStanding, type Fork, findFork, standingOf } from './fork.ts'
import { inspectVault, type VaultInfo } from './inspection.ts'
import { createBreath, transactLong } from './long-work.ts'
import { type Merge, mergeCopy } from './merging.ts'
import { type KnownSlot, type OpenOptions, openVaultFile } from './open.ts'
import { wholePath } from './open-files.ts'
import type { KdfCost } from './passphrase.ts'
import { ReadableVault } from './readable-vault.ts'
import {
  type LongWrite,
  type Progress,
  type WriteResult,
  writeManyRecords,
  writeRecords,
} from './record-writing.ts'
import type { JsonObject, OpenRecord, RecordChange, RecordId } from './records.ts'
import { type Rekey, startGeneration } from './rekey.ts'
import { sodium, sodiumReady } from './sodium.ts'
import { transact } from './transaction.ts'
import type { Unlock } from './unlock.ts'
import type { VaultContext, VaultMode } from './vault-core.ts'

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
  JsonObject,
  KdfCost,
  LongWrite,
  Merge,
  OpenRecord,
  Progress,
  RecordChange,
  RecordId,
  SealedContent,
  SlotSummary,
  Unlock,
  VaultContext,
  VaultInfo,
  VaultMode,
  WriteResult,
}

/** An open vault. It lives from `create` or `open` to `close`; afterwards every call throws `vault-locked`. */
export class Vault extends ReadableVault {
  #kit: PendingKit | undefined

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

  /**
   * Changes the passphrase, its cost, or both. A cost that is still to be found is only asked for once
   * `current` was found right.
   *
   * @throws VaultError `wrong-passphrase`, `kdf-parameters-refused`
   */
  async changePassphrase(
    current: Uint8Array,
    next: Uint8Array,
    kdf: KdfCost | (() => Promise<KdfCost>),
  ): Promise<void> {
    const cost = typeof kdf === 'function' ? kdf : () => Promise.resolve(kdf)
    await changePassphrase(this.writable(), current, next, cost)
  }

  /**
   * Sets a new passphrase for who came in by the recovery kit.
   *
   * @throws VaultError `refused`, `kdf-parameters-refused`
   */
  async replacePassphrase(next: Uint8Array, kdf: KdfCost): Promise<void> {
    await replacePassphrase(this.writable(), next, kdf)
  }

  /** Makes a recovery code and keeps it in memory. It opens nothing until it is confirmed. */
  prepareRecoveryKit(): { code: string; words: string[]; vaultIdHex: string; revision: number } {
    const core = this.writable()
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
    const core = this.writable()
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
    const core = this.writable()
    await startGeneration(core, rekey, createBreath(core))
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
   * @throws VaultError `not-a-vault` when it is of another vault
   */
  compareWith(other: Vault): Difference[] {
    this.#requireCopy(other)
    return compareVaults(this, other)
  }

  /** How a file beside this vault stands to it, told by the keys in memory. */
  standingOf(path: string): CopyStanding {
    return standingOf(this.readable(), wholePath(path))
  }

  /**
   * Where this vault and another copy of it, open for reading, went apart, and what each went through since.
   *
   * @throws VaultError `not-a-vault` when it is of another vault, `vault-damaged`
   */
  forkFrom(other: Vault): Fork {
    this.#requireCopy(other)
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
    this.#requireCopy(other)
    const core = this.writable()
    return mergeCopy(core, other.readable(), merge, audit, options)
  }

  #requireCopy(other: Vault): void {
    if (other.vaultIdHex === this.vaultIdHex) return
    throw new VaultError('not-a-vault', 'the file is a copy of another vault')
  }

  /** Signs the end of the audit trail, zeroes the keys and gives the file free. Never throws for a full disk. */
  close(): void {
    this.#forgetKit()
    this.forgetOverviews()
    closeCore(this.core)
  }

  #forgetKit(): void {
    if (this.#kit !== undefined) sodium.memzero(this.#kit.code)
    this.#kit = undefined
  }
}
