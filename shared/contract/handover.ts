import { z } from 'zod'
import type {
  HandoverItem,
  HandoverLine,
  HandoverView,
  PartyChoice,
  SheetCheck,
  SheetView,
} from '../handover-view.ts'
import { CalendarDayField, Line, RecordId, Text } from '../records/fields.ts'
import { HANDOVER_MANNERS } from '../records/handover-manner.ts'
import { call, id, none } from './call.ts'

const party = z.strictObject({
  custodianId: RecordId.optional(),
  contactId: RecordId.optional(),
  name: Line.optional(),
  post: Line.optional(),
  department: Line.optional(),
  staffNumber: Line.optional(),
})
const keys = z
  .array(z.string().regex(/^[a-z0-9:-]{4,100}$/))
  .min(1)
  .max(50_000)
type Undoable = { undoToken: number }

/** 交接: somebody leaves. */
export const HANDOVER_CALLS = {
  'handover.list': call(none)<HandoverItem[]>(),
  /** Who can be named: custodians, then contacts. */
  'handover.people': call(none)<PartyChoice[]>(),
  'handover.start': call(
    z.strictObject({
      manner: z.enum(HANDOVER_MANNERS),
      reason: Line,
      leavesOn: CalendarDayField,
      leaver: party,
      successor: party,
      witness: party.optional(),
      notes: Text.optional(),
    }),
  )<{ id: string } & Undoable>(),
  'handover.change': call(
    z.strictObject({
      id: RecordId,
      reason: Line.optional(),
      leavesOn: CalendarDayField.optional(),
      leaverContactId: RecordId.optional(),
      successor: party.optional(),
      witness: party.nullable().optional(),
      notes: Text.nullable().optional(),
    }),
  )<Undoable>(),
  'handover.read': call(id)<HandoverView>(),
  /** All lines at once: thousands, each small. Passwords by rank. */
  'handover.lines': call(id)<HandoverLine[]>(),
  /** Leaves lines open for good, with a reason that stays red; without one takes that back. */
  'handover.waive': call(
    z.strictObject({ id: RecordId, keys, reason: Line.optional() }),
  )<Undoable>(),
  /** Marks open passwords 须立即修改; all unless told which. */
  'handover.markPasswords': call(z.strictObject({ id: RecordId, keys: keys.optional() }))<{
    count: number
    undoToken?: number
  }>(),
  /** On the day: ways in removed, everything sealed anew; progress by `rekey`. May be refused with `second-person-needed`. */
  'handover.remove': call(id)<void>(),
  'handover.cancelRemoval': call(none)<void>(),
  'handover.sheet': call(id)<SheetView>(),
  'handover.drawUp': call(id)<Undoable>(),
  /** With a passphrase: another custodian signs on this machine. */
  'handover.sign': call(
    z.strictObject({ id: RecordId, passphrase: z.string().min(1).max(1024).optional() }),
  )<void>(),
  'handover.print': call(id)<boolean>(),
  /** The signed sheet as a file that proves itself, or as a PDF; undefined: cancelled. */
  'handover.saveFile': call(z.strictObject({ id: RecordId, format: z.enum(['proof', 'pdf']) }))<
    { fileName: string } | undefined
  >(),
  /** Checks such a file, whatever vault it is of. */
  'handover.checkFile': call(none)<SheetCheck | undefined>(),
  'handover.close': call(id)<Undoable>(),
  'handover.reopen': call(z.strictObject({ id: RecordId, reason: Line }))<Undoable>(),
  /** Of one that was begun by mistake. */
  'handover.discard': call(id)<Undoable>(),
} as const
