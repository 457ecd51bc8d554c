import { z } from 'zod'
import { CalendarDayField, Line, RecordId, Text } from './fields.ts'

/** 保管人, 副保管人, 审计 (ledger and audit only, no secret). */
export const CUSTODIAN_ROLES = ['custodian', 'deputy', 'auditor'] as const
export type CustodianRole = (typeof CUSTODIAN_ROLES)[number]

/** 保管人: somebody with a way into the vault of their own. What they can open is decided by their slots, not by this. */
export const Custodian = z.strictObject({
  /** As in the vault's certificate, 32 lower-case hex digits. */
  custodianId: RecordId,
  name: Line,
  role: z.enum(CUSTODIAN_ROLES),
  post: Line.optional(),
  staffNumber: Line.optional(),
  /** The same person in 联系人. */
  contactId: RecordId.optional(),
  joinedOn: CalendarDayField,
  leftOn: CalendarDayField.optional(),
  notes: Text.optional(),
})
export type Custodian = z.infer<typeof Custodian>
