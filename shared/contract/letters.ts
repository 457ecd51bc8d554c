import { z } from 'zod'
import type { LetterLine, LetterView } from '../letters/filled-letter.ts'
import { CalendarDayField, Line, RecordId } from '../records/fields.ts'
import { LETTER_KINDS } from '../records/letter.ts'
import { call, id, none } from './call.ts'

/** A value by the name of its blank or block; null: what ledger and template say again. */
const LetterValues = z.record(
  z.string().regex(/^[a-zA-Z0-9.-]{1,60}$/),
  z.string().max(4000).nullable(),
)

/** ID numbers of the ledger are filled in only when asked for; each is audited. */
const output = z.strictObject({ id: RecordId, withIdNumbers: z.boolean() })

/** 文书: letters written from the ledger. */
export const LETTER_CALLS = {
  /** Every letter that is not in the trash, latest first. */
  'letters.list': call(none)<LetterLine[]>(),
  'letters.read': call(id)<LetterView>(),
  /** Without services: all of the entity that are not cancelled. */
  'letters.create': call(
    z.strictObject({
      kind: z.enum(LETTER_KINDS),
      entityId: RecordId,
      caseId: RecordId.optional(),
      serviceIds: z.array(RecordId).max(500).optional(),
      providerId: RecordId.optional(),
      contactId: RecordId.optional(),
    }),
  )<{ id: string; undoToken: number }>(),
  /** The same letter anew, with today's day: a standing authorisation is signed again each year. */
  'letters.copy': call(id)<{ id: string; undoToken: number }>(),
  /** Changes a letter that is not signed yet. What is absent stays; null takes a field away. */
  'letters.save': call(
    z.strictObject({
      id: RecordId,
      expectedRevision: z.int().optional(),
      title: Line.optional(),
      values: LetterValues.optional(),
      serviceIds: z.array(RecordId).max(500).optional(),
      providerId: RecordId.nullable().optional(),
      writtenOn: CalendarDayField.optional(),
      validFromOn: CalendarDayField.nullable().optional(),
      validUntilOn: CalendarDayField.nullable().optional(),
    }),
  )<{ undoToken: number }>(),
  /** The paper was sealed and signed on that day: its text stays as it is now. */
  'letters.sign': call(
    z.strictObject({
      id: RecordId,
      signedOn: CalendarDayField,
      documentId: RecordId.optional(),
      /** Signed letters that this one takes the place of: revoked on the same day. */
      revokeIds: z.array(RecordId).max(20),
    }),
  )<{ undoToken: number }>(),
  /** Links or unlinks the scan in 资料. */
  'letters.linkScan': call(z.strictObject({ id: RecordId, documentId: RecordId.nullable() }))<{
    undoToken: number
  }>(),
  /** Takes the mark of signing away: it was set by mistake. */
  'letters.reopen': call(id)<{ undoToken: number }>(),
  'letters.revoke': call(z.strictObject({ id: RecordId, revokedOn: CalendarDayField }))<{
    undoToken: number
  }>(),
  /** Each writes to a file the person picks; undefined: cancelled. */
  'letters.savePdf': call(output)<{ fileName: string } | undefined>(),
  'letters.saveDocx': call(output)<{ fileName: string } | undefined>(),
  /** On paper; false: cancelled, or there is no printer. */
  'letters.print': call(output)<boolean>(),
} as const
