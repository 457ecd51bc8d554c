import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { VaultError } from '../../shared/errors.ts'
import type { CopyBeside } from '../../shared/merge-view.ts'
import { isBackupName } from '../backups/names.ts'
import { Vault } from '../vault/vault.ts'
import { tookOver } from './history.ts'

/** More files than that in one folder are not looked into. */
const MAX_FILES = 60

/**
 * How sync services call a copy that was changed elsewhere at the same time: 坚果云 and others 冲突, Syncthing
 * `.sync-conflict-…`, Dropbox and Nextcloud `conflicted copy`, ownCloud `_conflict-`.
 */
const CONFLICT_NAME = /冲突|衝突|conflict/i

/** A copy after it was merged, and a damaged vault that was put aside: named by us, of no interest any more. */
const OWN_NAME = /-merged-r\d+(-\d+)?\.beian$|-evidence\.beian$/

/** The copies of the open vault that lie beside it, those of a sync conflict first. Opens none of them. */
export function copiesBeside(vault: Vault): CopyBeside[] {
  const folder = path.dirname(vault.path)
  return namesIn(folder)
    .filter((name) => name !== path.basename(vault.path))
    .slice(0, MAX_FILES)
    .flatMap((fileName) => copyAt(vault, folder, fileName) ?? [])
    .sort((a, b) => Number(b.isConflictCopy) - Number(a.isConflictCopy))
}

/** The path of a copy in the vault's folder. @throws VaultError `file-not-found` */
export function copyPath(vault: Vault, fileName: string): string {
  const file = path.join(path.dirname(vault.path), fileName)
  if (path.basename(fileName) === fileName && file !== vault.path) return file
  throw new VaultError('file-not-found', 'there is no such copy beside the vault')
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter(
      (name) =>
        /\.beian$/i.test(name) &&
        !name.startsWith('.') &&
        !isBackupName(name) &&
        !OWN_NAME.test(name),
    )
  } catch {
    // A folder that cannot be listed tells of no copies; the vault itself is open.
    return []
  }
}

function copyAt(vault: Vault, folder: string, fileName: string): CopyBeside | undefined {
  const file = path.join(folder, fileName)
  try {
    if (Vault.inspect(file).vaultIdHex !== vault.vaultIdHex) return undefined
    const { size, mtimeMs } = statSync(file)
    return {
      fileName,
      isConflictCopy: CONFLICT_NAME.test(fileName),
      standing: vault.standingOf(file, tookOver),
      sizeBytes: size,
      modifiedAt: mtimeMs,
    }
  } catch {
    // No vault, open in another window, or gone again: nothing that could be merged now.
    return undefined
  }
}
