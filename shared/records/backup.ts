import { z } from 'zod'
import { Line, RecordId } from './fields.ts'

/** 备份: one copy of the vault that was made and opened again. */
export const Backup = z.strictObject({
  fileName: Line,
  /** Where it was written to, as the person chose it. */
  folder: z.string().max(1000),
  madeAt: z.number(),
  sizeBytes: z.int().min(0),
  revision: z.int().min(0),
  generation: z.int().min(1),
  checkWords: z.array(Line).max(16),
  /** Who can open it, for good: their ways in at that time. */
  openers: z.array(z.strictObject({ custodianId: RecordId, name: Line, slotKind: Line })).max(64),
  /** When it was last opened and found whole. */
  verifiedAt: z.number().optional(),
  /** When it was seen to be gone, or removed by the rule of how many are kept. */
  goneAt: z.number().optional(),
})
export type Backup = z.infer<typeof Backup>
