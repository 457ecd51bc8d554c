import path from 'node:path'
import { dayOf } from '../../shared/calendar-day.ts'
import { VaultError } from '../../shared/errors.ts'
import type { ArchiveResult } from '../../shared/exchange.ts'
import { requireWritable } from '../backups/require-writable.ts'
import { requireSecondPerson } from '../custodians/second-person.ts'
import { type Act, auditEntries } from '../ledger/write.ts'
import { requireStrong } from '../passwords/passphrase.ts'
import type { Session } from '../session.ts'
import { DEFAULT_KDF_COST } from '../vault/passphrase.ts'
import { ARCHIVE_EXTENSION } from './archive-file.ts'
import { isCancelled, noteCancelled, requireNotCancelled } from './cancelled-export.ts'

/**
 * Writes the whole vault to a file under a passphrase of its own, to be kept for long. It is a vault file: it opens in
 * the app, for reading, and docs/format.md tells how to read it without.
 *
 * @returns undefined when the person cancels the dialog.
 * @throws VaultError `passphrase-too-weak`, `second-person-needed`, and those of `archiveVault`
 */
export async function exportArchive(
  session: Session,
  { passphrase, reason }: { passphrase: string; reason: string },
  signal: AbortSignal,
): Promise<ArchiveResult | undefined> {
  requireWritable(session.open().vault)
  await requireStrong(passphrase)
  const { vault, ledger } = session.open()
  const act: Act = {
    action: 'exchange.export-archive',
    facts: { reason, credentials: ledger.kinds.credential.size, records: ledger.records.size },
  }
  requireSecondPerson(session, 'export', act)
  const target = await session.host('dialog.saveFile', {
    suggestedName: `${path.basename(vault.path, '.beian')} ${dayOf(session.now())}.${ARCHIVE_EXTENSION}`,
    extension: ARCHIVE_EXTENSION,
  })
  if (target === undefined) return undefined
  requireNotCancelled(signal)
  // By its name the app knows that it is only to be read.
  const file = target.endsWith(`.${ARCHIVE_EXTENSION}`) ? target : `${target}.${ARCHIVE_EXTENSION}`
  const fileName = path.basename(file)
  vault.appendAudit(auditEntries(session, [{ ...act, facts: { ...act.facts, fileName } }]))
  let at = 'copy'
  const bytes = new TextEncoder().encode(passphrase)
  try {
    const made = await vault.archive({
      file,
      passphrase: bytes,
      kdf: DEFAULT_KDF_COST,
      label: '封存归档',
      reason,
      isCancelled: () => signal.aborted,
      onProgress: (done, total, step) => {
        at = step
        session.emit({ event: 'progress', task: 'export', step, done, total })
      },
    })
    const { revision, sizeBytes, checkWords } = made
    return { fileName, sizeBytes, revision, checkWords, records: ledger.records.size }
  } catch (error) {
    // Its copy has the entry, so it was written before. 交接 takes it back by this one (handover/evidence.ts), unless
    // it went further than the copy: what is sealed could be taken away before the cancel.
    if (isCancelled(error)) noteCancelled(session, 'exchange.archive-cancelled', fileName, { at })
    if (error instanceof VaultError) throw error
    throw new VaultError('io-failed', 'the archive could not be written', { cause: error })
  } finally {
    bytes.fill(0)
  }
}
