import { z } from 'zod'
import { CalendarDayField, Line, RecordId, Text } from './fields.ts'

/** What a user adds to a shipped guide: a note, or how long a bureau or provider takes. */
export const GuideAddition = z.strictObject({
  guideId: z.string().regex(/^[a-z0-9-]{1,60}$/),
  stepId: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/)
    .optional(),
  clockId: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/)
    .optional(),
  /** The bureau or provider it is true of; absent: of all. */
  providerId: RecordId.optional(),
  /** ICP prefix of the province it is true of. */
  province: z.string().length(1).optional(),
  note: Text.optional(),
  /** Takes the place of the clock's own figures, in its own unit. */
  from: z.int().min(0).max(999).optional(),
  to: z.int().min(0).max(999).optional(),
  source: Line.optional(),
  verifiedOn: CalendarDayField.optional(),
})
export type GuideAddition = z.infer<typeof GuideAddition>
