import type { TriageQuestion } from './triage-rule.ts'

const YES_NO = {
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '不是', en: 'No' },
  unknown: { zh: '不清楚', en: 'Not sure' },
} as const

const WORKS = {
  yes: { zh: '能用', en: 'It works' },
  no: { zh: '用不了', en: 'It does not' },
  unknown: { zh: '没试过', en: 'Not tried' },
} as const

const KNOWN = {
  yes: { zh: '知道', en: 'Known' },
  no: { zh: '不知道', en: 'Not known' },
  unknown: { zh: '要再查', en: 'To be found out' },
} as const

/** Asked in this order, and only where the ledger does not know. */
export const TRIAGE_QUESTIONS: readonly TriageQuestion[] = [
  {
    id: 'domain-filed',
    text: {
      zh: '这个域名在工信部公共查询里查得到备案吗？',
      en: 'Does MIIT’s public query show a filing?',
    },
    answers: {
      yes: { zh: '查得到', en: 'Yes' },
      no: { zh: '查不到', en: 'No' },
      unknown: { zh: '还没查', en: 'Not looked yet' },
    },
    why: {
      zh: '没有备案就没有密码可找，应先办首次备案。',
      en: 'Without a filing there is nothing to recover: file first.',
    },
  },
  {
    id: 'entity-changed',
    text: {
      zh: '备案以后，主体变了吗（注销、合并、转让，或换了统一社会信用代码）？',
      en: 'Has the entity changed since: dissolved, merged, sold, or another credit code?',
    },
    answers: {
      yes: { zh: '变了', en: 'It has' },
      no: { zh: '没变', en: 'It has not' },
      unknown: { zh: '不清楚', en: 'Not sure' },
    },
    why: {
      zh: '主体变了，先办完过户或变更，再谈密码。',
      en: 'With another entity the transfer is finished first, the password comes after.',
    },
  },
  {
    id: 'other-province',
    text: {
      zh: '备案号的省份和你们现在所在的省不同吗？',
      en: 'Is the number’s province another than the one you are in now?',
    },
    answers: {
      yes: { zh: '不同', en: 'Another' },
      no: { zh: '相同', en: 'The same' },
      unknown: { zh: '不清楚', en: 'Not sure' },
    },
    why: {
      zh: '找备案所在省的管局，不是本地的。',
      en: 'The filing’s bureau is in charge, not yours.',
    },
  },
  {
    id: 'filed-before-2009',
    text: {
      zh: '是2009年1月1日以前备的案吗（备案号前两位小于09）？',
      en: 'Was it filed before 1 January 2009 (two-digit year below 09)?',
    },
    answers: YES_NO,
    why: {
      zh: '那时不强制设密码，要找历史档案，或向管局申请生成。',
      en: 'A password was not mandatory then: look for the archive, or ask the bureau to make one.',
    },
  },
  {
    id: 'portal-has-entry',
    text: {
      zh: 'beian.miit.gov.cn 的登录页上有“忘记密码”或“找回备案密码”吗？',
      en: 'Does beian.miit.gov.cn show 忘记密码 or 找回备案密码 on its login page?',
    },
    answers: {
      yes: { zh: '有', en: 'Yes' },
      no: { zh: '没有', en: 'No' },
      unknown: { zh: '还没看', en: 'Not looked yet' },
    },
    why: {
      zh: '2020-08-17 起改用短信核验；没有入口就走变更备案（M），不必再找密码。',
      en: 'Since 2020-08-17 SMS is used instead; without an entry change the filing (M), and no password is needed.',
    },
  },
  {
    id: 'phone-works',
    text: {
      zh: '备案登记的手机号还能收短信吗？卡在谁手里？',
      en: 'Does the filed phone still get messages, and who holds the SIM?',
    },
    answers: WORKS,
    why: {
      zh: '自助找回和短信核验都靠它；用不了先改联系方式。',
      en: 'Self-service and the SMS check depend on it; if it is dead, the contacts are changed first.',
    },
  },
  {
    id: 'mailbox-works',
    text: { zh: '备案登记的邮箱还能登录吗？', en: 'Can you still open the filed mailbox?' },
    answers: WORKS,
    why: {
      zh: '手机用不了时，可用邮箱验证；旧密码也可能在里面。',
      en: 'It can stand in for the phone, and may hold the old password.',
    },
  },
  {
    id: 'provider-known',
    text: {
      zh: '知道备案当初是在哪家接入商提交的吗？',
      en: 'Do you know which provider submitted the filing?',
    },
    answers: KNOWN,
    why: {
      zh: '找回和变更都要在提交备案的那家办。',
      en: 'Recovery and changes go through the firm that submitted it.',
    },
  },
  {
    id: 'provider-account-works',
    text: { zh: '那家接入商的账号还能登录吗？', en: 'Can you still log in to the account there?' },
    answers: WORKS,
    why: {
      zh: '能登录就能提工单、提交变更；不能，先找回账号。',
      en: 'With it you open tickets and submit changes; without it, the account is recovered first.',
    },
  },
  {
    id: 'has-access-provider',
    text: { zh: '网站现在还有接入商吗？', en: 'Does the site still have an access provider?' },
    answers: {
      yes: { zh: '有', en: 'Yes' },
      no: { zh: '一家都没有', en: 'None' },
      unknown: { zh: '不清楚', en: 'Not sure' },
    },
    why: {
      zh: '没有接入商是空壳，变更不了，还会被清理。',
      en: 'Without one the filing is a shell: it cannot be changed and will be deleted.',
    },
  },
  {
    id: 'filed-by-agency',
    text: { zh: '备案是委托代理机构办的吗？', en: 'Did an agency file it for you?' },
    answers: YES_NO,
    why: {
      zh: '密码、账号、登记的手机可能都在它手里。',
      en: 'It may hold the password, the account and the filed phone.',
    },
  },
  {
    id: 'bureau-platform',
    text: {
      zh: '丢的是省管局自建平台的密码吗？',
      en: 'Is it the password of the provincial bureau’s own platform?',
    },
    answers: YES_NO,
    why: {
      zh: '自建平台有自己的“忘记密码”，找该省管局。',
      en: 'Such a platform has its own recovery; that bureau is in charge.',
    },
  },
  {
    id: 'initial-password-missing',
    text: {
      zh: '是刚备案，初始密码一直没收到吗？',
      en: 'Is the filing new, and the first password never came?',
    },
    answers: YES_NO,
    why: {
      zh: '先查联系方式、运营商和垃圾箱；2020年后不再发初始密码。',
      en: 'Look at contacts, carrier and spam first; since 2020 none is sent.',
    },
  },
  {
    id: 'responsible-identity-known',
    text: {
      zh: '知道主体负责人备案时用的姓名和身份证号吗？',
      en: 'Are the responsible person’s filed name and ID number known?',
    },
    answers: KNOWN,
    why: { zh: 'A2验证要用，一个字都不能差。', en: 'A2 asks for them, to the character.' },
  },
  {
    id: 'certificate-known',
    text: {
      zh: '知道备案登记的证件类型和号码吗？',
      en: 'Are kind and number of the filed certificate known?',
    },
    answers: KNOWN,
    why: {
      zh: '老备案登记的可能是组织机构代码，不是信用代码。',
      en: 'Old filings may hold an organisation code instead of a credit code.',
    },
  },
  {
    id: 'filing-number-known',
    text: { zh: '知道备案号吗？', en: 'Is the filing number known?' },
    answers: KNOWN,
    why: {
      zh: '号码开头的省份定管局；各平台也要填。',
      en: 'Its first character tells the bureau, and every platform asks for it.',
    },
  },
  {
    id: 'domain-known',
    text: { zh: '知道备案的是哪个域名吗？', en: 'Is the filed domain known?' },
    answers: KNOWN,
    why: { zh: 'A1用已备案域名验证。', en: 'A1 verifies by a filed domain.' },
  },
  {
    id: 'standing-authorization',
    text: {
      zh: '有预先签好、还有效的《密码找回授权书》吗？',
      en: 'Is there a standing authorisation, signed and still valid?',
    },
    answers: {
      yes: { zh: '有', en: 'Yes' },
      no: { zh: '没有', en: 'No' },
      unknown: { zh: '不清楚', en: 'Not sure' },
    },
    why: {
      zh: '走管局或接入商时可作佐证，省得临时找人签字。',
      en: 'It supports the request, and spares a signature in a hurry.',
    },
  },
]
