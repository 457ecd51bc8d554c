import {
  ADD_BEFORE_CANCEL,
  CHANGE_DEADLINE,
  CODE_TO_NEW_NUMBER,
  PHONE_IS_A_CREDENTIAL,
} from './change-notes.ts'
import { BUREAU_REVIEW, PROVIDER_REVIEW, SMS_CHECK } from './clock-rules.ts'
import { CHANGE_AT_ONCE, REGISTER_PASSWORD, UPDATE_LEDGER } from './closing.ts'
import type { Guide, Words } from './guide.ts'
import { PORTAL_ADDRESS_NOTE, PRIVACY_NOTE } from './legal.ts'
import { AGENT_ID, LEGAL_REPRESENTATIVE_ID, LICENCE_COPY, RESPONSIBLE_ID } from './materials.ts'
import { PRE_FLIGHT_OF_CHANGE } from './pre-flight.ts'
import { CANCEL_SHELL } from './shell.ts'
import { BAIDU_CLOUD, HUAWEI_CLOUD, PRACTICE, TENCENT_CLOUD, VOLCENGINE } from './sources.ts'

const BY_PAPER: Words = {
  zh: '空壳注销、手机又收不到码时',
  en: 'To cancel a shell whose phone gets no code',
}

export const m: Guide = {
  id: 'm',
  code: 'M',
  kind: 'route',
  title: { zh: '短信核验与变更备案', en: 'SMS check and change of filing' },
  summary: {
    zh: '2020-08-17 起的办法：不找密码，登录接入商提交变更备案，换成能收短信的负责人和手机号。门户没有找回入口、手机或邮箱失效、负责人离职，都走这里。',
    en: 'The way since 2020-08-17: no password is recovered; you log in to the provider and change the filing to a person and phone that receive messages. For a portal without an entry, a dead phone or mailbox, or a person who left.',
  },
  isRetiredByMessages: false,
  preconditions: [
    {
      id: 'provider-known',
      text: {
        zh: '知道备案在哪家接入商、哪个账号下',
        en: 'Provider and account that hold the filing are known',
      },
      fact: 'provider-known',
    },
    {
      id: 'has-provider',
      text: {
        zh: '至少还有一家接入商；一家都没有就是空壳，只能注销重备',
        en: 'At least one access provider is left; with none the filing is a shell, to be cancelled and filed anew',
      },
      fact: 'has-access-provider',
    },
    {
      id: 'no-open-order',
      text: {
        zh: '本主体没有进行中的备案订单（同一时间只能有一个）',
        en: 'No other filing order of the entity is open: one at a time',
      },
    },
  ],
  duration: { unit: 'working-days', from: 2, to: 22 },
  steps: [
    ...PRE_FLIGHT_OF_CHANGE,
    {
      id: 'open-account',
      title: { zh: '登录管着备案的接入商', en: 'Log in to the provider that holds the filing' },
      text: {
        zh: '登录接入商控制台，进“备案管理”，确认这个主体和服务都在这个账号下。',
        en: 'Log in to the provider’s console, open 备案管理 and make sure that entity and service are in this account.',
      },
      question: {
        text: { zh: '情况是哪一种？', en: 'Which is it?' },
        answers: [
          { id: 'open', text: { zh: '能登录，备案在这里', en: 'Logged in, the filing is here' } },
          {
            id: 'account-lost',
            text: {
              zh: '账号登不进去，或备案在别的账号',
              en: 'Account lost, or filing in another',
            },
            to: { guide: 'c' },
          },
          {
            id: 'provider-unknown',
            text: { zh: '不知道是哪家', en: 'Provider unknown' },
            to: { guide: 't6' },
          },
          {
            id: 'no-provider',
            text: { zh: '已经没有接入商（空壳）', en: 'No provider is left (shell)' },
            to: { step: 'cancel-and-refile' },
          },
        ],
      },
      asks: ['person', 'channel'],
      sources: [HUAWEI_CLOUD, VOLCENGINE],
    },
    {
      id: 'who-gets-code',
      title: { zh: '弄清验证码发给谁', en: 'Know who will get the code' },
      text: {
        zh: '首次备案：主体和服务两位负责人（同一号码只发一条）。新增、接入：服务负责人。变更：被改那一部分的负责人。注销主体：主体负责人。注销服务：服务负责人。取消接入：不发。应急联系人从来收不到。先告诉收码的人，约好时间。',
        en: 'First filing: both responsible persons, one message if the phone is the same. New service and access: the service’s. Change: the person whose part changes. Cancelling the entity: the entity’s; a service: the service’s. Cancelling access: nobody. The emergency contact never gets one. Tell the person and agree on a time.',
      },
      caution: {
        zh: '虚拟号段和部分新号段可能收不到工信部短信；2018年的名单有166、198、199、147。',
        en: 'Virtual and some new number segments may not get MIIT’s messages; the list of 2018 has 166, 198, 199, 147.',
      },
      values: [
        'responsible-name',
        'responsible-phone',
        'service-responsible-name',
        'service-responsible-phone',
      ],
      sources: [VOLCENGINE, HUAWEI_CLOUD, TENCENT_CLOUD],
    },
    {
      id: 'submit-change',
      title: { zh: '提交变更备案', en: 'Submit the change' },
      text: {
        zh: '提交变更备案，填新的负责人和手机号。服务负责人本人做真实性核验（人脸、签告知书或承诺书）。变更和新增、接入不能放在同一个订单里。',
        en: 'Submit a change of filing with the new person and phone. The service’s responsible person passes the identity check in person: face, signed notice or commitment. A change cannot share an order with a new service or access.',
      },
      caution: {
        zh: '省份、证件号码和域名不能变更；信用代码变了，走E。',
        en: 'Province, certificate number and domain cannot be changed; if the credit code changed, take E.',
      },
      values: [
        'entity-name',
        'credit-code',
        'subject-filing-number',
        'service-filing-number',
        'responsible-name',
        'responsible-phone',
        'responsible-id-number',
        'service-responsible-name',
        'service-responsible-phone',
        'service-responsible-id-number',
      ],
      startsClocks: ['provider-review'],
      asks: ['person', 'reference', 'evidence'],
      failures: [
        {
          when: { zh: '信用代码变了', en: 'The credit code changed' },
          to: { guide: 'e' },
          sources: [HUAWEI_CLOUD],
        },
        {
          when: {
            zh: '接入商不给提交，或一直退回',
            en: 'The provider refuses or keeps returning it',
          },
          to: { guide: 't4' },
        },
      ],
      sources: [HUAWEI_CLOUD, VOLCENGINE, TENCENT_CLOUD],
    },
    {
      id: 'provider-review',
      title: { zh: '接入商初审通过', en: 'The provider’s review is through' },
      text: {
        zh: '等1–2个工作日，接审核电话。提交管局的当天登记在这里，24小时倒计时从这一步开始。',
        en: 'Wait 1–2 working days and answer the call. Record here the day it goes to the bureau: the 24 hours start with this step.',
      },
      stopsClocks: ['provider-review'],
      startsClocks: ['sms-check'],
      asks: ['channel'],
      sources: [HUAWEI_CLOUD, TENCENT_CLOUD],
    },
    {
      id: 'sms-check',
      title: { zh: '24小时内完成短信核验', en: 'Pass the SMS check within 24 hours' },
      text: {
        zh: '约5分钟内收到12381发来的6位验证码。打开 https://beian.miit.gov.cn 点“短信核验”，填验证码、手机号和身份证后6位。两位负责人都要核验的，两人都要做完。',
        en: 'A six-digit code from 12381 arrives within about five minutes. At https://beian.miit.gov.cn choose 短信核验 and enter the code, the phone and the last six of the ID number. Where two persons are asked, both must do it.',
      },
      caution: {
        zh: '没收到可点重发，系统第二天中午也会自动再发一次。最多错5次，再错订单会被退回（也有说累计5次即退）。',
        en: 'If it does not arrive, have it sent again; the system sends it once more next noon. Five wrong inputs at most: the sixth returns the order (another source: the fifth).',
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
        {
          when: { zh: '身份证后6位对不上', en: 'The last six of the ID do not match' },
          to: { guide: 't2' },
          sources: [VOLCENGINE],
        },
        {
          when: { zh: '超过24小时，订单被退回', en: 'More than 24 hours: the order was returned' },
          to: { step: 'submit-change' },
          sources: [HUAWEI_CLOUD, VOLCENGINE],
        },
      ],
      sources: [HUAWEI_CLOUD, VOLCENGINE],
    },
    CANCEL_SHELL,
    {
      id: 'bureau-review',
      title: { zh: '管局审核通过，登记结果', en: 'The bureau approved: record the outcome' },
      text: {
        zh: '等1–20个工作日。通过后到公共查询核对新信息，截图存证，按“联系方式已变更”登记；只找回了账号，按“账号已找回”。被驳回就按意见改好重交，时限重新计算。',
        en: 'Wait 1–20 working days. Then compare the new data in the public query, keep a screenshot and record “contacts changed”, or “account regained” if that was all. If it is rejected, mend and submit again: the time starts anew.',
      },
      link: 'miit-filing',
      values: ['entity-name', 'subject-filing-number', 'service-filing-number'],
      isOutcome: true,
      stopsClocks: ['bureau-review'],
      asks: ['evidence'],
      failures: [
        {
          when: { zh: '管局驳回', en: 'The bureau rejected it' },
          to: { step: 'submit-change' },
          sources: [HUAWEI_CLOUD, TENCENT_CLOUD],
        },
      ],
      sources: [HUAWEI_CLOUD, TENCENT_CLOUD],
    },
    CHANGE_AT_ONCE,
    {
      ...REGISTER_PASSWORD,
      title: { zh: '换掉旧口令并登记', en: 'Replace the old passwords and register them' },
      text: {
        zh: '没有备案密码了，管住备案的是接入商账号和收码手机。改接入商账号密码，停用离职人员的子账号，换绑定的手机和邮箱；新密码和改的日期登记在凭据里，3个月后轮换。',
        en: 'There is no filing password any more: who holds the provider account and the phone holds the filing. Change the account’s password, disable the sub-accounts of who left, replace bound phone and mailbox; register the new password and its day, rotation after three months.',
      },
      sources: [BAIDU_CLOUD, PRACTICE],
    },
    {
      ...UPDATE_LEDGER,
      text: {
        zh: '把新的负责人、手机号、邮箱写进台账；收码手机登记为接收渠道，写明持机人、卡归谁；公安联网备案的联系人也一并改。',
        en: 'Write the new persons, phones and mailboxes into the ledger; register the phone as a channel with its holder and whose SIM it is; change the contacts of the police filing as well.',
      },
      sources: [PRACTICE],
    },
  ],
  materials: [
    { ...LICENCE_COPY, seal: 'none', form: 'to-hand', sources: [PRACTICE] },
    { ...RESPONSIBLE_ID, form: 'to-hand', sources: [PRACTICE] },
    {
      ...LEGAL_REPRESENTATIVE_ID,
      seal: 'none',
      when: BY_PAPER,
      isRequired: false,
      sources: [TENCENT_CLOUD],
    },
    { ...AGENT_ID, when: BY_PAPER, sources: [TENCENT_CLOUD] },
    {
      id: 'cancellation-statement',
      title: { zh: '《注销声明函》', en: 'Statement of cancelling (注销声明函)' },
      documents: ['application-form', 'statement', 'other'],
      seal: 'seal',
      form: 'copy',
      when: BY_PAPER,
      isRequired: false,
      sources: [TENCENT_CLOUD],
    },
  ],
  clocks: [PROVIDER_REVIEW, SMS_CHECK, BUREAU_REVIEW],
  outcomes: ['contact-changed', 'account-regained'],
  failures: [
    {
      when: { zh: '接入商账号丢了', en: 'The provider account is lost' },
      to: { guide: 'c' },
      sources: [HUAWEI_CLOUD],
    },
    {
      when: { zh: '收不到短信验证码', en: 'No code arrives' },
      to: { guide: 't1' },
      sources: [VOLCENGINE, TENCENT_CLOUD],
    },
  ],
  notes: [
    PORTAL_ADDRESS_NOTE,
    PRIVACY_NOTE,
    CODE_TO_NEW_NUMBER,
    CHANGE_DEADLINE,
    ADD_BEFORE_CANCEL,
    PHONE_IS_A_CREDENTIAL,
  ],
}
