import type { Guide } from './guide.ts'
import { PRE_FLIGHT } from './pre-flight.ts'
import {
  FIND_ENTRY_STEPS,
  RESET_STEPS,
  SELF_SERVICE_FAILURES,
  SELF_SERVICE_MATERIALS,
  SELF_SERVICE_NOTES,
} from './self-service.ts'
import { FIND_PASSWORD, PASSWORD_GUIDE, RECOVERY_STEPS, WEB_ARTICLES } from './sources.ts'

export const a1: Guide = {
  id: 'a1',
  code: 'A1',
  kind: 'route',
  title: { zh: '工信部自助找回：验证已备案域名', en: 'MIIT self-service: by a filed domain' },
  summary: {
    zh: '登记的手机或邮箱还能收信息，证件号码清楚，域名属于本主体。不用盖章，几分钟办完。',
    en: 'The filed phone or mailbox still works, the certificate number is known and the domain belongs to the entity. No seal, a few minutes.',
  },
  isRetiredByMessages: true,
  preconditions: [
    {
      id: 'channel-works',
      text: {
        zh: '备案登记的手机号能用（收验证码）；只剩邮箱能用，可改走A2',
        en: 'The filed phone works, for the code; if only the mailbox does, take A2',
      },
      fact: 'phone-works',
    },
    {
      id: 'certificate-known',
      text: {
        zh: '知道备案登记的证件类型和证件号码',
        en: 'Filed certificate’s kind and number are known',
      },
      fact: 'certificate-known',
    },
    {
      id: 'domain-known',
      text: { zh: '有一个属于本主体的已备案域名', en: 'There is a filed domain of this entity' },
      fact: 'domain-known',
    },
  ],
  steps: [
    ...PRE_FLIGHT,
    ...FIND_ENTRY_STEPS,
    {
      id: 'choose-domain',
      title: { zh: '选“已备案域名验证”', en: 'Choose 已备案域名验证' },
      text: {
        zh: '验证方式选“已备案域名验证”。没有这一项，按页面现有的表单填，下一步列出了各版本要填的内容。',
        en: 'Choose 已备案域名验证 (by a filed domain). If it is not offered, fill in the form that is: the next step lists what the versions ask.',
      },
      failures: [
        {
          when: { zh: '只提供手机或邮箱验证', en: 'Only phone or mailbox is offered' },
          to: { guide: 'a2' },
          sources: [FIND_PASSWORD],
        },
      ],
      sources: [FIND_PASSWORD],
    },
    {
      id: 'enter-data',
      title: { zh: '填域名和图形验证码', en: 'Enter the domain and the graphic code' },
      text: {
        zh: '填已备案域名和图形验证码。有的版本还要备案号、证件类型、证件号码，或备案号加手机号。逐项用下面的值粘贴，核对无误再提交。',
        en: 'Enter the filed domain and the graphic code. Some versions also ask filing number, kind and number of the certificate, or number and phone. Paste each from below, and compare before you submit.',
      },
      caution: {
        zh: '有的表单备案号只填“-”之前的数字部分。',
        en: 'Some forms want only the digits before the “-” of the filing number.',
      },
      link: 'miit-filing',
      values: [
        'domain',
        'subject-filing-number',
        'subject-filing-digits',
        'credit-code',
        'organization-code',
        'responsible-phone',
      ],
      failures: [
        {
          when: { zh: '提示信息不匹配', en: 'It says the data do not match' },
          to: { guide: 't2' },
          sources: [FIND_PASSWORD],
        },
      ],
      sources: [FIND_PASSWORD, RECOVERY_STEPS, PASSWORD_GUIDE, WEB_ARTICLES],
    },
    {
      id: 'enter-code',
      title: { zh: '输入验证码', en: 'Enter the code' },
      text: {
        zh: '验证码发到备案时留的手机。请持机人当面读出或自己输入，不要转发给别人。',
        en: 'The code goes to the phone left at filing. Have its holder read it out in person or type it; do not forward it.',
      },
      asks: ['person'],
      failures: [
        {
          when: { zh: '收不到验证码', en: 'No code arrives' },
          to: { guide: 't1' },
          sources: [FIND_PASSWORD],
        },
      ],
      sources: [FIND_PASSWORD],
    },
    ...RESET_STEPS,
  ],
  materials: SELF_SERVICE_MATERIALS,
  clocks: [],
  outcomes: ['reset-by-user', 'sent'],
  failures: SELF_SERVICE_FAILURES,
  notes: SELF_SERVICE_NOTES,
}
