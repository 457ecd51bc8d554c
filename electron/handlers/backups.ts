import type { BackupContents, BackupState } from '../../shared/backup-view.ts'
import type { BACKUP_CALLS } from '../../shared/contract/backups.ts'
import { VaultError } from '../../shared/errors.ts'
import type { Backup } from '../../shared/records/backup.ts'
import { recordIn, recordsIn } from '../backups/browse.ts'
import { backupLines, isFolder, requireFile, verifiedFacts } from '../backups/catalogue.ts'
import { type BrowsedBackup, contentsOf } from '../backups/contents.ts'
import { drillLines } from '../backups/drills.ts'
import { formerOpeners, removeFormer } from '../backups/former-openers.ts'
import { drillShares, kitsToTry } from '../backups/kit-drill.ts'
import { openCopyOf } from '../backups/open-copy.ts'
import { recordDrill } from '../backups/record-drill.ts'
import { restoreFromBackup } from '../backups/restore-records.ts'
import { restoreVault } from '../backups/restore-vault.ts'
import type { Backups } from '../backups/runner.ts'
import type { Handlers } from '../handlers.ts'
import { createLedger } from '../ledger/ledger.ts'
import { overviewOf, requireLive } from '../ledger/store.ts'
import { auditEntry, writeRecords } from '../ledger/write.ts'
import type { Session, SessionControl } from '../session.ts'
import type { CopyFacts } from '../vault/copy.ts'
import type { Vault } from '../vault/vault.ts'

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
      requireSameBackup(record.data, facts)
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
      if (id !== undefined) requireNoted(session, id, vault)
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

/** Closes a backup that is not the one of the catalogue. @throws VaultError `backup-replaced` */
function requireNoted(session: Session, id: string, vault: Vault): void {
  const { data } = requireLive(session.open().ledger, 'backup', id)
  try {
    requireSameBackup(data, { revision: vault.revision, checkWords: vault.checkWords() })
  } catch (error) {
    vault.close()
    throw error
  }
}

/** A backup never changes: another revision, or other words, is another file. @throws VaultError `backup-replaced` */
function requireSameBackup(noted: Backup, found: Pick<CopyFacts, 'revision' | 'checkWords'>): void {
  const isSame =
    noted.revision === found.revision && noted.checkWords.join() === found.checkWords.join()
  if (!isSame) throw new VaultError('backup-replaced', 'the file is not the noted backup')
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
