import { z } from 'zod'
import { CalendarDayField, Line, RecordId, Text } from './fields.ts'
import { HANDOVER_MANNERS } from './handover-manner.ts'

/**
 * What a line of a handover is about: a password to change, a channel to move, a person to change in a filing
 * by 变更备案, an authorisation to revoke, an entry whose password only they may know, a paper they keep, and
 * ways into the vault that only they have or that they gave to others.
 */
export const HANDOVER_LINE_KINDS = [
  'password',
  'channel',
  'responsible',
  'authorization',
  'unknown-password',
  'paper',
  'only-way-in',
  'only-kit',
  'kit-share',
  'let-in',
] as const
export type HandoverLineKind = (typeof HANDOVER_LINE_KINDS)[number]

/** Kind, the record, and the part in a filing where one person may have several. */
const LineKey = z.string().regex(/^[a-z-]{4,20}(:[0-9a-f]{32})?(:[a-z]{4,20})?$/)

/** A line as it was when the list was made: it stays to be closed when its record goes. */
export const KnownLine = z.strictObject({
  key: LineKey,
  kind: z.enum(HANDOVER_LINE_KINDS),
  title: Line,
})
export type KnownLine = z.infer<typeof KnownLine>

/** A line that stays open for good, and why. */
export const LineWaiver = z.strictObject({
  ...KnownLine.shape,
  reason: Line,
  person: Line,
  at: z.number(),
})
export type LineWaiver = z.infer<typeof LineWaiver>

/** 移交人, 接收人, 监交人: a custodian, a contact, or both in one person. */
export const HandoverParty = z.strictObject({
  name: Line,
  custodianId: RecordId.optional(),
  contactId: RecordId.optional(),
  post: Line.optional(),
  department: Line.optional(),
  staffNumber: Line.optional(),
})
export type HandoverParty = z.infer<typeof HandoverParty>

/** By a custodian's Ed25519 key over the sheet's exact content. */
export const SheetSignature = z.strictObject({
  custodianId: RecordId,
  custodianName: Line,
  slotId: RecordId,
  /** 32 and 64 bytes in lower-case hex. */
  signingKey: z.string().regex(/^[0-9a-f]{64}$/),
  signature: z.string().regex(/^[0-9a-f]{128}$/),
  /** Number of the vault's certificate that names the key. */
  certificateSequence: z.int().min(1),
  signedAt: z.number(),
})
export type SheetSignature = z.infer<typeof SheetSignature>

/** 交接: somebody leaves, or hands their part on. Its reminder cannot be put off. */
export const Handover = z.strictObject({
  /** Such as `2026-001`. */
  number: Line,
  manner: z.enum(HANDOVER_MANNERS),
  reason: Line,
  leavesOn: CalendarDayField,
  startedAt: z.number(),
  leaver: HandoverParty,
  successor: HandoverParty,
  witness: HandoverParty.optional(),
  /** Since when they had a slot that opens every secret; absent: never. */
  couldOpenSinceAt: z.number().optional(),
  waivers: z.array(LineWaiver).max(50_000),
  /** The 交接单 that is signed: SHA-256 of its exact content, in hex. */
  sheetDigest: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  signatures: z.array(SheetSignature).max(8),
  /** When their ways in were removed and everything was sealed anew, and the generation since. */
  removedAt: z.number().optional(),
  generation: z.int().min(1).optional(),
  closedOn: CalendarDayField.optional(),
  closedBy: Line.optional(),
  notes: Text.optional(),
})
export type Handover = z.infer<typeof Handover>

/** What is long, sealed apart so that an unlock need not read it. Never a password. */
export const HandoverSecret = z.strictObject({
  /** The list as it was made at the start. */
  lines: z.array(KnownLine).max(200_000),
  /** The 交接单 exactly as it is signed. */
  sheet: z.string().max(50_000_000).optional(),
})
export type HandoverSecret = z.infer<typeof HandoverSecret>
