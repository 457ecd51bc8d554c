import { z } from 'zod'
import { CalendarDayField, Line, RecordId, Text } from './fields.ts'

/**
 * What one line of a handover asks for: a password changed, a channel moved, a filing changed by 变更备案,
 * an authorisation revoked, a paper or device handed over, a way into the vault removed.
 */
export const HANDOVER_LINE_KINDS = [
  'password',
  'channel',
  'responsible-person',
  'authorization',
  'sole-holder',
  'paper',
  'slot',
] as const
export type HandoverLineKind = (typeof HANDOVER_LINE_KINDS)[number]

/** Why a password is on the list, strongest first. */
export const EXPOSURES = [
  'revealed',
  'copied',
  'printed',
  'exported',
  'could-open',
  'channel-held',
] as const

export const HandoverLine = z.strictObject({
  id: RecordId,
  kind: z.enum(HANDOVER_LINE_KINDS),
  /** The record it is about: credential, channel, service, letter, document. */
  recordId: RecordId,
  /** Its name when the list was made: it stays readable when the record goes. */
  title: Line,
  exposures: z.array(z.enum(EXPOSURES)).max(EXPOSURES.length),
  /** The record's revision when the list was made: only a later one closes the line. */
  sinceRevision: z.int().min(0),
  closedAt: z.number().optional(),
  /** Left open for good, and why. */
  waivedReason: Line.optional(),
})
export type HandoverLine = z.infer<typeof HandoverLine>

/** Signature by a custodian's Ed25519 key over the sheet's exact content. */
export const SheetSignature = z.strictObject({
  custodianId: RecordId,
  name: Line,
  part: z.enum(['leaver', 'successor', 'witness']),
  /** 32 bytes and 64 bytes in lower-case hex. */
  signingKey: z.string().regex(/^[0-9a-f]{64}$/),
  signature: z.string().regex(/^[0-9a-f]{128}$/),
  signedAt: z.number(),
})
export type SheetSignature = z.infer<typeof SheetSignature>

/** 交接: somebody leaves, or hands their part on. */
export const Handover = z.strictObject({
  /** Such as `2026-001`. */
  number: Line,
  /** Who leaves: a custodian, a contact, or both in one person. */
  leaverCustodianId: RecordId.optional(),
  leaverContactId: RecordId.optional(),
  leaverName: Line,
  /** `sudden`: the person is gone already and takes part in nothing. */
  manner: z.enum(['planned', 'sudden']),
  reason: Line,
  leavesOn: CalendarDayField,
  successorCustodianId: RecordId.optional(),
  successorName: Line,
  witnessName: Line.optional(),
  startedOn: CalendarDayField,
  lines: z.array(HandoverLine).max(5000),
  /** When the leaver's ways in were removed and everything was sealed anew. */
  rekeyedAt: z.number().optional(),
  /** Generation of the vault from that day on. */
  generation: z.int().min(1).optional(),
  /** The 交接单 as it was signed, exactly. */
  sheet: z.string().max(2_000_000).optional(),
  signatures: z.array(SheetSignature).max(3),
  closedOn: CalendarDayField.optional(),
  /** Set: closed although lines are open; it stays red. */
  closeReason: Line.optional(),
  notes: Text.optional(),
})
export type Handover = z.infer<typeof Handover>
