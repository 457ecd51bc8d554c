import { z } from 'zod'
import { CalendarDayField, Line, RecordId, SNOOZE_FIELDS, Text } from './fields.ts'

/** 接收渠道: where codes and passwords arrive. */
export const CHANNEL_KINDS = ['phone', 'mailbox', 'authenticator', 'ukey'] as const

export const Channel = z.strictObject({
  kind: z.enum(CHANNEL_KINDS),
  /** Phone number or mail address, or the device's name. */
  value: Line,
  /** Who holds the SIM, the mailbox or the device. */
  holderId: RecordId.optional(),
  /** Who pays for it or owns it, such as 公司名下 or 个人名下. */
  owner: Line.optional(),
  verifiedOn: CalendarDayField.optional(),
  notes: Text.optional(),
  ...SNOOZE_FIELDS,
})
export type Channel = z.infer<typeof Channel>
