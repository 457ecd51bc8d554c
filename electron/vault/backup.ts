import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { VaultError } from '../../shared/errors.ts'
import { type CopyFacts, type Patience, verifyCopy } from './copy.ts'
import { syncFolder } from './create.ts'
import { asVaultError, requireInPlace } from './database.ts'
import { wholePath } from './open-files.ts'
import { requireIdle, type VaultCore } from './vault-core.ts'

export type BackupMade = CopyFacts & { fileName: string }

export type BackupOptions = Patience & {
  /** Where to. */
  folder: string
  /** What the file is called, told by the revision that the copy holds; must not be in the folder yet. */
  nameOf: (revision: number, attempt: number) => string
  onProgress?: ((done: number, total: number) => void) | undefined
}

/** Pages copied at a time: what the event loop waits for. */
const PAGES_A_STEP = 400
const MAX_NAMES = 100

/**
 * Copies the open vault into a file and opens that file again before it gets its name: whatever happens, the
 * folder holds no backup or a whole one.
 *
 * The copy is made by SQLite itself over the connection that holds the lock. To read the file by another
 * descriptor would give the lock away as soon as that is closed (POSIX), and VACUUM INTO would hold up
 * everything else until it is done.
 *
 * @throws VaultError `evidence-mode`, `refused` while a long change is written, `disk-full`, `folder-not-writable`,
 * `file-not-found`, `io-failed`, `vault-damaged`, `cancelled`, `vault-locked`
 */
export async function backUpVault(core: VaultCore, options: BackupOptions): Promise<BackupMade> {
  requireIdle(core)
  if (core.mode === 'evidence') {
    throw new VaultError('evidence-mode', 'the vault is open as evidence only')
  }
  const { folder } = options
  sweepPartial(folder, core.vaultIdHex)
  const partial = wholePath(join(folder, partialName(core.vaultIdHex)))
  try {
    requireInPlace(core.path, core.identity)
    // SQLite would make it readable for everybody.
    closeSync(openSync(partial, 'wx', 0o600))
    await copyPages(core, partial, options)
    syncFile(partial)
    const facts = await verifyCopy(core, partial, statSync(partial).size, options)
    const fileName = freeName(folder, (attempt) => options.nameOf(facts.revision, attempt))
    renameSync(partial, join(folder, fileName))
    syncFolder(folder)
    return { ...facts, fileName }
  } catch (error) {
    throw core.db.open ? asVaultError(error, partial, 'writing') : closedMeanwhile()
  } finally {
    removePartial(partial)
  }
}

/** Removes what a backup of this vault left behind that was cut off. */
export function sweepPartial(folder: string, vaultIdHex: string): void {
  const start = partialStart(vaultIdHex)
  try {
    for (const name of readdirSync(folder)) {
      if (name.startsWith(start) && /\.part(-journal)?$/.test(name)) rmSync(join(folder, name))
    }
  } catch {
    // A folder that cannot be read or written: the backup itself will say so.
  }
}

/** Copies the open vault page by page; what is at `to` must be an empty file. */
export async function copyPages(
  core: VaultCore,
  to: string,
  options: Pick<BackupOptions, 'isCancelled' | 'onProgress'>,
): Promise<void> {
  const { isCancelled, onProgress } = options
  await core.db.backup(to, {
    progress: ({ totalPages, remainingPages }) => {
      if (isCancelled?.() === true) throw new VaultError('cancelled', 'the backup was cancelled')
      onProgress?.(totalPages - remainingPages, totalPages)
      return PAGES_A_STEP
    },
  })
}

/** Flushes a file that SQLite does not have open. */
export function syncFile(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

function freeName(folder: string, nameOf: (attempt: number) => string): string {
  for (let attempt = 1; attempt <= MAX_NAMES; attempt++) {
    const name = nameOf(attempt)
    if (!existsSync(join(folder, name))) return name
  }
  throw new VaultError('io-failed', 'every name for the backup is taken')
}

/** Two vaults of one name may go to one folder: each sweeps only what is its own. */
function partialStart(vaultIdHex: string): string {
  return `.beian-${vaultIdHex.slice(0, 12)}-`
}

/** The name of a copy that is not whole yet; `sweepPartial` knows it. */
export function partialName(vaultIdHex: string): string {
  return `${partialStart(vaultIdHex)}${randomBytes(4).toString('hex')}.part`
}

export function removePartial(partial: string): void {
  try {
    rmSync(partial, { force: true })
    rmSync(`${partial}-journal`, { force: true })
  } catch {
    // The disk was pulled out: it is swept with the next backup.
  }
}

function closedMeanwhile(): VaultError {
  return new VaultError('vault-locked', 'the vault was closed meanwhile')
}
