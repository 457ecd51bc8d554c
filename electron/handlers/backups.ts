import { copyFileSync } from 'node:fs'
import path from 'node:path'
import type { BackupContents, BackupState } from '../../shared/backup-view.ts'
import type { BACKUP_CALLS } from '../../shared/contract/backups.ts'
import { VaultError } from '../../shared/errors.ts'
import { recordIn, recordsIn } from '../backups/browse.ts'
import { backupLines, isFolder, requireFile, verifiedFacts } from '../backups/catalogue.ts'
import { type BrowsedBackup, contentsOf } from '../backups/contents.ts'
import { drillLines } from '../backups/drills.ts'
import { formerOpeners, removeFormer } from '../backups/former-openers.ts'
import { drillShares, kitsToTry } from '../backups/kit-drill.ts'
import { backupName } from '../backups/names.ts'
import { openCopyOf } from '../backups/open-copy.ts'
import { recordDrill } from '../backups/record-drill.ts'
import { requireFullScope } from '../backups/require-writable.ts'
import { restoreFromBackup } from '../backups/restore-records.ts'
import { type Backups, ownFolder, placeForNow } from '../backups/runner.ts'
import { requireRuleKept } from '../custodians/company-rule.ts'
import type { Handlers } from '../handlers.ts'
import { createLedger } from '../ledger/ledger.ts'
import { overviewOf, requireLive } from '../ledger/store.ts'
import { auditEntry, writeRecords } from '../ledger/write.ts'
import type { SessionControl } from '../session.ts'
import type { CopyFacts } from '../vault/copy.ts'

type BackupCalls = Pick<Handlers, keyof typeof BACKUP_CALLS>

/** Backups, restoring from them, drills. */
export function backupsHandlers(session: SessionControl, backups: Backups): BackupCalls {
  /** The backup that is open for reading, until another is, or the vault is locked. */
  let browsed: BrowsedBackup | undefined

  const state = (): BackupState => stateOf(session, backups)
  const endBrowse = () => {
    browsed?.vault.close()
    browsed = undefined
  }
  const requireBrowsed = () => {
    if (browsed === undefined) throw new VaultError('no-backup-open', 'no backup is open')
    return browsed
  }

  return {
    'backups.state': state,

    'backups.chooseFolder': async () => {
      const { vault } = session.open()
      const folder = await session.host('dialog.chooseFolder', undefined)
      if (folder === undefined) return state()
      backups.setFolder(folder)
      const entry = auditEntry(session, { action: 'backup.folder-chosen' })
      backups.quietly(() => vault.appendAudit([entry]))
      return state()
    },

    'backups.make': async () => {
      await backups.make('person')
      return state()
    },

    'backups.verify': async ({ id }) => {
      const { vault, ledger } = session.open()
      const record = requireLive(ledger, 'backup', id)
      const file = requireFile(record.data)
      const facts = await vault.verifyCopy(file, record.data.sizeBytes)
      backups.quietly(() => noteVerified(session, id, facts))
      return state()
    },

    'backups.removeFormer': ({ ids, reason }) =>
      backups.quietly(() => removeFormer(session, ids, reason)),

    'backups.browse': async ({ id, secret }) => {
      const open = session.open()
      const file =
        id === undefined
          ? await session.host('dialog.openVault', undefined)
          : requireFile(requireLive(open.ledger, 'backup', id).data)
      if (file === undefined) return undefined
      endBrowse()
      const vault = await openCopyOf(session, file, secret)
      browsed = { vault, store: createLedger(vault.records()), ...(id && { backupId: id }) }
      const found = browsed
      return backups.quietly(() => opened(session, found))
    },

    'backups.contents': () => contentsOf(session.open(), requireBrowsed()),

    'backups.records': ({ query }) => recordsIn(requireBrowsed().store, query),
    'backups.record': ({ id }) => recordIn(requireBrowsed().store, id),

    'backups.restoreRecords': ({ ids }) => restoreFromBackup(session, requireBrowsed(), ids),

    'backups.restoreVault': async ({ reason }) => {
      const backup = requireBrowsed()
      requireRestorableRule(session, backup)
      try {
        await restoreVault(session, backups, backup, reason)
      } finally {
        // From where the vault was closed there is no way on but a new unlock.
        if (!session.isOpen()) {
          endBrowse()
          await session.host('session.lock', undefined)
        }
      }
    },

    'backups.endBrowse': endBrowse,

    'drills.checkKit': ({ code }) => {
      const { vault } = session.open()
      const isPassed = vault.isCodeOfKit(code)
      recordDrill(session, { kind: 'kit-retyped', person: vault.custodianName, isPassed })
      return { isPassed }
    },

    'drills.checkShares': ({ codes }) => drillShares(session, codes),

    'drills.recordDeputy': (result) => {
      const { notes, ...rest } = result
      const kind = 'deputy-unlocked'
      recordDrill(session, { kind, ...rest, ...(notes === undefined ? {} : { notes }) })
    },
  }
}

