import { z } from 'zod'
import { CalendarDayField, Line, RecordId, SNOOZE_FIELDS, Text } from './fields.ts'

/** 主体负责人, 服务负责人, 应急联系人, 法定代表人, 接入商 / 管局 / 代理机构 contact, colleague. */
export const CONTACT_ROLES = [
  'entity-responsible',
  'service-responsible',
  'emergency',
  'legal-representative',
  'provider',
  'bureau',
  'agency',
  'colleague',
] as const

export const ID_KINDS = [
  'resident-id',
  'passport',
  'hk-macau-permit',
  'taiwan-permit',
  'other',
] as const

export const Contact = z.strictObject({
  name: Line,
  roles: z.array(z.enum(CONTACT_ROLES)),
  entityId: RecordId.optional(),
  providerId: RecordId.optional(),
  post: Line.optional(),
  phone: Line.optional(),
  email: Line.optional(),
  idKind: z.enum(ID_KINDS).optional(),
  idValidUntilOn: CalendarDayField.optional(),
  /** Set once the person has left the company. */
  leftOn: CalendarDayField.optional(),
  notes: Text.optional(),
  ...SNOOZE_FIELDS,
})
export type Contact = z.infer<typeof Contact>

/** What is sealed apart: needed rarely, shown on request. */
export const ContactSecret = z.strictObject({ idNumber: Line.optional() })
export type ContactSecret = z.infer<typeof ContactSecret>
