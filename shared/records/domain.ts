import { z } from 'zod'
import { CalendarDayField, Line, RecordId, SNOOZE_FIELDS, Text } from './fields.ts'

/** A domain of a service, in its ASCII (punycode) form. */
export const Domain = z.strictObject({
  serviceId: RecordId,
  /** Lower case ASCII, such as `xn--fiq228c.example.com`. */
  name: Line,
  registrarId: RecordId.optional(),
  /** Registrant as the registrar shows it. */
  owner: Line.optional(),
  expiresOn: CalendarDayField.optional(),
  notes: Text.optional(),
  ...SNOOZE_FIELDS,
})
export type Domain = z.infer<typeof Domain>
