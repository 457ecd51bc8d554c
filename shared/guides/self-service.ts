import { CHANGE_AT_ONCE, REGISTER_PASSWORD, UPDATE_LEDGER } from './closing.ts'
import type { Branch, GuideNote, MaterialNeed, Step } from './guide.ts'
import { PORTAL_ADDRESS_NOTE, PRIVACY_NOTE } from './legal.ts'
import {
  FIND_PASSWORD,
  PASSWORD_GUIDE,
  RECOVERY_STEPS,
  TENCENT_CLOUD,
  WEB_ARTICLES,
} from './sources.ts'
import { ENTRY_NOT_CONFIRMED, NO_PORTAL_ENTRY, TWO_LAYERS } from './warning.ts'

/* What A1 and A2, the two self-service ways at MIIT's portal, have in common. */

export const FIND_ENTRY_STEPS: readonly Step[] = [
  {
    id: 'open-portal',
    title: { zh: '打开备案系统', en: 'Open the filing system' },
    text: {
      zh: '自己输入网址或用收藏夹打开 https://beian.miit.gov.cn，核对地址栏。',
      en: 'Open https://beian.miit.gov.cn by typing it or from a bookmark, and look at the address bar.',
    },
    caution: {
      zh: '搜索结果和短信里的链接可能是仿冒网站。',
      en: 'Links in search results and messages may lead to a forged site.',
    },
    link: 'miit-filing',
    sources: [FIND_PASSWORD, RECOVERY_STEPS],
  },
  {
    id: 'find-entry',
    title: { zh: '点“忘记密码”', en: 'Choose 忘记密码' },
    text: {
      zh: '登录页上找“忘记密码”；有的版本在首页或右下角，叫“找回备案密码”。要选省份时，选主体备案所在省。',
      en: 'Look for 忘记密码 on the login page; some versions have 找回备案密码 on the home page or at the bottom right. Where a province is asked, choose the one the entity filed in.',
    },
    question: {
      text: { zh: '找到入口了吗？', en: 'Did you find the entry?' },
      answers: [
        { id: 'found', text: { zh: '找到了', en: 'Yes' } },
        {
          id: 'missing',
          text: { zh: '没有这个入口', en: 'There is none' },
          to: { guide: 'm' },
        },
      ],
    },
    asks: ['evidence'],
    failures: [NO_PORTAL_ENTRY],
    sources: [FIND_PASSWORD, PASSWORD_GUIDE, RECOVERY_STEPS, TENCENT_CLOUD],
  },
]

export const RESET_STEPS: readonly Step[] = [
  {
    id: 'set-password',
    title: { zh: '设置新密码，或等密码发来', en: 'Set a new password, or wait for the one sent' },
    text: {
      zh: '页面让你设新密码：8–20位，大写字母、小写字母、数字、特殊字符四类都要有，不含生日和手机号。系统改为发送密码的，到登记的手机或邮箱里收。按实际情况登记结果。',
      en: 'If the page lets you set one: 8–20 characters, with upper case, lower case, digits and special characters, without birthday or phone. If the system sends one, fetch it from the filed phone or mailbox. Record which of the two it was.',
    },
    isOutcome: true,
    asks: ['person', 'channel'],
    failures: [
      {
        when: { zh: '发来的密码已过期', en: 'The sent password has ended' },
        to: { step: 'open-portal' },
        sources: [RECOVERY_STEPS],
      },
      {
        when: { zh: '说是已发送，却没收到', en: 'It is said to be sent, but did not arrive' },
        to: { guide: 't0' },
        sources: [PASSWORD_GUIDE],
      },
    ],
    sources: [FIND_PASSWORD, RECOVERY_STEPS, PASSWORD_GUIDE],
  },
  CHANGE_AT_ONCE,
  {
    id: 'log-in',
    title: { zh: '用新密码登录一次', en: 'Log in once with the new password' },
    text: {
      zh: '退出后重新登录，确认新密码有效。登录不了不要反复试，先看T3。',
      en: 'Log out and in again to see that it works. If it does not, do not keep trying: see T3.',
    },
    link: 'miit-filing',
    failures: [
      {
        when: { zh: '登录不了', en: 'Login fails' },
        to: { guide: 't3' },
        sources: [FIND_PASSWORD],
      },
    ],
    sources: [FIND_PASSWORD],
  },
  REGISTER_PASSWORD,
  UPDATE_LEDGER,
]

