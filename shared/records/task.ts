import { z } from 'zod'
import { CalendarDayField, Line, RecordId, SNOOZE_FIELDS, Text } from './fields.ts'

/** Where a task comes from. */
export const TASK_ORIGINS = ['check', 'case', 'person', 'deadline'] as const

/** 任务: what has to be done by a day and is not a password to change. */
export const Task = z.strictObject({
  title: Line,
  origin: z.enum(TASK_ORIGINS),
  dueOn: CalendarDayField.optional(),
  /** What it is about. */
  entityId: RecordId.optional(),
  serviceId: RecordId.optional(),
  caseId: RecordId.optional(),
  checkId: RecordId.optional(),
  /** Item of the check and what was found there: the same finding makes no second task. */
  itemId: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/)
    .optional(),
  findingId: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/)
    .optional(),
  /** Guide that leads through it. */
  guideId: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/)
    .optional(),
  /** Red from the first day on, such as restricted access. */
  isDanger: z.boolean().optional(),
  /** Who is to do it. */
  person: Line.optional(),
  doneOn: CalendarDayField.optional(),
  /** How it ended. */
  result: Text.optional(),
  notes: Text.optional(),
  ...SNOOZE_FIELDS,
})
export type Task = z.infer<typeof Task>
