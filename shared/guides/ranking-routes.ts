import { NOT_FILED } from './ranking-conditions.ts'
import type { Condition, RankingRule, Requirement } from './triage-rule.ts'

const NO_ENTRY: Condition = {
  fact: 'portal-has-entry',
  is: ['no'],
  why: {
    zh: '门户没有找回入口，这条路走不通。',
    en: 'The portal has no recovery entry, so this way is closed.',
  },
}

const ENTRY_SEEN: Requirement = {
  fact: 'portal-has-entry',
  is: ['yes'],
  why: { zh: '门户有找回入口。', en: 'The portal has a recovery entry.' },
  missing: {
    zh: '先看 beian.miit.gov.cn 的登录页有没有“忘记密码”；没有就走M。',
    en: 'Look first whether the login page of beian.miit.gov.cn shows 忘记密码; if not, take M.',
  },
}

const PROVIDER_KNOWN: Requirement = {
  fact: 'provider-known',
  is: ['yes'],
  why: { zh: '知道是哪家接入商提交的。', en: 'The provider that submitted it is known.' },
  missing: {
    zh: '先弄清备案是哪家提交的（T6）。',
    en: 'Find out first which firm submitted the filing (T6).',
  },
}

/** A1, A2, C, B, D as the articles rank them; M before them where the portal has no entry. */
export const ROUTE_RULES: readonly RankingRule[] = [
  {
    guide: 'a1',
    order: 10,
    why: {
      zh: '自助最快，几分钟，不用盖章。',
      en: 'Self-service is quickest: minutes, no seal.',
    },
    triggers: [],
    requires: [
      ENTRY_SEEN,
      {
        fact: 'phone-works',
        is: ['yes'],
        why: { zh: '登记的手机能收码。', en: 'The filed phone gets codes.' },
        missing: {
          zh: '登记的手机收不了短信：先恢复号码，或改走C、B、M。',
          en: 'The filed phone gets no messages: restore the number, or take C, B or M.',
        },
      },
      {
        fact: 'domain-known',
        is: ['yes'],
        why: { zh: '台账里有本主体的域名。', en: 'The ledger has a domain of this entity.' },
        missing: { zh: '先查清已备案的域名。', en: 'Find out the filed domain first.' },
      },
      {
        fact: 'certificate-known',
        is: ['yes'],
        why: { zh: '证件号码清楚。', en: 'The certificate number is known.' },
        missing: {
          zh: '先找到备案登记的证件类型和号码。',
          en: 'Find kind and number of the filed certificate first.',
        },
      },
    ],
    prefers: [],
    excludedBy: [NO_ENTRY, NOT_FILED],
  },
  {
    guide: 'a2',
    order: 20,
    why: {
      zh: '也是自助，用负责人身份加手机或邮箱验证。',
      en: 'Self-service as well, by the responsible person and phone or mailbox.',
    },
    triggers: [],
    requires: [
      ENTRY_SEEN,
      {
        fact: 'responsible-identity-known',
        is: ['yes'],
        why: {
          zh: '知道主体负责人的姓名和身份证号。',
          en: 'The responsible person’s name and ID number are known.',
        },
        missing: {
          zh: '先找到主体负责人备案时的姓名和身份证号。',
          en: 'Find the responsible person’s filed name and ID number first.',
        },
      },
    ],
    prefers: [
      {
        fact: 'mailbox-works',
        is: ['yes'],
        why: { zh: '登记的邮箱能收码。', en: 'The filed mailbox gets codes.' },
      },
      {
        fact: 'phone-works',
        is: ['no'],
        why: { zh: '手机用不了，还可用邮箱验证。', en: 'With a dead phone the mailbox may do.' },
      },
    ],
    excludedBy: [NO_ENTRY, NOT_FILED],
  },
  {
    guide: 'c',
    order: 30,
    why: {
      zh: '自助不成，找提交备案的接入商，1–3个工作日。',
      en: 'Where self-service fails: the provider that submitted it, 1–3 working days.',
    },
    triggers: [],
    requires: [PROVIDER_KNOWN],
    prefers: [
      {
        fact: 'provider-account-works',
        is: ['yes'],
        why: { zh: '接入商账号能登录。', en: 'The account at the provider works.' },
      },
    ],
    excludedBy: [
      NOT_FILED,
      {
        fact: 'has-access-provider',
        is: ['no'],
        why: { zh: '已经没有接入商。', en: 'No access provider is left.' },
      },
    ],
  },
  {
    guide: 'b',
    order: 40,
    triggeredOrder: 50,
    why: {
      zh: '自助和接入商都不成，向备案所在省的管局书面申请。',
      en: 'Where self-service and provider fail: in writing to the bureau of the filing’s province.',
    },
    triggers: [
      {
        fact: 'bureau-platform',
        is: ['yes'],
        why: {
          zh: '丢的是管局自建平台的密码，由该管局找回。',
          en: 'It is the password of the bureau’s own platform; that bureau recovers it.',
        },
      },
    ],
    requires: [
      {
        fact: 'filing-number-known',
        is: ['yes'],
        why: { zh: '备案号清楚，管局由它定。', en: 'The number is known and tells the bureau.' },
        missing: {
          zh: '先查到备案号，才知道找哪个管局。',
          en: 'Find the filing number first: it tells the bureau.',
        },
      },
    ],
    prefers: [
      {
        fact: 'standing-authorization',
        is: ['yes'],
        why: { zh: '有《密码找回授权书》可作佐证。', en: 'A standing authorisation supports it.' },
      },
    ],
    excludedBy: [NOT_FILED],
  },
  {
    guide: 'd',
    order: 50,
    why: {
      zh: '当初是代理机构办的，书面向它要。',
      en: 'An agency filed it: ask them in writing.',
    },
    triggers: [],
    requires: [
      {
        fact: 'filed-by-agency',
        is: ['yes'],
        why: { zh: '备案委托过代理机构。', en: 'The filing was delegated.' },
        missing: {
          zh: '没有委托过代理机构就不走这条。',
          en: 'Not for a filing without an agency.',
        },
      },
    ],
    prefers: [],
    excludedBy: [
      NOT_FILED,
      {
        fact: 'filed-by-agency',
        is: ['no'],
        why: { zh: '备案没有委托过代理机构。', en: 'No agency filed it.' },
      },
    ],
  },
  {
    guide: 'm',
    order: 60,
    triggeredOrder: 40,
    why: {
      zh: '2020-08-17 起的办法：短信核验，改联系人，不用备案密码。',
      en: 'The way since 2020-08-17: SMS check and new contacts, no filing password.',
    },
    triggers: [
      {
        fact: 'portal-has-entry',
        is: ['no'],
        why: {
          zh: '门户没有找回入口：改用短信核验和变更备案。',
          en: 'The portal has no recovery entry: SMS check and change of filing instead.',
        },
      },
    ],
    requires: [
      PROVIDER_KNOWN,
      {
        fact: 'has-access-provider',
        is: ['yes'],
        why: { zh: '还有接入商可提交变更。', en: 'There is a provider to submit the change.' },
        missing: {
          zh: '没有接入商就是空壳，变更不了，按M里“空壳”一步注销重备。',
          en: 'Without a provider the filing is a shell; M’s step for shells tells how to cancel and file anew.',
        },
      },
    ],
    prefers: [
      {
        fact: 'phone-works',
        is: ['no'],
        why: {
          zh: '登记的手机用不了，总要变更；验证码发到新号码。',
          en: 'The filed phone is dead and must be changed anyway; the code goes to the new one.',
        },
      },
      {
        fact: 'provider-account-works',
        is: ['yes'],
        why: {
          zh: '接入商账号能登录，可直接提交变更。',
          en: 'The account works, so a change can be submitted at once.',
        },
      },
    ],
    excludedBy: [NOT_FILED],
  },
]
