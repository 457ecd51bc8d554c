import { VaultError } from '../shared/errors.ts'
import { writeAtomically } from './atomic-file.ts'

/**
 * Writes a file where the person wants it.
 *
 * @throws VaultError `folder-not-writable`, `disk-full`, `io-failed`
 */
export function writeForPerson(file: string, bytes: Uint8Array): void {
  try {
    writeAtomically(file, bytes)
  } catch (error) {
    // `as`: node:fs throws errors that carry a code.
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOSPC') throw new VaultError('disk-full', 'the disk is full')
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
      throw new VaultError('folder-not-writable', 'the folder cannot be written')
    }
    throw new VaultError('io-failed', 'the file cannot be written')
  }
}
