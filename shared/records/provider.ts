import { z } from 'zod'
import { CalendarDayField, Line, Text } from './fields.ts'

/** 接入商, 域名注册商, 代理机构, 通信管理局. One firm may be several. */
export const PROVIDER_ROLES = ['access', 'registrar', 'agency', 'bureau'] as const

export const Provider = z.strictObject({
  name: Line,
  roles: z.array(z.enum(PROVIDER_ROLES)).min(1),
  consoleUrl: Line.optional(),
  phone: Line.optional(),
  address: Line.optional(),
  /** The day somebody last made sure that these contact data are right. */
  verifiedOn: CalendarDayField.optional(),
  notes: Text.optional(),
})
export type Provider = z.infer<typeof Provider>