function stateOf(session: SessionControl, backups: Backups): BackupState {
  const open = session.open()
  const { folder } = backups.place()
  const failure = backups.failure()
  const former = formerOpeners(open)
  return {
    ...(folder === undefined ? {} : { folder }),
    isFolderHere: folder !== undefined && isFolder(folder),
    hasChanges: backups.hasChanges(),
    isWorking: backups.isWorking(),
    ...(failure === undefined ? {} : { failure }),
    backups: backupLines(open, session.now()),
    ...(former === undefined ? {} : { former }),
    drills: drillLines(open.ledger, open.ledger.alarmTable.waysIn),
    kits: kitsToTry(open.vault),
  }
}

/** A backup that was opened counts as a drill, and as verified. */
function opened(session: SessionControl, backup: BrowsedBackup): BackupContents {
  const open = session.open()
  const { vault, backupId } = backup
  const contents = contentsOf(open, backup)
  if (open.vault.mode !== 'normal') return contents
  const { fileName, revision } = contents
  open.vault.appendAudit([
    auditEntry(session, { action: 'backup.opened', facts: { fileName, revision } }),
  ])
  if (backupId !== undefined) {
    const { sizeBytes } = requireLive(open.ledger, 'backup', backupId).data
    const { generation } = vault
    noteVerified(session, backupId, {
      revision,
      generation,
      sizeBytes,
      checkWords: contents.checkWords,
      slots: vault.slots(),
    })
  }
  const person = open.vault.custodianName
  recordDrill(session, { kind: 'backup-opened', person, isPassed: true, notes: fileName })
  return contents
}

function noteVerified(session: SessionControl, id: string, facts: CopyFacts): void {
  const now = session.now()
  const record = requireLive(session.open().ledger, 'backup', id)
  const overview = {
    ...overviewOf(record),
    kind: 'backup' as const,
    data: { ...record.data, ...verifiedFacts(facts, now) },
    updatedAt: now,
  }
  const { fileName } = record.data
  writeRecords(
    session,
    [{ type: 'put', id, overview, expectedRevision: record.revision }],
    [{ action: 'backup.verified', recordId: id, facts: { fileName } }],
  )
}

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

/** The present is kept as a backup, then the open backup takes its place in one step. Leaves the vault closed. */
async function restoreVault(
  session: SessionControl,
  backups: Backups,
  { vault: from }: BrowsedBackup,
  reason: string,
): Promise<void> {
  const { vault } = session.open()
  if (vault.mode === 'read-only') throw new VaultError('read-only', 'open for reading only')
  requireFullScope(vault)
  requireFullScope(from)
  const now = session.now()
  const isWhole = vault.mode === 'normal'
  if (isWhole) {
    await backups.make('before-restore', placeForNow(backups, vault))
  }
  const { ledger } = session.open()
  // What was made and tried since then stays known in the vault that comes back, and the company's rule in force.
  const { backup, drill, 'company-rule': rule } = ledger.kinds
  const changes = [...backup, ...drill, ...rule].map((record) => ({
    type: 'put' as const,
    id: record.id,
    overview: overviewOf(record),
  }))
  const facts = { reason, fromRevision: vault.revision, revision: from.revision }
  const entry = { ...auditEntry(session, { action: 'vault.restored', facts }), at: now }
  const prepared = from.prepareRestore(vault.path, changes, [entry])
  const context = await session.context()
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
