import { z } from 'zod'
import { CalendarDayField, Line, Text } from './fields.ts'

/** 恢复包重输, 打开备份, 副保管人解锁. */
export const DRILL_KINDS = ['kit-retyped', 'backup-opened', 'deputy-unlocked'] as const
export type DrillKind = (typeof DRILL_KINDS)[number]

/** What a share retyped from paper is: right, mistyped or altered, of a kit that was replaced, of none known here. */
export const SHARE_FINDINGS = ['right', 'wrong', 'older-kit', 'other-kit'] as const
export type ShareFinding = (typeof SHARE_FINDINGS)[number]

/** A share of a split kit that was tried: which one and whose, never its code. */
export const DrillShare = z.strictObject({
  number: z.int().min(1).max(3),
  /** Absent where nothing tells it: of another vault's kit. */
  holder: Line.optional(),
  finding: z.enum(SHARE_FINDINGS),
})
export type DrillShare = z.infer<typeof DrillShare>

/** 演练: a way back that was tried before it is needed. */
export const Drill = z.strictObject({
  kind: z.enum(DRILL_KINDS),
  on: CalendarDayField,
  person: Line,
  isPassed: z.boolean(),
  notes: Text.optional(),
  /** Where a split kit was tried. */
  shares: z.array(DrillShare).min(1).max(2).optional(),
})
export type Drill = z.infer<typeof Drill>
