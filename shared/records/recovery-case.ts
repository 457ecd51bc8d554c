import { z } from 'zod'
import { CREDENTIAL_ORIGINS } from './credential.ts'
import { CalendarDayField, Line, RecordId, SNOOZE_FIELDS, Text } from './fields.ts'

/**
 * How a recovery ends: 已发送 (to the filed phone or mailbox), 已自行重设, 临时密码, 账号已找回, 联系方式已变更.
 * `sent` and `temporary` always leave a password that must be changed at once.
 */
export const OUTCOME_KINDS = [
  'sent',
  'reset-by-user',
  'temporary',
  'account-regained',
  'contact-changed',
] as const
export type OutcomeKind = (typeof OUTCOME_KINDS)[number]

/** 已有, 缺, 已过期, 待盖章, 待签字, 已盖章签字, 已提交. */
export const MATERIAL_STATES = [
  'missing',
  'have',
  'expired',
  'needs-seal',
  'needs-signature',
  'sealed',
  'sent',
] as const
export type MaterialState = (typeof MATERIAL_STATES)[number]

/** A guide's or step's id; guides of a later version may be unknown here. */
const Key = z.string().regex(/^[a-z0-9-]{1,60}$/)

/** A step as it was gone: who, when, how. Steps not yet gone are not stored. */
export const CaseStep = z.strictObject({
  guideId: Key,
  stepId: Key,
  state: z.enum(['done', 'skipped', 'failed']),
  /** The day it was done. */
  doneOn: CalendarDayField,
  /** The moment it was done, as exactly as was told: clocks start and stop by it. */
  at: z.number(),
  recordedAt: z.number(),
  /** Who did it. */
  person: Line,
  /** Phone, window, EMS, portal, in words. */
  channel: Line.optional(),
  /** Order, ticket or EMS number. */
  reference: Line.optional(),
  /** Id of the chosen answer, where the step asks a question. */
  answer: Key.optional(),
  /** Of a step that failed: place of the chosen one among its `failures`. */
  branch: z.int().min(0).max(50).optional(),
  note: Text.optional(),
  documentIds: z.array(RecordId).max(20),
})
export type CaseStep = z.infer<typeof CaseStep>

export const CaseMaterial = z.strictObject({
  guideId: Key,
  needId: Key,
  /** What a person said of it; absent: as 资料 tells. */
  state: z.enum(MATERIAL_STATES).optional(),
  documentId: RecordId.optional(),
  letterId: RecordId.optional(),
  note: Line.optional(),
})
export type CaseMaterial = z.infer<typeof CaseMaterial>

/** 沟通记录: one call, mail or visit. */
export const ContactLogEntry = z.strictObject({
  id: RecordId,
  on: CalendarDayField,
  /** `HH:MM`, as far as known. */
  time: z
    .string()
    .regex(/^\d{2}:\d{2}$/)
    .optional(),
  /** Whom: firm or office, and person. */
  withWhom: Line,
  channel: Line,
  reference: Line.optional(),
  /** What was said. */
  said: Text,
  documentIds: z.array(RecordId).max(20),
})
export type ContactLogEntry = z.infer<typeof ContactLogEntry>

/** A clock that runs or ran. Its end is worked out from the guide, or stands here where a notice named it. */
export const CaseClock = z.strictObject({
  id: RecordId,
  guideId: Key,
  clockId: Key,
  startedAt: z.number(),
  stoppedAt: z.number().optional(),
  /** Set when bureau or provider named another day. */
  dueOn: CalendarDayField.optional(),
})
export type CaseClock = z.infer<typeof CaseClock>

export const CaseOutcome = z.strictObject({
  kind: z.enum(OUTCOME_KINDS),
  /** When it came; a value registered since then is a new one. */
  at: z.number(),
  recordedAt: z.number(),
  /** The credential that got its new value, or must get it. */
  credentialId: RecordId.optional(),
  /** Until when a sent or temporary password opens. */
  validUntilAt: z.number().optional(),
  note: Text.optional(),
  person: Line,
})
export type CaseOutcome = z.infer<typeof CaseOutcome>

/** From one guide to another: 门户无找回入口 → M, and back again. */
export const GuideChange = z.strictObject({
  fromGuideId: Key,
  toGuideId: Key,
  at: z.number(),
  reason: Line,
  person: Line,
})

/** A new value of one of the case's credentials was registered while the case waited for it. */
export const CaseRegistration = z.strictObject({
  credentialId: RecordId,
  origin: z.enum(CREDENTIAL_ORIGINS),
  at: z.number(),
  person: Line,
})

/** 找回办理: one loss, the ways tried, and how it ended. */
export const RecoveryCase = z.strictObject({
  /** Such as `2026-003`: year and serial within this vault. */
  number: Line,
  title: Line,
  entityId: RecordId,
  serviceIds: z.array(RecordId).max(500),
  credentialIds: z.array(RecordId).max(50),
  /** Provider, agency or bureau it is done with, once known. */
  providerId: RecordId.optional(),
  /** The guide followed now. */
  guideId: Key,
  /** How it came to that guide, oldest first. */
  guideChanges: z.array(GuideChange).max(100),
  /** Answers of the triage: fact → `yes`, `no` or `unknown`. */
  answers: z.record(Key, z.enum(['yes', 'no', 'unknown'])),
  openedOn: CalendarDayField,
  closedOn: CalendarDayField.optional(),
  /** How often it was taken up again after it was closed. */
  reopenedCount: z.int().min(0).max(99),
  /** Why it was closed although its conditions do not hold. */
  closeReason: Line.optional(),
  steps: z.array(CaseStep).max(400),
  materials: z.array(CaseMaterial).max(100),
  log: z.array(ContactLogEntry).max(500),
  clocks: z.array(CaseClock).max(100),
  outcome: CaseOutcome.optional(),
  registrations: z.array(CaseRegistration).max(100),
  lessons: Text.optional(),
  ...SNOOZE_FIELDS,
})
export type RecoveryCase = z.infer<typeof RecoveryCase>
