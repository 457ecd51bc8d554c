import { randomBytes } from 'node:crypto'
import { closeSync, openSync, renameSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { VaultError } from '../../shared/errors.ts'
import { checkAllAttachments } from './attachments.ts'
import {
  type BackupOptions,
  copyPages,
  partialName,
  removePartial,
  sweepPartial,
  syncFile,
} from './backup.ts'
import { toHex } from './bytes.ts'
import { checkWords } from './check-words.ts'
import { closeCore } from './closing.ts'
import { closeCopy, openCopy } from './copy.ts'
import { syncFolder } from './create.ts'
import { asVaultError, requireInPlace } from './database.ts'
import { createBreath } from './long-work.ts'
import { openVaultFile } from './open.ts'
import { fileIdentity, statOf, wholePath } from './open-files.ts'
import { encodePassphraseParameters, type KdfCost, SALT_BYTES } from './passphrase.ts'
import { startGeneration } from './rekey.ts'
import { zeroKeys } from './root-keys.ts'
import { putSlot } from './roster.ts'
import { deriveSlotKey } from './slot-finding.ts'
import { SLOT_KINDS } from './slot-kinds.ts'
import { draftSlot } from './slot-making.ts'
import { sodium } from './sodium.ts'
import { requireIdle, type VaultCore } from './vault-core.ts'

/** What an archive is, as it was read back with its own passphrase. */
export type ArchiveMade = {
  revision: number
  sizeBytes: number
  checkWords: string[]
}

export type ArchiveOptions = Pick<BackupOptions, 'isCancelled'> & {
  file: string
  /** Counts anew in each step; a `total` of 0: it cannot be said how far it is. */
  onProgress?: (done: number, total: number, step: 'copy' | 'seal' | 'check') => void
  passphrase: Uint8Array
  kdf: KdfCost
  /** What the one way in is called. */
  label: string
  reason: string
}

/**
 * Copies the open vault into a file that one new passphrase opens and nothing else: a generation of its own, in
 * which no slot of the vault stays. It is opened with that passphrase, and every digest and attachment checked,
 * before it gets its name.
 *
 * @throws VaultError `evidence-mode`, `refused` for the file of the vault itself or while a long change is written,
 * `kdf-parameters-refused`, `disk-full`, `folder-not-writable`, `io-failed`, `vault-damaged`, `cancelled`
 */
export async function archiveVault(core: VaultCore, options: ArchiveOptions): Promise<ArchiveMade> {
  requireIdle(core)
  if (core.mode === 'evidence') {
    throw new VaultError('evidence-mode', 'the vault is open as evidence only')
  }
  const target = wholePath(options.file)
  const there = statOf(target)
  if (there !== undefined && fileIdentity(there) === core.identity) {
    throw new VaultError('refused', 'the archive would take the place of the vault')
  }
  const folder = dirname(target)
  sweepPartial(folder, core.vaultIdHex)
  const partial = wholePath(join(folder, partialName(core.vaultIdHex)))
  try {
    requireInPlace(core.path, core.identity)
    // SQLite would make it readable for everybody.
    closeSync(openSync(partial, 'wx', 0o600))
    const { isCancelled, onProgress } = options
    await copyPages(core, partial, {
      isCancelled,
      onProgress: (done, total) => onProgress?.(done, total, 'copy'),
    })
    onProgress?.(0, 0, 'seal')
    const revision = await giveOwnKeys(core, partial, options)
    syncFile(partial)
    onProgress?.(0, 0, 'check')
    const made = await readBack(core, partial, options, revision)
    requireWanted(options)
    renameSync(partial, target)
    syncFolder(folder)
    return made
  } catch (error) {
    throw asVaultError(error, partial, 'writing')
  } finally {
    removePartial(partial)
  }
}

/** Puts a new way in, and new roots that are sealed to it alone. The open vault's keys stay as they are. */
async function giveOwnKeys(
  core: VaultCore,
  partial: string,
  options: ArchiveOptions,
): Promise<number> {
  const { passphrase, kdf, label, reason, isCancelled, onProgress } = options
  const { vaultId, context } = core
  const parameters = encodePassphraseParameters(kdf, randomBytes(SALT_BYTES))
  const unlock = { kind: 'passphrase', passphrase } as const
  const slotKey = await deriveSlotKey(vaultId, { parameters }, unlock, context.deriveKey)
  const copy = openCopy(core, partial, false)
  try {
    // What the change of keys zeroes must be the copy's own.
    copy.self = structuredClone(core.self)
    copy.state.keys = structuredClone(copy.state.keys)
    const { custodianId, custodianName } = core.self
    const id = new Uint8Array(randomBytes(16))
    const identity = { vaultId, id, kind: SLOT_KINDS.archivePassphrase, parameters }
    const draft = draftSlot(identity, custodianId, slotKey)
    putSlot(copy, draft, [], {
      action: 'vault.archived',
      label: { label, custodianName },
      facts: { reason },
    })
    const own = toHex(id)
    await startGeneration(
      copy,
      {
        keepSlots: (slot) => slot.id === own,
        isHandedAway: true,
        reason,
        onProgress: (done, total) => onProgress?.(done, total, 'seal'),
        ...(isCancelled && { isCancelled }),
      },
      cancellable(createBreath(copy), options),
    )
    return copy.state.revision
  } finally {
    sodium.memzero(slotKey)
    zeroKeys(copy.state.keys)
    sodium.memzero(copy.self.signingSeed)
    sodium.memzero(copy.self.pinKey)
    closeCopy(copy)
  }
}

/** Opens the archive as whoever will find it does. */
async function readBack(
  core: VaultCore,
  partial: string,
  options: ArchiveOptions,
  revision: number,
): Promise<ArchiveMade> {
  requireWanted(options)
  const { passphrase } = options
  const { startOpener: _none, ...context } = core.context
  const unlock = { kind: 'passphrase', passphrase } as const
  const opened = await openVaultFile(partial, unlock, { readOnly: true }, context)
  try {
    if (opened.core.mode === 'evidence' || opened.core.state.revision !== revision) {
      throw new VaultError('vault-damaged', 'the archive is not what was to be written', {
        facts: { finding: opened.findings[0]?.code ?? '' },
      })
    }
    const breathe = cancellable(createBreath(core), options)
    for (const _ of checkAllAttachments(opened.core)) await breathe()
    return {
      revision,
      sizeBytes: statSync(partial).size,
      checkWords: checkWords(opened.core),
    }
  } finally {
    opened.overviews?.forget()
    closeCore(opened.core)
  }
}

/** A breath after which the work may be over. */
function cancellable(
  breathe: () => Promise<boolean>,
  options: ArchiveOptions,
): () => Promise<boolean> {
  return async () => {
    const isLate = await breathe()
    if (isLate) requireWanted(options)
    return isLate
  }
}

/** @throws VaultError `cancelled` */
function requireWanted({ isCancelled }: ArchiveOptions): void {
  if (isCancelled?.() === true) throw new VaultError('cancelled', 'the archive was cancelled')
}
