import { CHANGE_AT_ONCE, REGISTER_PASSWORD, UPDATE_LEDGER } from './closing.ts'
import type { Guide } from './guide.ts'
import { FORGERY_WARNING, PRIVACY_NOTE } from './legal.ts'
import {
  AUTHORIZATION,
  DOMAIN_CERTIFICATE,
  LEGAL_REPRESENTATIVE_ID_OFTEN,
  LICENCE_COPY,
  RESPONSIBLE_ID,
  STANDING_AUTHORIZATION,
} from './materials.ts'
import { PRE_FLIGHT } from './pre-flight.ts'
import { ACCOUNT_APPEAL, REGAIN_ACCOUNT, SECURE_ACCOUNT } from './provider-account.ts'
import {
  ALIYUN,
  BAIDU_CLOUD,
  FIND_PASSWORD,
  HUAWEI_CLOUD,
  PASSWORD_GUIDE,
  PRACTICE,
  RECOVERY_STEPS,
} from './sources.ts'
import { NO_PORTAL_ENTRY, TWO_LAYERS } from './warning.ts'

export const c: Guide = {
  id: 'c',
  code: 'C',
  kind: 'route',
  title: { zh: '通过接入商或注册商找回', en: 'Through the access provider or registrar' },
  summary: {
    zh: '知道当初由哪家接入商提交备案，并能登录（或找回）那家的账号。交三样材料，审核1–3个工作日。',
    en: 'You know which provider submitted the filing and can log in to, or recover, the account there. Three papers, review of 1–3 working days.',
  },
  isRetiredByMessages: true,
  duration: { unit: 'working-days', from: 1, to: 3 },
  preconditions: [
    {
      id: 'provider-known',
      text: {
        zh: '知道备案是由哪家接入商提交的',
        en: 'The provider that submitted the filing is known',
      },
      fact: 'provider-known',
    },
    {
      id: 'account-works',
      text: {
        zh: '能登录那家接入商的账号，或有办法找回它',
        en: 'The account there works, or there is a way to recover it',
      },
      fact: 'provider-account-works',
    },
  ],
  steps: [
    ...PRE_FLIGHT,
    {
      id: 'log-in-provider',
      title: { zh: '登录接入商，进“备案管理”', en: 'Log in to the provider, open 备案管理' },
      text: {
        zh: '登录接入商控制台，在“备案管理”里找到这个主体；有的平台直接显示备案密码。看到了就到“登记结果”一步，按“已发送”登记，并立即改掉。',
        en: 'Log in to the provider’s console and find the entity under 备案管理; some platforms show the filing password there. If you see it, go to the outcome, record it as sent and change it at once.',
      },
      question: {
        text: { zh: '情况是哪一种？', en: 'Which is it?' },
        answers: [
          {
            id: 'shown',
            text: { zh: '页面上看到了备案密码', en: 'The password is shown' },
            to: { step: 'receive-password' },
          },
          { id: 'not-shown', text: { zh: '能登录，但没有显示', en: 'Logged in, but not shown' } },
          {
            id: 'account-lost',
            text: { zh: '账号登不进去', en: 'The account cannot be opened' },
          },
        ],
      },
      asks: ['person'],
      sources: [PASSWORD_GUIDE],
    },
    REGAIN_ACCOUNT,
    {
      id: 'own-function',
      title: { zh: '先试平台自己的找回功能', en: 'Try the platform’s own function first' },
      text: {
        zh: '进“域名管理”或“备案管理”，找到域名，点“找回备案密码”，填域名、备案号、证件类型和证件号码。阿里云类平台：打开备案订单，点“忘记密码”。',
        en: 'Under 域名管理 or 备案管理 find the domain, choose 找回备案密码 and enter domain, filing number, kind and number of the certificate. On Aliyun-like platforms: open the filing order and choose 忘记密码.',
      },
      caution: {
        zh: '各家步骤不同，以该平台现行帮助页为准。',
        en: 'Registrars differ; the platform’s present help page counts.',
      },
      values: ['domain', 'subject-filing-number', 'credit-code', 'organization-code'],
      question: {
        text: { zh: '办成了吗？', en: 'Did it work?' },
        answers: [
          {
            id: 'worked',
            text: { zh: '办成了，密码已发送或已重设', en: 'Yes, sent or reset' },
            to: { step: 'receive-password' },
          },
          {
            id: 'account-enough',
            text: {
              zh: '账号已找回，备案密码已经不用了',
              en: 'The account is back, and no filing password is used any more',
            },
            to: { step: 'receive-password' },
          },
          {
            id: 'no-function',
            text: { zh: '没有这个功能，或办不成', en: 'No such function, or it failed' },
          },
        ],
      },
      sources: [RECOVERY_STEPS, PASSWORD_GUIDE],
    },
    {
      id: 'prepare-papers',
      title: { zh: '备好三样材料', en: 'Prepare the three papers' },
      text: {
        zh: '营业执照（或组织机构代码证）、网站负责人身份证正反面、加盖公章的《授权委托书》。名称、证号与备案一致，拍照清晰，四角完整。',
        en: 'Business licence (or organisation code certificate), ID card of the site’s responsible person on both sides, and the letter of authorisation with the company seal. Names and numbers as filed, pictures sharp, all four corners shown.',
      },
      letter: 'authorization',
      asks: ['evidence'],
      sources: [FIND_PASSWORD],
    },
    {
      id: 'open-ticket',
      title: { zh: '提交工单，附材料', en: 'Open a ticket with the papers' },
      text: {
        zh: '在接入商处提工单，写明主体、备案号、域名和“申请重置备案密码”，附三样材料。记下工单号。',
        en: 'Open a ticket that names entity, filing number, domain and “reset of the filing password”, with the three papers. Note the ticket’s number.',
      },
      values: ['entity-name', 'subject-filing-number', 'domain', 'service-responsible-name'],
      startsClocks: ['provider-reset'],
      asks: ['person', 'channel', 'reference'],
      failures: [
        {
          when: {
            zh: '对方说备案密码已取消，重置不了',
            en: 'They say the filing password is abolished and cannot be reset',
          },
          to: { guide: 'm' },
          sources: [BAIDU_CLOUD],
        },
        {
          when: {
            zh: '说材料不全、不清，或推给别人',
            en: 'They call the papers incomplete or unclear, or send you elsewhere',
          },
          to: { guide: 't4' },
          sources: [FIND_PASSWORD],
        },
      ],
      sources: [FIND_PASSWORD],
    },
    {
      id: 'verification-call',
      title: { zh: '接核实电话，等审核', en: 'Answer the verification call, wait for the review' },
      text: {
        zh: '接入商会打电话核实，请接电话的人事先知道主体名称、备案号和负责人。审核1–3个工作日。',
        en: 'The provider calls to verify: let the person who answers know entity, number and responsible person beforehand. The review takes 1–3 working days.',
      },
      asks: ['person', 'channel'],
      failures: [
        {
          when: { zh: '期限过了没有答复，或被拒绝', en: 'No answer in time, or a refusal' },
          to: { guide: 't4' },
          sources: [FIND_PASSWORD],
        },
      ],
      sources: [FIND_PASSWORD],
    },
    {
      id: 'receive-password',
      title: { zh: '收到结果，登记', en: 'Receive the result, record it' },
      text: {
        zh: '技术人员重置后，密码以加密邮件或短信发给主体负责人，按“已发送”登记；自己在平台上设的，按“已自行重设”；只找回了账号，按“账号已找回”。',
        en: 'After the reset the password comes to the responsible person by encrypted mail or SMS: record it as sent. If you set it at the platform, as reset by yourself; if only the account came back, as account regained.',
      },
      isOutcome: true,
      stopsClocks: ['provider-reset', 'account-appeal'],
      asks: ['person', 'channel', 'evidence'],
      failures: [
        {
          when: { zh: '说是已发送，却没收到', en: 'It is said to be sent, but did not arrive' },
          to: { guide: 't0' },
          sources: [PASSWORD_GUIDE],
        },
        {
          when: { zh: '发来的密码已过期', en: 'The sent password has ended' },
          to: { step: 'own-function' },
          sources: [RECOVERY_STEPS],
        },
      ],
      sources: [FIND_PASSWORD],
    },
    CHANGE_AT_ONCE,
    SECURE_ACCOUNT,
    REGISTER_PASSWORD,
    UPDATE_LEDGER,
  ],
  materials: [
    LICENCE_COPY,
    RESPONSIBLE_ID,
    AUTHORIZATION,
    DOMAIN_CERTIFICATE,
    LEGAL_REPRESENTATIVE_ID_OFTEN,
    STANDING_AUTHORIZATION,
  ],
  clocks: [
    {
      id: 'provider-reset',
      title: { zh: '接入商审核', en: 'Provider’s review' },
      unit: 'working-days',
      from: 1,
      to: 3,
      party: 'them',
      isOverridable: true,
      onOverdue: {
        zh: '打客服电话催办并记入沟通记录；仍推诿，走T4。',
        en: 'Call and log it; if they still put you off, take T4.',
      },
      sources: [FIND_PASSWORD],
    },
    ACCOUNT_APPEAL,
  ],
  outcomes: ['sent', 'reset-by-user', 'account-regained', 'contact-changed'],
  failures: [
    NO_PORTAL_ENTRY,
    {
      when: {
        zh: '材料不全不清，或接入商推诿',
        en: 'Papers refused, or the provider puts you off',
      },
      to: { guide: 't4' },
      sources: [FIND_PASSWORD],
    },
    {
      when: { zh: '接入商已停业', en: 'The provider has closed down' },
      to: { guide: 'b' },
      sources: [PRACTICE],
    },
    {
      when: {
        zh: '接入商已停业，想换一家做接入备案',
        en: 'The provider has closed down, and access is to be filed at another',
      },
      to: { guide: 'm' },
      sources: [PRACTICE],
    },
    {
      when: { zh: '不知道是哪家提交的', en: 'Nobody knows which firm submitted it' },
      to: { guide: 't6' },
      sources: [PASSWORD_GUIDE],
    },
  ],
  notes: [
    FORGERY_WARNING,
    PRIVACY_NOTE,
    TWO_LAYERS,
    {
      id: 'what-providers-do-today',
      tone: 'note',
      text: {
        zh: '备案密码取消后，接入商没有管局密码可重置，现在能办的是：找回或归还账号、在账号之间转移备案、提交变更备案改联系人（M）。',
        en: 'With the filing password gone a provider has no bureau password left to reset. What it can do today: return the account, move the filing between accounts, submit a change of contacts (M).',
      },
      sources: [BAIDU_CLOUD, ALIYUN, HUAWEI_CLOUD],
    },
    {
      id: 'registrar-or-provider',
      tone: 'note',
      text: {
        zh: '注册商和接入商可能是两家。提交备案的是接入商；分不清时，问“这个备案是不是在你们平台提交的”。',
        en: 'Registrar and access provider may be two firms. The provider submits filings; when in doubt ask “was this filing submitted on your platform?”.',
      },
      sources: [PASSWORD_GUIDE, FIND_PASSWORD],
    },
  ],
}
