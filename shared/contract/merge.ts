import { z } from 'zod'
import type {
  CopyBeside,
  MergeDetails,
  MergeOverview,
  MergeResult,
  MergeSecret,
} from '../merge-view.ts'
import { MERGE_SIDES } from '../merge-view.ts'
import { RecordId } from '../records/fields.ts'
import { call, id, none } from './call.ts'
import { CopySecret } from './copy-secret.ts'

const side = z.enum(MERGE_SIDES)

/** What a person chose for one record: a side, and the fields that are taken from elsewhere. */
export const MergeChoice = z.strictObject({
  id: RecordId,
  side,
  fields: z.record(z.string().max(80), z.enum([...MERGE_SIDES, 'both'])).optional(),
})
export type MergeChoice = z.infer<typeof MergeChoice>

/** Two copies of one vault that were changed apart. */
export const MERGE_CALLS = {
  /** Copies of this vault in its folder, but for backups. */
  'merge.copies': call(none)<CopyBeside[]>(),
  /**
   * Opens a copy beside the vault, for reading, and compares it, with progress `compare`. Without `fileName` the
   * person picks a file; undefined: they cancel. @throws `cancelled`, …
   */
  'merge.open': call(
    z.strictObject({
      fileName: z.string().min(1).max(255).optional(),
      secret: CopySecret,
    }),
  )<MergeOverview | undefined>(),
  /** The open copy, compared with the vault as it is now. */
  'merge.overview': call(none)<MergeOverview>(),
  'merge.details': call(id)<MergeDetails>(),
  /** Shows the secret of one side. Audited. */
  'merge.reveal': call(z.strictObject({ id: RecordId, side }))<MergeSecret>(),
  /** Makes a backup of the present, then writes what was chosen as one change. @throws `cancelled`, … */
  'merge.commit': call(
    z.strictObject({ choices: z.array(MergeChoice).max(200_000) }),
  )<MergeResult>(),
  /** Ends a merge before it counts, or a comparison. */
  'merge.cancel': call(none)<void>(),
  /** After a merge: gives the other copy's file a name that says so. */
  'merge.renameCopy': call(none)<{ fileName: string }>(),
  'merge.end': call(none)<void>(),
} as const
