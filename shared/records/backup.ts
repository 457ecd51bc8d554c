import { z } from 'zod'
import { Line, RecordId } from './fields.ts'

/** Why a backup was made: after a session with changes, by the day, by a person, before a restore or a merge. */
export const BACKUP_REASONS = [
  'session',
  'daily',
  'person',
  'before-restore',
  'before-merge',
] as const
export type BackupReason = (typeof BACKUP_REASONS)[number]

/** 备份: one copy of the vault that was made and opened again. */
export const Backup = z.strictObject({
  fileName: Line,
  /** Where it was written to, as the person chose it. */
  folder: z.string().max(4096),
  madeAt: z.number(),
  reason: z.enum(BACKUP_REASONS).optional(),
  sizeBytes: z.int().min(0),
  revision: z.int().min(0),
  generation: z.int().min(1),
  checkWords: z.array(Line).max(16),
  /** Who can open it, for good: their ways in at that time. */
  openers: z
    .array(
      z.strictObject({
        custodianId: RecordId,
        name: Line,
        slotKind: Line,
        /** Tells a recovery kit that was replaced since from the one in force. */
        slotId: RecordId.optional(),
        /** A kit in shares: it belongs to no person. */
        isSplit: z.boolean().optional(),
      }),
    )
    .max(64),
  /** When it was last opened and found whole. */
  verifiedAt: z.number().optional(),
  /** When it was seen to be gone, or removed: by the rule of how many are kept, or because a leaver could open it. */
  goneAt: z.number().optional(),
})
export type Backup = z.infer<typeof Backup>
