import { z } from 'zod'
import { CalendarDayField, Line, SNOOZE_FIELDS, Text } from './fields.ts'

/** 单位性质 as the filing system words it. */
export const ENTITY_NATURES = [
  'enterprise',
  'individual-business',
  'government',
  'public-institution',
  'social-organization',
  'military',
  'law-firm',
  'foundation',
  'private-non-enterprise',
  'person',
  'other',
] as const

/** 备案主体: the unit or person that files. */
export const Entity = z.strictObject({
  name: Line,
  shortName: Line.optional(),
  nature: z.enum(ENTITY_NATURES),
  /** 统一社会信用代码, 18 characters, normalised. */
  creditCode: Line.optional(),
  /** 组织机构代码 of old filings, `XXXXXXXX-X`. */
  organizationCode: Line.optional(),
  /** 住所 as on the licence. */
  address: Line.optional(),
  /** ICP prefix character of the filing's province, such as 京 or 蜀. */
  province: z.string().length(1).optional(),
  /** 主体备案号, normalised, such as 京ICP备12345678号. */
  filingNumber: Line.optional(),
  filedOn: CalendarDayField.optional(),
  /** 年度审核 or licence valid until. */
  licenceValidUntilOn: CalendarDayField.optional(),
  notes: Text.optional(),
  ...SNOOZE_FIELDS,
})
export type Entity = z.infer<typeof Entity>
