import { BUREAU_REVIEW, PROVIDER_REVIEW, SMS_CHECK } from './clock-rules.ts'
import type { ClockRule, Step } from './guide.ts'
import { HUAWEI_CLOUD, TENCENT_CLOUD, VOLCENGINE } from './sources.ts'

/** The clocks of a filing order; `provider-review` starts in the step that submits it. */
export const ORDER_CLOCKS: readonly ClockRule[] = [PROVIDER_REVIEW, SMS_CHECK, BUREAU_REVIEW]

/** From the provider's review to the bureau's approval, only where an order was submitted. */
export function orderSteps(onlyIf: NonNullable<Step['onlyIf']>): Step[] {
  return ORDER_STEPS.map((step) => ({ ...step, onlyIf }))
}

const ORDER_STEPS: readonly Step[] = [
  {
    id: 'order-at-bureau',
    title: { zh: '订单已提交管局', en: 'The order is at the bureau' },
    text: {
      zh: '接入商初审1–2个工作日，接审核电话。提交管局的当天登记在这里，24小时倒计时从这一步开始。',
      en: 'The provider’s review takes 1–2 working days; answer the call. Record the day it goes to the bureau: the 24 hours start here.',
    },
    stopsClocks: ['provider-review'],
    startsClocks: ['sms-check'],
    asks: ['reference'],
    failures: [
      {
        when: { zh: '接入商退回、推诿', en: 'The provider returns it or puts you off' },
        to: { guide: 't4' },
      },
    ],
    sources: [HUAWEI_CLOUD, TENCENT_CLOUD],
  },
  {
    id: 'order-sms-check',
    title: { zh: '24小时内完成短信核验', en: 'Pass the SMS check within 24 hours' },
    text: {
      zh: '收到12381的6位验证码后，在 https://beian.miit.gov.cn 点“短信核验”，填验证码、手机号和身份证后6位。要两位负责人核验的，两人都做完。',
      en: 'With the six-digit code from 12381 choose 短信核验 at https://beian.miit.gov.cn and enter code, phone and the last six of the ID. Where two persons are asked, both must do it.',
    },
    caution: {
      zh: '最多错5次；没收到可点重发，系统第二天中午会再发一次。',
      en: 'Five wrong inputs at most; have it sent again if it does not come, the system does so next noon.',
    },
    link: 'miit-filing',
    values: [
      'responsible-phone',
      'responsible-id-last6',
      'service-responsible-phone',
      'service-responsible-id-last6',
    ],
    stopsClocks: ['sms-check'],
    startsClocks: ['bureau-review'],
    asks: ['person'],
    failures: [
      {
        when: { zh: '收不到验证码', en: 'No code arrives' },
        to: { guide: 't1' },
        sources: [VOLCENGINE, TENCENT_CLOUD],
      },
    ],
    sources: [HUAWEI_CLOUD, VOLCENGINE],
  },
  {
    id: 'order-approved',
    title: { zh: '管局审核通过', en: 'The bureau approved' },
    text: {
      zh: '等1–20个工作日。到公共查询核对，截图存证，把新的备案号和信息写进台账。被驳回就改好重交，时限重新计算。',
      en: 'Wait 1–20 working days. Compare in the public query, keep a screenshot and write the new number and data into the ledger. A rejected order is mended and submitted again; the time starts anew.',
    },
    link: 'miit-filing',
    values: ['entity-name', 'subject-filing-number', 'service-filing-number'],
    stopsClocks: ['bureau-review'],
    asks: ['evidence'],
    sources: [HUAWEI_CLOUD, TENCENT_CLOUD],
  },
]
