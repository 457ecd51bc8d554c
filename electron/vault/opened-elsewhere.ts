import { closeSync, constants, fstatSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs'
import { VaultError } from '../../shared/errors.ts'

/** Who has the vault open. For people only: the lock itself is SQLite's, this file beside it says whose. */
export type LockHolder = { host: string; user: string; pid: number; since: number }

export function lockFilePath(vaultPath: string): string {
  return `${vaultPath}.lock`
}

const MAX_BYTES = 4096

/** Says that we have the vault open. Not being able to say so is no reason not to open. */
export function writeLockFile(vaultPath: string, holder: LockHolder): void {
  try {
    // Whoever can write the folder may have put a link here, or a pipe: it is never written through.
    rmSync(lockFilePath(vaultPath), { force: true })
    writeFileSync(lockFilePath(vaultPath), JSON.stringify(holder), { mode: 0o600, flag: 'wx' })
  } catch {
    // A read-only folder or a full disk: the next opener is told less.
  }
}

export function removeLockFile(vaultPath: string): void {
  try {
    rmSync(lockFilePath(vaultPath), { force: true })
  } catch {
    // As above.
  }
}

/** The error for a vault that SQLite says is locked, with what the file beside it tells. */
export function openedElsewhere(vaultPath: string): VaultError {
  const facts: Record<string, string | number> = {}
  try {
    const holder: unknown = JSON.parse(readLockFile(lockFilePath(vaultPath)))
    if (typeof holder === 'object' && holder !== null) {
      for (const [key, value] of Object.entries(holder)) {
        const isFact = ['host', 'user', 'pid', 'since'].includes(key)
        if (isFact && (typeof value === 'number' || typeof value === 'string')) {
          facts[key] = typeof value === 'string' ? value.slice(0, 100) : value
        }
      }
    }
  } catch {
    // No such file, or not ours: then we only know that it is open.
  }
  return new VaultError('opened-elsewhere', 'the vault is open in another process', { facts })
}

/** Reads at most a page of a plain file: no link is followed, no pipe waited for. */
function readLockFile(path: string): string {
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants
  const file = openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
  try {
    if (!fstatSync(file).isFile()) return ''
    const bytes = Buffer.alloc(MAX_BYTES)
    return bytes.toString('utf8', 0, readSync(file, bytes, 0, MAX_BYTES, 0))
  } finally {
    closeSync(file)
  }
}
