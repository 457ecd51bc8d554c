import { z } from 'zod'

/** What may ask for two persons: 导出, 打印密码与证件号码, 移除保管人. */
export const TWO_PERSON_ACTS = ['export', 'print-secrets', 'remove-custodian'] as const
export type TwoPersonAct = (typeof TWO_PERSON_ACTS)[number]

/** 公司规则: at most one record a vault. */
export const CompanyRule = z.strictObject({
  twoPersonActs: z.array(z.enum(TWO_PERSON_ACTS)).max(TWO_PERSON_ACTS.length),
})
export type CompanyRule = z.infer<typeof CompanyRule>
