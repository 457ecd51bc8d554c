import { z } from 'zod'
import type { CheckChange, CheckPass, CheckPlan, PastCheck, TaskLine } from '../check-view.ts'
import { PORTAL_VALUES } from '../guides/guide.ts'
import { CHECK_RESULTS } from '../records/check-result.ts'
import { CalendarDayField, Line, RecordId, Text } from '../records/fields.ts'
import { call, id, none } from './call.ts'

const key = z.string().regex(/^[a-z0-9-]{1,60}$/)
const checkIds = z.array(RecordId).min(1).max(500)

/** Quarterly checks and tasks. */
export const CHECK_CALLS = {
  /** Which services are due, by entity, worst first. */
  'checks.plan': call(none)<CheckPlan>(),
  /** Begins a pass over services of one entity; those that were begun before go on. */
  'checks.begin': call(
    z.strictObject({ serviceIds: z.array(RecordId).min(1).max(500) }),
  )<CheckChange>(),
  'checks.read': call(z.strictObject({ ids: checkIds }))<CheckPass>(),
  /**
   * The result of one item, for one service or several at once. `findings` name what was found: each becomes
   * a task with its deadline, unless it is one already. A result takes the place of the one before.
   */
  'checks.record': call(
    z.strictObject({
      /** All checks of the pass; the answer tells of these. */
      ids: checkIds,
      /** Those the result is of. */
      forIds: checkIds,
      itemId: key,
      result: z.enum(CHECK_RESULTS),
      findings: z.array(key).max(20),
      found: Line.optional(),
      note: Text.optional(),
      documentIds: z.array(RecordId).max(20).optional(),
    }),
  )<CheckChange>(),
  /** 手机响了、邮件到了: writes the day on which a channel was found to work; registers a person's own number or address as one. */
  'checks.verifyChannel': call(
    z.strictObject({
      ids: checkIds,
      channel: z.union([
        z.strictObject({ channelId: RecordId }),
        z.strictObject({ holderId: RecordId, kind: z.enum(['phone', 'mailbox']) }),
      ]),
      on: CalendarDayField,
    }),
  )<CheckChange>(),
  /** @throws `invalid-value` (field `items`, code `required`) while an item has no result. */
  'checks.finish': call(z.strictObject({ ids: checkIds, notes: Text.optional() }))<CheckChange>(),
  /** Gives up checks that are not finished. */
  'checks.discard': call(z.strictObject({ ids: checkIds }))<{ undoToken: number }>(),
  /** Copies what the ledger has of one value; never an ID number. */
  'checks.copyValue': call(z.strictObject({ id: RecordId, value: z.enum(PORTAL_VALUES) }))<void>(),
  /** Of one service, newest first. */
  'checks.history': call(id)<PastCheck[]>(),

  /** Open ones by their day, then done ones, newest first. */
  'tasks.list': call(z.strictObject({ state: z.enum(['open', 'done']) }))<TaskLine[]>(),
  'tasks.finish': call(z.strictObject({ id: RecordId, result: Text.optional() }))<{
    undoToken: number
  }>(),
} as const
