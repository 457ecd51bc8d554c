import path from 'node:path'
import type { FormerOpeners } from '../../shared/backup-view.ts'
import { VaultError } from '../../shared/errors.ts'
import type { LedgerRecord } from '../../shared/records/record.ts'
import { overviewOf, requireLive } from '../ledger/store.ts'
import { type Act, type LedgerChange, writeRecords } from '../ledger/write.ts'
import type { OpenVault, Session } from '../session.ts'
import { isFolder, openersOf, placeOf, presentBackups, removeOurs } from './catalogue.ts'
import { requireWritable } from './require-writable.ts'

type BackupRecord = LedgerRecord<'backup'>

/** Which backups people can open who have no way into the vault any more; undefined while there is none. */
export function formerOpeners(open: OpenVault): FormerOpeners | undefined {
  const slots = open.vault.slots()
  const names = new Set<string>()
  const theirs: BackupRecord[] = []
  for (const backup of presentBackups(open)) {
    const former = openersOf(backup.data, slots).filter(({ isFormer }) => isFormer)
    if (former.length === 0) continue
    theirs.push(backup)
    for (const { name } of former) names.add(name)
  }
  if (theirs.length === 0) return undefined
  return {
    names: [...names],
    removableIds: theirs.filter(({ data }) => placeOf(data) === 'here').map(({ id }) => id),
    awayCount: theirs.filter(({ data }) => !isFolder(data.folder)).length,
    hasNewer: newerBackup(open, theirs) !== undefined,
  }
}

/**
 * Removes the files of backups that former custodians can open, and says so in the trail. What could not be
 * removed stays in the catalogue.
 *
 * @throws VaultError `no-newer-backup` while nothing newer is there that they cannot open
 */
export function removeFormer(
  session: Session,
  ids: readonly string[],
  reason: string,
): { removedCount: number; keptCount: number } {
  const open = session.open()
  requireWritable(open.vault)
  const chosen = ids.map((id) => requireLive(open.ledger, 'backup', id))
  if (newerBackup(open, chosen) === undefined) {
    throw new VaultError('no-newer-backup', 'there is no newer backup')
  }
  const slots = open.vault.slots()
  const removable = chosen.filter(({ data }) =>
    openersOf(data, slots).some(({ isFormer }) => isFormer),
  )
  const now = session.now()
  const changes: LedgerChange[] = []
  const acts: Act[] = []
  for (const record of removable) {
    const { fileName, folder } = record.data
    if (placeOf(record.data) !== 'here' || !removeOurs(open, folder, record.data)) continue
    const overview = {
      ...overviewOf(record),
      kind: 'backup' as const,
      data: { ...record.data, goneAt: now },
      updatedAt: now,
    }
    const { id, revision } = record
    changes.push({ type: 'put', id, overview, expectedRevision: revision })
    acts.push({
      action: 'backup.removed',
      recordId: id,
      facts: { fileName: path.basename(fileName), reason },
    })
  }
  if (changes.length > 0) writeRecords(session, changes, acts)
  return { removedCount: changes.length, keptCount: ids.length - changes.length }
}

/** A backup that is here, of today's keys, newer than all of these, and that nobody who left can open. */
function newerBackup(open: OpenVault, than: readonly BackupRecord[]): BackupRecord | undefined {
  const slots = open.vault.slots()
  const newestAt = Math.max(...than.map(({ data }) => data.madeAt))
  return presentBackups(open).find(
    ({ data }) =>
      data.madeAt > newestAt &&
      data.generation === open.vault.generation &&
      placeOf(data) === 'here' &&
      openersOf(data, slots).every(({ isFormer }) => !isFormer),
  )
}
