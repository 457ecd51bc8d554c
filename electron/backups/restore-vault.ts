import { copyFileSync } from 'node:fs'
import path from 'node:path'
import { dayOf } from '../../shared/calendar-day.ts'
import { VaultError } from '../../shared/errors.ts'
import { requireRuleKept } from '../custodians/company-rule.ts'
import { recordsById } from '../custodians/people.ts'
import { newRecordId, overviewOf } from '../ledger/store.ts'
import { auditEntry } from '../ledger/write.ts'
import type { Session, SessionControl } from '../session.ts'
import type { RecordChange, Vault } from '../vault/vault.ts'
import type { BrowsedBackup } from './contents.ts'
import { backupName } from './names.ts'
import { requireFullScope } from './require-writable.ts'
import { type Backups, ownFolder, placeForNow } from './runner.ts'

/** So often the backup before a restore is made anew because something was saved meanwhile. */
const MAX_TRIES = 5

/** An older vault may ask two persons for less. @throws VaultError `second-person-needed` */
function requireRestorableRule(session: SessionControl, { store }: BrowsedBackup): void {
  const { vault, ledger } = session.open()
  if (vault.mode !== 'normal') return
  requireRuleKept(session, [
    ...[...ledger.kinds['company-rule']].map(({ id }) => ({ type: 'delete' as const, id })),
    ...[...store.kinds['company-rule']].map((record) => ({
      type: 'put' as const,
      id: record.id,
      overview: overviewOf(record),
    })),
  ])
}

/** Who has a way into the backup and none into the vault has left: that is to be known in what comes back. */
function leftSince(session: Session, from: Vault): RecordChange[] {
  const { vault, ledger } = session.open()
  const now = session.now()
  const today = dayOf(now)
  const present = new Set(vault.slots().map(({ custodianId }) => custodianId))
  const gone = new Map(
    from
      .slots()
      .filter(({ custodianId, split }) => split === undefined && !present.has(custodianId))
      .map((slot) => [slot.custodianId, slot.custodianName]),
  )
  return [...gone].map(([custodianId, name]) => {
    const known = recordsById(ledger).get(custodianId)
    const data = known?.data ?? { custodianId, name, role: 'custodian' as const, joinedOn: today }
    const overview = {
      createdAt: known?.createdAt ?? now,
      kind: 'custodian' as const,
      data: { ...data, leftOn: data.leftOn ?? today },
      updatedAt: now,
    }
    return { type: 'put', id: known?.id ?? newRecordId(), overview }
  })
}

/**
 * Makes a backup that holds all that is in the vault when this returns: what is saved while one is made and
 * checked wants another. One that was under way already is only waited for.
 *
 * @throws VaultError `refused` while saving does not stop, and those of `Backups.make`
 */
async function keepPresent(backups: Backups, vault: Vault): Promise<void> {
  const folder = placeForNow(backups, vault)
  const make = () => backups.make('before-restore', folder)
  if (backups.isWorking()) await make().catch(() => undefined)
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    await make()
    if (!backups.hasChanges() && !vault.isBusy) return
  }
  throw new VaultError('refused', 'the vault is being changed all the time')
}

/**
 * The present is kept as a backup, then the open backup takes its place in one step. Leaves the vault closed.
 *
 * @throws VaultError `second-person-needed`, `read-only`, `copy-went-apart`, `refused`, and those of `prepareRestore`;
 * the vault is open and unchanged then.
 */
export async function restoreVault(
  session: SessionControl,
  backups: Backups,
  browsed: BrowsedBackup,
  reason: string,
): Promise<void> {
  requireRestorableRule(session, browsed)
  const { vault: from } = browsed
  const { vault } = session.open()
  if (vault.mode === 'read-only') throw new VaultError('read-only', 'open for reading only')
  requireFullScope(vault)
  requireFullScope(from)
  vault.requireCopy(from, true)
  const now = session.now()
  const isWhole = vault.mode === 'normal'
  const context = await session.context()
  if (isWhole) await keepPresent(backups, vault)
  // From here on nothing is waited for: what was saved after that backup would be in no file.
  const { ledger } = session.open()
  // What was made and tried since then stays known in the vault that comes back, and the company's rule in force.
  const { backup, drill, 'company-rule': rule } = ledger.kinds
  const changes: RecordChange[] = [...backup, ...drill, ...rule].map((record) => ({
    type: 'put' as const,
    id: record.id,
    overview: overviewOf(record),
  }))
  if (isWhole) changes.push(...leftSince(session, from))
  const facts = { reason, fromRevision: vault.revision, revision: from.revision }
  const entry = { ...auditEntry(session, { action: 'vault.restored', facts }), at: now }
  const prepared = from.prepareRestore(vault.path, changes, [entry])
  backups.noteRestored()
  session.close()
  try {
    // A vault that is only evidence has no backup: it is kept as it is.
    if (!isWhole) {
      const name = backupName(vault.path, now, vault.revision, 1).replace(
        '.beian',
        '-evidence.beian',
      )
      copyFileSync(vault.path, path.join(ownFolder(vault), name))
    }
    prepared.putInPlace(context)
  } finally {
    prepared.discard()
  }
}
