import { existsSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import type { BackupLine, BackupOpener, BackupPlace } from '../../shared/backup-view.ts'
import { VaultError } from '../../shared/errors.ts'
import type { Backup, BackupReason } from '../../shared/records/backup.ts'
import type { LedgerRecord } from '../../shared/records/record.ts'
import { liveRecords, newRecordId, overviewOf } from '../ledger/store.ts'
import type { Act, LedgerChange } from '../ledger/write.ts'
import type { OpenVault } from '../session.ts'
import type { CopyFacts } from '../vault/copy.ts'
import { type BackupMade, type SlotSummary, Vault } from '../vault/vault.ts'
import { isBackupName } from './names.ts'
import { keptBackups } from './retention.ts'

type BackupRecord = LedgerRecord<'backup'>
type Written = { changes: LedgerChange[]; acts: Act[] }

/** Records of backups that are gone are dropped after two years: the catalogue must not grow without end. */
const GONE_KEPT_MS = 2 * 365 * 86_400_000

/** All backups that the catalogue knows, newest first. */
export function knownBackups({ ledger }: Pick<OpenVault, 'ledger'>): BackupRecord[] {
  return [...liveRecords(ledger, 'backup')].sort((a, b) => b.data.madeAt - a.data.madeAt)
}

/** Those that are still said to be somewhere, newest first. */
export function presentBackups(open: Pick<OpenVault, 'ledger'>): BackupRecord[] {
  return knownBackups(open).filter(({ data }) => data.goneAt === undefined)
}

/** A line of the catalogue for a backup that was just made and verified. */
export function madeChange(
  made: BackupMade,
  { folder, reason, now }: { folder: string; reason: BackupReason; now: number },
): { change: LedgerChange; act: Act } {
  const { fileName, revision } = made
  const id = newRecordId()
  const data: Backup = {
    fileName,
    folder,
    madeAt: now,
    reason,
    ...verifiedFacts(made, now),
  }
  const overview = { kind: 'backup' as const, data, createdAt: now, updatedAt: now }
  return {
    change: { type: 'put', id, overview, expectedRevision: 0 },
    act: { action: 'backup.made', recordId: id, facts: { fileName, revision, reason } },
  }
}

/** What the catalogue remembers of a copy that was opened and found whole. */
export function verifiedFacts(facts: CopyFacts, now: number) {
  const { sizeBytes, revision, generation, checkWords, slots } = facts
  const openers = slots
    .filter(({ custodianId }) => custodianId !== '')
    .map(({ id, custodianId, custodianName, label, kind, split }) => ({
      custodianId,
      name: custodianName || label || '—',
      slotKind: kind,
      slotId: id,
      ...(split === undefined ? {} : { isSplit: true }),
    }))
  return { sizeBytes, revision, generation, checkWords, openers, verifiedAt: now }
}

/**
 * Removes the files that the rule does not keep, notes those that are not where they were, and drops what was
 * gone for two years.
 *
 * @param added - the backup that was just made; not in the ledger yet.
 */
export function tidyCatalogue(
  open: OpenVault,
  folder: string,
  now: number,
  added: { id: string; madeAt: number; reason: BackupReason },
): Written {
  const written: Written = { changes: [], acts: [] }
  const put = (record: BackupRecord, goneAt: number, action: string) => {
    const overview = overviewOf(record) as Extract<LedgerChange, { type: 'put' }>['overview']
    if (overview.kind !== 'backup') return
    written.changes.push({
      type: 'put',
      id: record.id,
      overview: { ...overview, data: { ...overview.data, goneAt }, updatedAt: now },
      expectedRevision: record.revision,
    })
    const { fileName } = record.data
    written.acts.push({ action, recordId: record.id, facts: { fileName } })
  }
  const here = presentBackups(open).filter(({ data }) => data.folder === folder)
  const found = here.filter((record) => existsSync(path.join(folder, record.data.fileName)))
  for (const record of here) {
    if (!found.includes(record)) put(record, now, 'backup.seen-missing')
  }
  const kept = keptBackups(
    [added, ...found.map(({ id, data: { madeAt, reason } }) => ({ id, madeAt, reason }))],
    now,
  )
  for (const record of found) {
    if (!kept.has(record.id) && removeOurs(open, folder, record.data)) {
      put(record, now, 'backup.removed')
    }
  }
  for (const { id, data } of knownBackups(open)) {
    if (data.goneAt !== undefined && now - data.goneAt > GONE_KEPT_MS) {
      written.changes.push({ type: 'delete', id })
    }
  }
  return written
}

/** Removes a file only if it is called as ours and is of this vault. Whether it is gone now. */
export function removeOurs({ vault }: OpenVault, folder: string, { fileName }: Backup): boolean {
  if (!isBackupName(fileName)) return false
  const file = path.join(folder, fileName)
  try {
    if (Vault.inspect(file).vaultIdHex !== vault.vaultIdHex) return false
    rmSync(file)
    return true
  } catch {
    // Open in another window, or a folder that lets nothing be removed: it stays, and is tried again.
    return false
  }
}

/** The lines of 备份, newest first; gone ones after a while no longer. */
export function backupLines(open: OpenVault, now: number): BackupLine[] {
  const { vault } = open
  const slots = vault.slots()
  return knownBackups(open)
    .filter(({ data }) => data.goneAt === undefined || now - data.goneAt < SHOWN_GONE_MS)
    .map(({ id, data }): BackupLine => {
      const { fileName, folder, madeAt, sizeBytes, revision, checkWords, verifiedAt } = data
      return {
        id,
        fileName,
        folder,
        madeAt,
        reason: data.reason ?? 'session',
        sizeBytes,
        revision,
        checkWords,
        place: placeOf(data),
        ...(verifiedAt === undefined ? {} : { verifiedAt }),
        isOlderGeneration: data.generation !== vault.generation,
        openers: openersOf(data, slots),
      }
    })
}

/** Removed ones are shown for a month. */
const SHOWN_GONE_MS = 31 * 86_400_000

/** Where the file of a backup is now. */
export function placeOf({ folder, fileName, goneAt }: Backup): BackupPlace {
  if (goneAt !== undefined) return 'gone'
  if (existsSync(path.join(folder, fileName))) return 'here'
  return isFolder(folder) ? 'missing' : 'away'
}

/** Whether a folder can be reached now. */
export function isFolder(folder: string): boolean {
  try {
    return statSync(folder).isDirectory()
  } catch {
    return false
  }
}

/** @throws VaultError `file-not-found`, `backup-folder-missing` */
export function requireFile(data: Backup): string {
  const place = placeOf(data)
  if (place === 'here') return path.join(data.folder, data.fileName)
  const code = place === 'away' ? 'backup-folder-missing' : 'file-not-found'
  throw new VaultError(code, 'the backup is not where it was written')
}

/** Who can open a backup for good: their ways in when it was made, against those of today. */
export function openersOf(data: Backup, slots: readonly SlotSummary[]): BackupOpener[] {
  const present = new Set(slots.map(({ custodianId }) => custodianId))
  const ids = new Set(slots.map(({ id }) => id))
  const byPerson = new Map<string, BackupOpener>()
  for (const { custodianId, name, slotKind, slotId, isSplit = false } of data.openers) {
    const opener = byPerson.get(custodianId) ?? {
      name,
      slotKinds: [],
      isFormer: !isSplit && !present.has(custodianId),
      hasOldKit: false,
    }
    if (!opener.slotKinds.includes(slotKind)) opener.slotKinds.push(slotKind)
    const isGone = slotId !== undefined && !ids.has(slotId)
    if (isGone && slotKind === 'recovery-kit') opener.hasOldKit = true
    byPerson.set(custodianId, opener)
  }
  return [...byPerson.values()]
}
