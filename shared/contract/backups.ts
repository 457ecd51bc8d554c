import { z } from 'zod'
import type {
  BackupContents,
  BackupRecordLine,
  BackupRecordView,
  BackupState,
  ShareDrill,
} from '../backup-view.ts'
import { Line, RecordId, Text } from '../records/fields.ts'
import { call, id, none } from './call.ts'
import { CopySecret } from './copy-secret.ts'

/** Backups, restoring, drills. */
export const BACKUP_CALLS = {
  'backups.state': call(none)<BackupState>(),
  /** Opens the system's dialog for a folder; the path stays in the vault process and this machine's own files. */
  'backups.chooseFolder': call(none)<BackupState>(),
  /** Makes one now. @throws `backup-folder-missing`, `disk-full`, … */
  'backups.make': call(none)<BackupState>(),
  /** Opens a backup with the keys in memory. @throws `refused` (`other-generation`), `vault-damaged`, … */
  'backups.verify': call(id)<BackupState>(),
  /** Removes backups that former custodians can open. @throws `no-newer-backup` */
  'backups.removeFormer': call(
    z.strictObject({
      ids: z.array(RecordId).min(1).max(500),
      reason: z.string().trim().min(1).max(500),
    }),
  )<{ removedCount: number; keptCount: number }>(),
  /** Opens a backup beside the vault, for reading. Without `id` the person picks a file; undefined: they cancel. */
  'backups.browse': call(
    z.strictObject({
      id: RecordId.optional(),
      secret: CopySecret,
    }),
  )<BackupContents | undefined>(),
  /** The backup that is open, compared with the vault as it is now. */
  'backups.contents': call(none)<BackupContents>(),
  /** What is in the open backup: all of it, or what a search finds; at most `MAX_BACKUP_RECORDS`. */
  'backups.records': call(z.strictObject({ query: z.string().max(200) }))<{
    records: BackupRecordLine[]
    total: number
  }>(),
  'backups.record': call(id)<BackupRecordView>(),
  /** Puts records as they were in the open backup, with what they need and have lost. */
  'backups.restoreRecords': call(z.strictObject({ ids: z.array(RecordId).min(1).max(2000) }))<{
    undoToken: number
    count: number
  }>(),
  /** The open backup takes the vault's place; a backup of the present is made first. The app locks then. */
  'backups.restoreVault': call(
    z.strictObject({ reason: z.string().trim().min(1).max(500) }),
  )<void>(),
  'backups.endBrowse': call(none)<void>(),

  /** A recovery kit retyped from paper: whether it would open this vault. @throws `wrong-recovery-kit` for a typing error. */
  'drills.checkKit': call(z.strictObject({ code: z.string().max(200) }))<{ isPassed: boolean }>(),
  /**
   * One or two shares of the split kit retyped: each is compared with the kit's own, and enough of them with the
   * way in. @throws `wrong-recovery-kit` for a typing error or the same share twice; nothing is recorded then.
   */
  'drills.checkShares': call(
    z.strictObject({ codes: z.array(z.string().max(200)).min(1).max(2) }),
  )<ShareDrill>(),
  /** A deputy unlocked on their own machine or here: told by hand. */
  'drills.recordDeputy': call(
    z.strictObject({ person: Line, isPassed: z.boolean(), notes: Text.optional() }),
  )<void>(),
} as const
