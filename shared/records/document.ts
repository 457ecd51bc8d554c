import { z } from 'zod'
import { CalendarDayField, Line, RecordId, SNOOZE_FIELDS, Text } from './fields.ts'

/** 营业执照, 组织机构代码证, 身份证, 域名证书, 授权书, 申请表, 回执, 截图, 公证书, 备案档案 … */
export const DOCUMENT_KINDS = [
  'business-licence',
  'organization-code-certificate',
  'other-subject-certificate',
  'id-card',
  'domain-certificate',
  'authorization',
  'standing-authorization',
  'statement',
  'special-statement',
  'transfer-agreement',
  'notarial-certificate',
  'application-form',
  'filing-archive',
  'contract',
  'receipt',
  'screenshot',
  'handover-sheet',
  'complaint',
  'other',
] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

/** Of the paper itself: 未盖章, 待盖章, 已盖章, 已盖章并签字; `not-needed`: none is asked. */
export const SEAL_STATES = ['not-needed', 'unsealed', 'sealed', 'sealed-and-signed'] as const

/** A file of a document; its content is an attachment of the vault. */
export const DocumentFile = z.strictObject({
  /** 32 lower-case hex digits: the attachment's id. */
  attachmentId: RecordId,
  name: Line,
  mediaType: Line,
  sizeBytes: z.int().min(0),
  /** `front` and `back` of an ID card. */
  side: z.enum(['front', 'back']).optional(),
  addedAt: z.number(),
})
export type DocumentFile = z.infer<typeof DocumentFile>

/** 资料: a paper and its scans. */
export const Document = z.strictObject({
  kind: z.enum(DOCUMENT_KINDS),
  title: Line,
  /** Whose paper it is. */
  entityId: RecordId.optional(),
  contactId: RecordId.optional(),
  serviceId: RecordId.optional(),
  domainId: RecordId.optional(),
  issuedOn: CalendarDayField.optional(),
  /** Absent: it does not end. */
  validUntilOn: CalendarDayField.optional(),
  sealState: z.enum(SEAL_STATES),
  /** 原件在何处: where the paper itself is. Absent: only a scan is there. */
  paperPlace: Line.optional(),
  /** Sheets of paper. */
  copyCount: z.int().min(0).max(999).optional(),
  files: z.array(DocumentFile).max(40),
  notes: Text.optional(),
  ...SNOOZE_FIELDS,
})
export type Document = z.infer<typeof Document>
