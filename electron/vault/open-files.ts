import { type BigIntStats, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type Database from 'better-sqlite3'
import { VaultError } from '../../shared/errors.ts'

/**
 * The vault files that this process has open in SQLite.
 *
 * POSIX takes every lock of a process off a file as soon as the process closes any descriptor of it: a
 * look at the header of an open vault would let a second writer in. What the operating system keeps for
 * the whole process, the process must remember as a whole, hence this list in a module.
 */
const openFiles = new Map<string, Database.Database>()

/** Names a file by what it is and not by its path, so that links and replaced files are told apart. */
export function fileIdentity({ dev, ino }: Pick<BigIntStats, 'dev' | 'ino'>): string {
  return `${dev}:${ino}`
}

/** Looks at a path, through links, without opening it. Undefined when nothing is there. */
export function statOf(path: string): BigIntStats | undefined {
  return statSync(path, { bigint: true, throwIfNoEntry: false })
}

/** Whether the file at a path has more names than that. */
export function hasOtherNames(path: string): boolean {
  const stat = statOf(path)
  return stat !== undefined && stat.nlink > 1n
}

export function isOpenHere(identity: string): boolean {
  // The connection is asked itself: a file's number is given to another file once it is gone.
  return openFiles.get(identity)?.open === true
}

export function rememberOpen(identity: string, db: Database.Database): void {
  openFiles.set(identity, db)
}

/**
 * The whole path of a vault. better-sqlite3 cuts white space off the ends of a name, and SQLite reads some
 * names as URIs: a whole path is no URI, and one that white space ends would name another file to them.
 *
 * @throws VaultError `invalid-value`
 */
export function wholePath(path: string): string {
  const whole = resolve(path)
  if (whole === whole.trim()) return whole
  throw new VaultError('invalid-value', 'the name of the file must not end in white space', {
    facts: { field: 'fileName' },
  })
}
