import { z } from 'zod'
import { CalendarDayField, Line, RecordId, SNOOZE_FIELDS, Text } from './fields.ts'

/**
 * 备案密码, 接入商侧密码, 平台账号 (access provider console), 注册商账号, 公安联网备案, 管局平台账号, 邮箱, 授权码, 动态口令.
 * The filing password (bureau's layer) and the provider-side password are distinct: mixing them is a known error.
 */
export const CREDENTIAL_KINDS = [
  'filing-password',
  'provider-side-password',
  'portal-account',
  'registrar-account',
  'police-filing-account',
  'bureau-account',
  'mailbox',
  'authorization-code',
  'totp',
  'other',
] as const
export type CredentialKind = (typeof CREDENTIAL_KINDS)[number]

/** How the present value came to us. `issued` and `temporary` must be changed at once. */
export const CREDENTIAL_ORIGINS = [
  'chosen',
  'generated',
  'issued',
  'temporary',
  'imported',
  'unknown',
] as const
export type CredentialOrigin = (typeof CREDENTIAL_ORIGINS)[number]

export const Credential = z.strictObject({
  kind: z.enum(CREDENTIAL_KINDS),
  /** Entry name a person finds it by; never the secret. */
  label: Line,
  entityId: RecordId.optional(),
  serviceId: RecordId.optional(),
  providerId: RecordId.optional(),
  /** Login name at the portal. */
  account: Line.optional(),
  /** Where it is typed: portal name or address. */
  portal: Line.optional(),
  origin: z.enum(CREDENTIAL_ORIGINS),
  /** The day the present value was set; absent = unknown. */
  changedOn: CalendarDayField.optional(),
  /** When and by which custodian the present value was registered here; a form cannot change it. */
  registeredAt: z.number().optional(),
  registeredBy: RecordId.optional(),
  /** Rotation period chosen by the user, months. */
  rotationMonths: z.int().min(3).max(6),
  /** Set when the value must be replaced now: handover, leak, agency end, issued. */
  mustChangeReason: z
    .enum(['issued', 'temporary', 'handover', 'leaked', 'agency-ended'])
    .optional(),
  /** Where and from whom it was obtained, in words. */
  obtainedFrom: Line.optional(),
  obtainedOn: CalendarDayField.optional(),
  /** Which channel gets its codes. */
  channelId: RecordId.optional(),
  ...SNOOZE_FIELDS,
  /** No longer used; kept for the record. */
  isRetired: z.boolean(),
  notes: Text.optional(),
})
export type Credential = z.infer<typeof Credential>

export const PastSecret = z.strictObject({
  value: z.string().max(64),
  setOn: CalendarDayField.optional(),
  replacedAt: z.number(),
  origin: z.enum(CREDENTIAL_ORIGINS),
})

export const CredentialSecret = z.strictObject({
  /** Stored exactly as typed, full-width characters and trailing spaces included. */
  value: z.string().max(64).optional(),
  /** `otpauth://` address of a TOTP. */
  totpUri: z.string().max(1000).optional(),
  /** Security questions, answers, recovery codes. */
  privateNotes: z.string().max(10_000).optional(),
  /** Newest first. */
  history: z.array(PastSecret).max(50),
})
export type CredentialSecret = z.infer<typeof CredentialSecret>
