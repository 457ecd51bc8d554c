import type { Guide } from './guide.ts'
import { PRE_FLIGHT } from './pre-flight.ts'
import {
  FIND_ENTRY_STEPS,
  RESET_STEPS,
  SELF_SERVICE_FAILURES,
  SELF_SERVICE_MATERIALS,
  SELF_SERVICE_NOTES,
} from './self-service.ts'
import { FIND_PASSWORD, PASSWORD_GUIDE, RECOVERY_STEPS } from './sources.ts'

export const a2: Guide = {
  id: 'a2',
  code: 'A2',
  kind: 'route',
  title: { zh: '工信部自助找回：验证手机或邮箱', en: 'MIIT self-service: by phone or mailbox' },
  summary: {
    zh: '知道主体负责人的姓名和身份证号（与备案一致），并且能用登记的手机或邮箱收码。不用盖章，几分钟办完。',
    en: 'You know the entity’s responsible person’s name and ID number exactly as filed, and control the filed phone or mailbox. No seal, a few minutes.',
  },
  isRetiredByMessages: true,
  preconditions: [
    {
      id: 'identity-known',
      text: {
        zh: '知道主体负责人的姓名和身份证号，与备案登记完全一致',
        en: 'Name and ID number of the entity’s responsible person are known exactly as filed',
      },
      fact: 'responsible-identity-known',
    },
    {
      id: 'phone-works',
      text: {
        zh: '登记的手机能用，或登记的邮箱能用',
        en: 'The filed phone works, or the mailbox does',
      },
    },
  ],
  steps: [
    ...PRE_FLIGHT,
    ...FIND_ENTRY_STEPS,
    {
      id: 'choose-channel',
      title: { zh: '选“手机/邮箱验证”', en: 'Choose 手机/邮箱验证' },
      text: {
        zh: '验证方式选“手机/邮箱验证”。手机和邮箱都能用时选手机，到得快。',
        en: 'Choose 手机/邮箱验证 (by phone or mailbox). Where both work, the phone is quicker.',
      },
      sources: [FIND_PASSWORD],
    },
    {
      id: 'enter-data',
      title: { zh: '填负责人身份信息', en: 'Enter the responsible person’s data' },
      text: {
        zh: '填主体负责人的身份证号、姓名和登记的手机号或邮箱。用下面的值粘贴，核对无误再提交。',
        en: 'Enter ID number and name of the entity’s responsible person and the filed phone or mailbox. Paste from below, and compare before you submit.',
      },
      link: 'miit-filing',
      values: [
        'responsible-id-number',
        'responsible-name',
        'responsible-phone',
        'responsible-email',
        'subject-filing-number',
      ],
      failures: [
        {
          when: { zh: '提示信息不匹配', en: 'It says the data do not match' },
          to: { guide: 't2' },
          sources: [FIND_PASSWORD],
        },
      ],
      sources: [FIND_PASSWORD],
    },
    {
      id: 'enter-code',
      title: { zh: '收验证码并输入', en: 'Receive the code and enter it' },
      text: {
        zh: '到手机短信或邮箱里取验证码。邮箱里没有，先看垃圾箱，再把发件人加入白名单后重发。',
        en: 'Fetch the code from the phone or the mailbox. If the mail is not there, look among the spam, put the sender on the white list and have it sent again.',
      },
      asks: ['person', 'channel'],
      failures: [
        {
          when: { zh: '收不到验证码', en: 'No code arrives' },
          to: { guide: 't1' },
          sources: [FIND_PASSWORD],
        },
      ],
      sources: [FIND_PASSWORD, RECOVERY_STEPS, PASSWORD_GUIDE],
    },
    ...RESET_STEPS,
  ],
  materials: SELF_SERVICE_MATERIALS,
  clocks: [],
  outcomes: ['reset-by-user', 'sent'],
  failures: SELF_SERVICE_FAILURES,
  notes: SELF_SERVICE_NOTES,
}
