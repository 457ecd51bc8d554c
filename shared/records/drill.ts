import { z } from 'zod'
import { CalendarDayField, Line, Text } from './fields.ts'

/** 恢复包重输, 打开备份, 副保管人解锁. */
export const DRILL_KINDS = ['kit-retyped', 'backup-opened', 'deputy-unlocked'] as const
export type DrillKind = (typeof DRILL_KINDS)[number]

/** 演练: a way back that was tried before it is needed. */
export const Drill = z.strictObject({
  kind: z.enum(DRILL_KINDS),
  on: CalendarDayField,
  person: Line,
  isPassed: z.boolean(),
  notes: Text.optional(),
})
export type Drill = z.infer<typeof Drill>
