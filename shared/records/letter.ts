import { z } from 'zod'
import { CalendarDayField, Line, RecordId, SNOOZE_FIELDS } from './fields.ts'

/** 授权委托书, 密码找回授权书, 特殊情况说明, 情况说明, 主体过户协议, 交接单, 投诉/申诉书. */
export const LETTER_KINDS = [
  'authorization',
  'standing-authorization',
  'special-statement',
  'statement',
  'transfer-agreement',
  'handover-sheet',
  'complaint',
] as const
export type LetterKind = (typeof LETTER_KINDS)[number]

/** 文书: a letter written from the ledger, as it was last edited. */
export const Letter = z.strictObject({
  kind: z.enum(LETTER_KINDS),
  title: Line,
  entityId: RecordId,
  caseId: RecordId.optional(),
  serviceIds: z.array(RecordId).max(500),
  providerId: RecordId.optional(),
  /** Who is named in it: the agent of an authorisation. */
  contactIds: z.array(RecordId).max(20),
  /** What a person typed or changed, by the name of the blank. The rest is filled from the ledger. */
  values: z.record(z.string().regex(/^[a-zA-Z0-9.-]{1,60}$/), z.string().max(4000)),
  /** The day on the letter. */
  writtenOn: CalendarDayField,
  validFromOn: CalendarDayField.optional(),
  validUntilOn: CalendarDayField.optional(),
  /** 已签署: the day the paper was sealed and signed. */
  signedOn: CalendarDayField.optional(),
  /** The text as it was signed, a `FilledLetter` as JSON: what the ledger says later does not change it. */
  signedText: z.string().max(1_000_000).optional(),
  revokedOn: CalendarDayField.optional(),
  /** The scan in 资料. */
  documentId: RecordId.optional(),
  notes: Line.optional(),
  ...SNOOZE_FIELDS,
})
export type Letter = z.infer<typeof Letter>
