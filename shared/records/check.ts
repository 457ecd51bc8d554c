import { z } from 'zod'
import { CHECK_RESULTS } from './check-result.ts'
import { CalendarDayField, Line, RecordId, Text } from './fields.ts'

export const CheckItem = z.strictObject({
  /** Step of the quarterly guide. */
  itemId: z.string().regex(/^[a-z0-9-]{1,60}$/),
  result: z.enum(CHECK_RESULTS),
  /** What the portal, phone or page said, where it differs from the ledger. */
  found: Line.optional(),
  note: Text.optional(),
  documentIds: z.array(RecordId).max(20),
  checkedAt: z.number(),
})
export type CheckItem = z.infer<typeof CheckItem>

/** 季度核查 of one service. */
export const Check = z.strictObject({
  serviceId: RecordId,
  entityId: RecordId,
  startedOn: CalendarDayField,
  /** Set when it is through. */
  finishedOn: CalendarDayField.optional(),
  person: Line,
  items: z.array(CheckItem).max(60),
  notes: Text.optional(),
})
export type Check = z.infer<typeof Check>
