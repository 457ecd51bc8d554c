import { randomBytes } from 'node:crypto'
import { chmodSync, copyFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { VaultError } from '../../shared/errors.ts'
import { announceRestore, forgetRestore, writeAnchors } from './anchoring.ts'
import type { AuditEntry } from './audit-chain.ts'
import { syncFile } from './backup.ts'
import { closeCopy, openCopy } from './copy.ts'
import { syncFolder } from './create.ts'
import { asVaultError } from './database.ts'
import { applyChanges, type RecordChange } from './records.ts'
import { transact } from './transaction.ts'
import { headMacOf, type VaultContext, type VaultCore } from './vault-core.ts'

/** A backup that lies beside the vault, told in its own trail that it is restored, and ready to take its place. */
export type PreparedRestore = {
  /** Takes the vault's place in one step and tells this machine's anchor. The vault must be closed by then. */
  putInPlace(context: VaultContext): void
  discard(): void
}

/**
 * Makes a copy of the backup that `core` has open, beside the vault at `target`, with the entries and changes
 * that go with restoring it. Until `putInPlace` the vault is as before, after it the backup is the vault.
 *
 * @param core - the backup, open for reading
 * @throws VaultError `disk-full`, `folder-not-writable`, `io-failed`, `vault-damaged`
 */
export function prepareRestore(
  core: VaultCore,
  target: string,
  changes: readonly RecordChange[],
  audit: readonly AuditEntry[],
): PreparedRestore {
  const folder = dirname(target)
  sweep(folder, basename(target))
  const temporary = join(folder, `.${basename(target)}.${randomBytes(4).toString('hex')}.tmp`)
  const discard = () => {
    rmSync(temporary, { force: true })
    rmSync(`${temporary}-journal`, { force: true })
  }
  let copy: VaultCore
  try {
    copyFileSync(core.path, temporary)
    chmodSync(temporary, 0o600)
    copy = openCopy(core, temporary, false)
    try {
      transact(copy, audit, (draft) => {
        for (const _ of applyChanges(copy, draft, changes));
      })
    } finally {
      closeCopy(copy)
    }
    syncFile(temporary)
  } catch (error) {
    discard()
    throw asVaultError(error, temporary, 'writing')
  }
  return {
    discard,
    putInPlace(context) {
      requireNoJournal(target)
      const restored = { ...copy, constants: core.constants, context }
      const mac = headMacOf(copy.vaultId, copy.state)
      announceRestore(restored, mac)
      try {
        renameSync(temporary, target)
      } catch (error) {
        throw asVaultError(error, target, 'writing')
      }
      syncFolder(folder)
      writeAnchors(restored, mac)
      forgetRestore(restored)
    },
  }
}

/** SQLite would roll a journal of the old file back into the new one. */
function requireNoJournal(target: string): void {
  const journal = statSync(`${target}-journal`, { throwIfNoEntry: false })
  if (journal === undefined || journal.size === 0) return
  throw new VaultError('io-failed', 'a change of the vault was cut off and must be undone first')
}

/** Removes what a restore left behind that was cut off. */
function sweep(folder: string, name: string): void {
  for (const entry of readdirSync(folder)) {
    const rest = entry.startsWith(`.${name}.`) ? entry.slice(name.length + 2) : ''
    if (/^[0-9a-f]{8}\.tmp(-journal)?$/.test(rest)) rmSync(join(folder, entry), { force: true })
  }
}
