import path from 'node:path'
import { VaultError, type VaultErrorCode } from '../../shared/errors.ts'
import type { BackupReason } from '../../shared/records/backup.ts'
import { writeRecords } from '../ledger/write.ts'
import type { OpenVault, SessionControl } from '../session.ts'
import type { Vault } from '../vault/vault.ts'
import { isFolder, madeChange, presentBackups, tidyCatalogue } from './catalogue.ts'
import { backupName } from './names.ts'
import { type BackupPlaceOf, openBackupPlaces } from './places.ts'
import { requireWritable } from './require-writable.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** What holds a backup up for a moment only, such as an import that is being written. */
const SOON_MS = 30_000
/** A backup at lock or quit may take so long; else it is made after the next unlock. */
export const END_BUDGET_MS = 2500

export type BackupFailure = { code: VaultErrorCode; at: number; retryAt: number }

/** Makes the backups of the vault that is open: on demand, by the day, and before it is closed. */
export type Backups = {
  /**
   * Makes one now. While another is being made, waits for that one.
   *
   * @param folder - Another place than the chosen folder.
   * @throws VaultError `backup-folder-missing`, and those of `Vault.backUp`
   */
  make(reason: BackupReason, folder?: string): Promise<void>
  /** To be taken every few seconds: begins what is due. */
  look(): void
  /** Before the vault is closed: makes one if there are changes, within a few seconds. Never throws. */
  finish(): Promise<void>
  /** Writes what is about backups themselves: that alone is worth no backup. */
  quietly<T>(work: () => T): T
  place(): BackupPlaceOf
  setFolder(folder: string): void
  /** The vault is another now than the one the backups tell of. */
  noteRestored(): void
  hasChanges(): boolean
  isWorking(): boolean
  failure(): BackupFailure | undefined
}

export function createBackups(session: SessionControl): Backups {
  const places = openBackupPlaces(session.hostState.dataFolder)
  /** The vault that `quietRevision` is of. */
  let known: Vault | undefined
  /** The revision that a backup holds, or that nothing but the unlock has led to. */
  let quietRevision = 0
  /** An earlier session left changes that no backup holds; those of this one wait for its end. */
  let isLate = false
  let current: Promise<void> | undefined
  let failed: BackupFailure | undefined
  let nextTryAt = 0

  const place = (): BackupPlaceOf => places.read(session.open().vault.vaultIdHex)
  const change = (part: Partial<BackupPlaceOf>) => {
    const { vaultIdHex } = session.open().vault
    places.write(vaultIdHex, { ...places.read(vaultIdHex), ...part })
  }

  const followVault = (vault: Vault) => {
    if (vault === known) return
    known = vault
    quietRevision = vault.revision
    isLate = place().hasChanges
    failed = undefined
    nextTryAt = 0
  }

  const hasChanges = () => {
    const { vault } = session.open()
    followVault(vault)
    return place().hasChanges || vault.revision !== quietRevision
  }

  const run = async (reason: BackupReason, folder: string, isCancelled?: () => boolean) => {
    const open = session.open()
    if (!isFolder(folder)) throw folderMissing()
    const made = await open.vault.backUp({
      folder,
      nameOf: (revision, attempt) => backupName(open.vault.path, session.now(), revision, attempt),
      onProgress: (done, total) => session.emit({ event: 'progress', task: 'backup', done, total }),
      isCancelled,
    })
    const now = session.now()
    const isWhole = made.revision === open.vault.revision
    const { change: added, act } = madeChange(made, { folder, reason, now })
    const tidied = tidyCatalogue(open, folder, now, { id: added.id, madeAt: now, reason })
    writeRecords(session, [added, ...tidied.changes], [act, ...tidied.acts])
    quietRevision = isWhole ? open.vault.revision : made.revision
    change({ hasChanges: !isWhole })
  }

  const make = (reason: BackupReason, folder?: string, isCancelled?: () => boolean) => {
    current ??= attempt(reason, folder, isCancelled).finally(() => {
      current = undefined
      session.emit({ event: 'backups-changed' })
    })
    return current
  }

  const attempt = async (reason: BackupReason, folder?: string, isCancelled?: () => boolean) => {
    const { vault } = session.open()
    followVault(vault)
    requireWritable(vault)
    const to = folder ?? place().folder
    if (to === undefined) throw folderMissing()
    session.emit({ event: 'backups-changed' })
    try {
      await run(reason, to, isCancelled)
      isLate = false
      failed = undefined
      nextTryAt = 0
    } catch (error) {
      if (!(error instanceof VaultError)) throw error
      const at = session.now()
      nextTryAt = at + (error.code === 'refused' ? SOON_MS : HOUR_MS)
      failed = { code: error.code, at, retryAt: nextTryAt }
      throw error
    }
  }

  const isDue = (open: OpenVault, now: number) => {
    const { folder } = place()
    if (folder === undefined || now < nextTryAt) return false
    const newest = presentBackups(open).find(({ data }) => data.folder === folder)
    return isLate || newest === undefined || now - newest.data.madeAt >= DAY_MS
  }

  return {
    make: (reason, folder) => make(reason, folder),
    look() {
      if (!session.isOpen()) return
      const open = session.open()
      followVault(open.vault)
      if (open.vault.mode !== 'normal' || current !== undefined) return
      if (isDue(open, session.now())) make(isLate ? 'session' : 'daily').catch(() => undefined)
      if (open.vault.revision !== quietRevision && !place().hasChanges) change({ hasChanges: true })
    },
    async finish() {
      if (!session.isOpen()) return
      const { vault } = session.open()
      if (vault.mode !== 'normal' || place().folder === undefined) return
      if (current === undefined && !hasChanges()) return
      if (!place().hasChanges) change({ hasChanges: true })
      const endsAt = performance.now() + END_BUDGET_MS
      const isOver = () => performance.now() > endsAt
      const work = make('session', undefined, isOver).catch(() => undefined)
      await Promise.race([work, new Promise((resolve) => setTimeout(resolve, END_BUDGET_MS))])
    },
    quietly(work) {
      const { vault } = session.open()
      followVault(vault)
      const isQuiet = vault.revision === quietRevision
      const result = work()
      if (isQuiet) quietRevision = vault.revision
      return result
    },
    place,
    setFolder(folder) {
      change({ folder })
      failed = undefined
      nextTryAt = 0
    },
    noteRestored: () => change({ hasChanges: true }),
    hasChanges,
    isWorking: () => current !== undefined,
    failure: () => failed,
  }
}

/** The folder a vault lies in: where a backup goes for which no folder was chosen. */
export function ownFolder({ path: file }: Vault): string {
  return path.dirname(file)
}

/** Where a backup goes that must be made now: the chosen folder, or beside the vault while that is away. */
export function placeForNow(backups: Pick<Backups, 'place'>, vault: Vault): string {
  const { folder } = backups.place()
  return folder !== undefined && isFolder(folder) ? folder : ownFolder(vault)
}

function folderMissing(): VaultError {
  return new VaultError('backup-folder-missing', 'the folder for backups is not there')
}