export const SELF_SERVICE_FAILURES: readonly Branch[] = [
  NO_PORTAL_ENTRY,
  {
    when: { zh: '收不到验证码', en: 'No code arrives' },
    to: { guide: 't1' },
    sources: [FIND_PASSWORD],
  },
  {
    when: { zh: '提示身份信息不匹配', en: 'The identity is said not to match' },
    to: { guide: 't2' },
    sources: [FIND_PASSWORD],
  },
  {
    when: { zh: '重置后仍无法登录', en: 'Login still fails after the reset' },
    to: { guide: 't3' },
    sources: [FIND_PASSWORD],
  },
  {
    when: {
      zh: '登记的手机和邮箱都用不了了，接入商还在',
      en: 'Filed phone and mailbox are both dead, and there is an access provider',
    },
    to: { guide: 'c' },
    sources: [FIND_PASSWORD],
  },
  {
    when: {
      zh: '登记的手机和邮箱都用不了了，接入商也办不了',
      en: 'Filed phone and mailbox are both dead, and no provider can help',
    },
    to: { guide: 'b' },
    sources: [FIND_PASSWORD],
  },
]

export const SELF_SERVICE_NOTES: readonly GuideNote[] = [
  PORTAL_ADDRESS_NOTE,
  PRIVACY_NOTE,
  TWO_LAYERS,
  {
    id: 'guangdong-online-only',
    tone: 'note',
    text: { zh: '广东只受理在线找回。', en: 'Guangdong takes online recovery only.' },
    provinces: ['粤'],
    sources: [TENCENT_CLOUD],
  },
  {
    id: 'test-by-changing',
    tone: 'note',
    text: {
      zh: '想知道手里的密码对不对：用“修改备案密码”填备案号、旧密码、新密码，能改就说明旧密码有效。只试一次。',
      en: 'To find out whether a stored password is right, use 修改备案密码 with number, old and new password: if it can be changed, the old one was right. Try once only.',
    },
    sources: [TENCENT_CLOUD],
  },
  {
    id: 'too-many-tries',
    tone: 'warning',
    text: {
      zh: '提示“校验超过次数”（旧代码22）就停手，不要再猜。',
      en: 'When it says there were too many checks (old code 22), stop: do not guess on.',
    },
    sources: [TENCENT_CLOUD],
  },
  {
    id: 'delivery-lags',
    tone: 'note',
    text: {
      zh: '通常几分钟就能收到，也有延迟的时候；等一等再要求重发。',
      en: 'It usually arrives within minutes, but may lag; wait a while before asking for another.',
    },
    sources: [TENCENT_CLOUD, WEB_ARTICLES],
  },
  ENTRY_NOT_CONFIRMED,
]

/** Nothing is handed in and nothing stamped; the numbers have to be known. */
export const SELF_SERVICE_MATERIALS: readonly MaterialNeed[] = [
  {
    id: 'domain-certificate',
    title: { zh: '域名证书', en: 'Domain certificate' },
    documents: ['domain-certificate'],
    seal: 'none',
    form: 'to-hand',
    isRequired: true,
    sources: [RECOVERY_STEPS],
  },
  {
    id: 'licence',
    title: {
      zh: '营业执照或组织机构代码证',
      en: 'Business licence or organisation code certificate',
    },
    documents: ['business-licence', 'organization-code-certificate', 'other-subject-certificate'],
    seal: 'none',
    form: 'numbers-only',
    isRequired: true,
    sources: [RECOVERY_STEPS, PASSWORD_GUIDE],
  },
  {
    id: 'responsible-id',
    title: { zh: '网站负责人身份证', en: 'ID card of the site’s responsible person' },
    documents: ['id-card'],
    isBothSides: true,
    seal: 'none',
    form: 'numbers-only',
    isRequired: true,
    sources: [RECOVERY_STEPS, FIND_PASSWORD],
  },
]
