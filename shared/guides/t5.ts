import type { Guide } from './guide.ts'
import { PRIVACY_NOTE } from './legal.ts'
import { PASSWORD_GUIDE, RECOVERY_STEPS } from './sources.ts'
import { NO_PORTAL_ENTRY, TWO_LAYERS } from './warning.ts'

export const t5: Guide = {
  id: 't5',
  code: 'T5',
  kind: 'trouble',
  title: { zh: '忘记密码：各平台要填什么', en: 'Forgotten: what each platform asks' },
  summary: {
    zh: '先认准平台，再备齐它要的信息：工信部要备案号和手机号；管局平台要备案号、联系人姓名和身份证号；注册商、接入商用它自己的找回功能；其他找客服。',
    en: 'Tell the platform first, then have ready what it asks. MIIT: filing number and phone. A bureau’s platform: filing number, contact’s name and ID number. Registrar or provider: its own function. Anything else: customer service.',
  },
  isRetiredByMessages: true,
  preconditions: [],
  steps: [
    {
      id: 'which-platform',
      title: { zh: '忘的是哪个平台的密码？', en: 'Which platform’s password is it?' },
      text: {
        zh: '看平时登录的网址、凭据里写的平台、最近的备案短信和邮件。',
        en: 'Look at the address you log in to, the platform named in the credential, and the latest messages and mail about the filing.',
      },
      values: [
        'subject-filing-number',
        'responsible-phone',
        'responsible-name',
        'responsible-id-number',
        'domain',
        'credit-code',
      ],
      question: {
        text: { zh: '是哪个平台？', en: 'Which one?' },
        answers: [
          {
            id: 'miit-domain',
            text: { zh: '工信部备案系统（备案号、手机号）', en: 'MIIT (number and phone)' },
            to: { guide: 'a1' },
          },
          {
            id: 'miit-channel',
            text: {
              zh: '工信部备案系统（负责人身份加手机或邮箱）',
              en: 'MIIT (responsible person and phone or mailbox)',
            },
            to: { guide: 'a2' },
          },
          {
            id: 'bureau',
            text: {
              zh: '省管局平台（备案号、联系人姓名、身份证号）',
              en: 'A bureau’s platform (number, contact’s name, ID number)',
            },
            to: { guide: 'b' },
          },
          {
            id: 'provider',
            text: {
              zh: '注册商或接入商（它的找回功能）',
              en: 'Registrar or provider (its function)',
            },
            to: { guide: 'c' },
          },
          {
            id: 'agency',
            text: { zh: '代理机构代管', en: 'Kept by an agency' },
            to: { guide: 'd' },
          },
          { id: 'other', text: { zh: '其他平台', en: 'Another platform' } },
          {
            id: 'unknown',
            text: { zh: '不知道', en: 'Not known' },
            to: { guide: 't6' },
          },
        ],
      },
      sources: [PASSWORD_GUIDE],
    },
    {
      id: 'call-support',
      title: { zh: '找该平台的客服', en: 'Ask that platform’s customer service' },
      text: {
        zh: '从该平台官网查客服电话，说明主体和备案号，按要求提供材料，记入沟通记录。',
        en: 'Take the phone from the platform’s own site, name entity and filing number, give what they ask, and log it.',
      },
      onlyIf: { step: 'which-platform', answers: ['other'] },
      asks: ['person', 'channel', 'reference'],
      question: {
        text: { zh: '结果怎样？', en: 'How did it go?' },
        answers: [
          { id: 'solved', text: { zh: '解决了', en: 'Solved' }, to: { end: 'solved' } },
          {
            id: 'refused',
            text: { zh: '不给办', en: 'They refuse' },
            to: { guide: 't4' },
          },
        ],
      },
      sources: [PASSWORD_GUIDE, RECOVERY_STEPS],
    },
  ],
  materials: [],
  clocks: [],
  outcomes: [],
  failures: [NO_PORTAL_ENTRY],
  notes: [TWO_LAYERS, PRIVACY_NOTE],
}
