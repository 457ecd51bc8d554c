import { z } from 'zod'
import { AUDIT_GROUPS } from '../audit-groups.ts'
import type { AuditCheck, AuditPage, AuditPerson } from '../audit-view.ts'
import { CalendarDayField, RecordId } from '../records/fields.ts'
import type { AuditLine } from '../views.ts'
import { call, none } from './call.ts'

const custodianId = RecordId
const actionCode = z.string().max(80)

/** Which entries are wanted. All that is given must fit. */
export const AuditFilter = z.strictObject({
  group: z.enum(AUDIT_GROUPS).optional(),
  custodianId: custodianId.optional(),
  /** A record, and what belongs to it: a filing's passwords, domains and people. */
  aboutId: RecordId.optional(),
  fromOn: CalendarDayField.optional(),
  toOn: CalendarDayField.optional(),
  /** Each word that was typed, with the actions whose words hold it: only the window knows its words. */
  words: z
    .array(z.strictObject({ text: z.string().max(100), actions: z.array(actionCode).max(500) }))
    .max(8)
    .optional(),
})
export type AuditFilter = z.infer<typeof AuditFilter>

/** The audit trail. */
export const AUDIT_CALLS = {
  'audit.list': call(
    z.strictObject({ beforeSequence: z.int().optional(), limit: z.int().min(1).max(500) }),
  )<AuditLine[]>(),
  /** Entries that fit, newest first, `from` of them skipped. */
  'audit.query': call(
    z.strictObject({
      filter: AuditFilter,
      from: z.int().min(0),
      count: z.int().min(1).max(500),
    }),
  )<AuditPage>(),
  /** Everybody who ever did something, most entries first. */
  'audit.people': call(none)<AuditPerson[]>(),
  /** Checks the whole trail: every chain value and every signature. With progress `verify`. @throws `cancelled` */
  'audit.verify': call(none)<AuditCheck>(),
  'audit.cancelVerify': call(none)<void>(),
  /** Writes the whole trail as JSON Lines to where the person says, with the program that checks it beside it. */
  'audit.export': call(none)<
    { fileName: string; verifierName: string; entries: number } | undefined
  >(),
} as const
