import { z } from 'zod'
import { CalendarDayField, Line, RecordId, SNOOZE_FIELDS, Text } from './fields.ts'

/** 网站, APP, 小程序, 快应用. */
export const SERVICE_KINDS = ['website', 'app', 'mini-program', 'quick-app'] as const
export type ServiceKind = (typeof SERVICE_KINDS)[number]

/** 正常, 待备案, 限制接入, 已注销, 待核实. */
export const SERVICE_STATUSES = ['active', 'pending', 'restricted', 'cancelled', 'unknown'] as const
export type ServiceStatus = (typeof SERVICE_STATUSES)[number]

/** 互联网信息服务: one filed website, app, mini-program or quick app. */
export const Service = z.strictObject({
  entityId: RecordId,
  kind: z.enum(SERVICE_KINDS),
  name: Line,
  /** 服务备案号, normalised, such as 京ICP备12345678号-1 (or a licence number). */
  filingNumber: Line.optional(),
  filedOn: CalendarDayField.optional(),
  status: z.enum(SERVICE_STATUSES),
  homeUrl: Line.optional(),
  /** 前置审批 or 专项审批, in words. */
  preApproval: Line.optional(),
  /** 公安备案号, normalised. */
  policeNumber: Line.optional(),
  /** 接入商 the service runs at today; none means 空壳 danger. */
  providerIds: z.array(RecordId).max(20),
  /** Imported from a table that had no column of providers: nobody has said yet that there is none. Until the form is saved. */
  isProviderUnknown: z.literal(true).optional(),
  /** 服务负责人. */
  responsibleId: RecordId.optional(),
  /** 主体负责人. */
  entityResponsibleId: RecordId.optional(),
  /** 应急联系人. */
  emergencyId: RecordId.optional(),
  notes: Text.optional(),
  ...SNOOZE_FIELDS,
})
export type Service = z.infer<typeof Service>
