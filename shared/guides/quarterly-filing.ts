import type { Step } from './guide.ts'
import {
  CLEAN_UP_NOTICES,
  FIND_PASSWORD,
  HUAWEI_CLOUD,
  NINGXIA_BUREAU,
  ORDER_33,
  PRACTICE,
  TENCENT_CLOUD,
  VOLCENGINE,
} from './sources.ts'

/* The quarterly check's items about the filing itself, and about who receives its codes. */

const AT_ONCE = { unit: 'calendar-days', count: 0 } as const
const NEXT_WORKING_DAY = { unit: 'working-days', count: 1 } as const
/** What providers allow for mending data that they found wrong. */
const RECTIFICATION = { unit: 'working-days', count: 10 } as const

/** Looked up in MIIT's public query. */
export const PORTAL_CHECKS: readonly Step[] = [
  {
    id: 'number-found',
    title: { zh: '备案号查得到', en: 'The number is found' },
    text: {
      zh: '在公共查询里查域名或备案号，核对主体备案号、服务备案号、服务名称、前置审批和审核通过日期，截图存证。',
      en: 'Look domain or number up in the public query and compare both numbers, the service’s name, pre-approval and day of approval; keep a screenshot.',
    },
    link: 'miit-filing',
    values: [
      'domain',
      'subject-filing-number',
      'service-filing-number',
      'service-name',
      'pre-approval',
      'filed-on',
    ],
    asks: ['evidence'],
    findings: [
      {
        id: 'not-found',
        text: { zh: '查不到，可能已被注销', en: 'Not found: it may have been cancelled' },
        tone: 'danger',
        task: {
          zh: '备案查不到：问接入商注销原因，安排重新备案',
          en: 'Filing not found: ask the provider why, plan a new filing',
        },
        within: AT_ONCE,
        guide: 'm',
        sources: [HUAWEI_CLOUD, TENCENT_CLOUD],
      },
      {
        id: 'differs',
        text: { zh: '号码或名称与台账不同', en: 'Number or name differ from the ledger' },
        tone: 'due',
        task: {
          zh: '核对备案号和服务名称：改台账，或办变更',
          en: 'Compare number and service name: mend the ledger or change the filing',
        },
        within: RECTIFICATION,
        guide: 'm',
        sources: [HUAWEI_CLOUD],
      },
    ],
    sources: [FIND_PASSWORD, HUAWEI_CLOUD],
  },
  {
    id: 'not-restricted',
    title: { zh: '“是否限制接入”为否', en: 'Access is not restricted' },
    text: {
      zh: '看查询结果里“是否限制接入”一栏。',
      en: 'Look at the column 是否限制接入 of the query’s result.',
    },
    link: 'miit-filing',
    findings: [
      {
        id: 'restricted',
        text: { zh: '被限制接入', en: 'Access is restricted' },
        tone: 'danger',
        task: {
          zh: '被限制接入：致电接入商和管局问原因，当天整改',
          en: 'Access restricted: call provider and bureau, mend it today',
        },
        within: AT_ONCE,
        guide: 'm',
        sources: [HUAWEI_CLOUD],
      },
    ],
    sources: [HUAWEI_CLOUD],
  },
  {
    id: 'unit-matches-licence',
    title: { zh: '主办单位与执照一致', en: 'The unit equals the licence' },
    text: {
      zh: '主办单位名称、单位性质、证件号码与现行营业执照逐字比对；地址变了也算。',
      en: 'Compare unit, nature and certificate number with the present licence, to the character; a changed address counts.',
    },
    link: 'miit-filing',
    values: ['entity-name', 'entity-nature', 'credit-code', 'organization-code', 'entity-address'],
    findings: [
      {
        id: 'name-or-address-changed',
        text: {
          zh: '名称、地址变了，信用代码没变',
          en: 'Name or address changed, same credit code',
        },
        tone: 'due',
        task: {
          zh: '办变更备案（规定应在变更前30日办，已逾期，立即办）',
          en: 'Change the filing: due 30 days before the change, so at once',
        },
        within: AT_ONCE,
        guide: 'm',
        sources: [ORDER_33],
      },
      {
        id: 'code-changed',
        text: { zh: '信用代码变了', en: 'The credit code changed' },
        tone: 'danger',
        task: {
          zh: '主体已变：办过户、迁移或注销重备',
          en: 'Another entity: transfer, migrate or refile',
        },
        within: AT_ONCE,
        guide: 'e',
        sources: [HUAWEI_CLOUD],
      },
    ],
    sources: [FIND_PASSWORD, HUAWEI_CLOUD],
  },
  {
    id: 'provider-active',
    title: { zh: '至少有一家有效的接入商', en: 'At least one provider is active' },
    text: {
      zh: '在接入商控制台确认接入状态正常，服务器还在、没欠费。换过接入商的，新的已做接入备案。',
      en: 'See in the provider’s console that access is normal, the server exists and is paid. After a change the new one has filed access.',
    },
    values: ['access-provider', 'domain'],
    findings: [
      {
        id: 'no-provider',
        text: { zh: '一家接入商都没有（空壳）', en: 'No provider at all: a shell' },
        tone: 'danger',
        task: {
          zh: '空壳风险：7天内办好接入备案，否则会被清理',
          en: 'Shell: file access within seven days, or it will be deleted',
        },
        within: { unit: 'calendar-days', count: 7 },
        guide: 'm',
        sources: [NINGXIA_BUREAU, CLEAN_UP_NOTICES],
      },
    ],
    sources: [HUAWEI_CLOUD, CLEAN_UP_NOTICES],
  },
  {
    id: 'no-open-notices',
    title: { zh: '没有未处理的整改通知', en: 'No open notice to rectify' },
    text: {
      zh: '看接入商站内信、备案邮箱、短信，有没有核查整改通知；看有没有卡住的备案订单。',
      en: 'Look through the provider’s messages, the filing mailbox and SMS for notices, and for a filing order that is stuck.',
    },
    findings: [
      {
        id: 'notice-open',
        text: { zh: '有未处理的整改通知', en: 'A notice is open' },
        tone: 'danger',
        task: {
          zh: '按通知整改（通知写明日期的以通知为准；可申请延期或申诉）',
          en: 'Mend what the notice says, by its own date where it names one; an extension or appeal may be asked',
        },
        within: RECTIFICATION,
        guide: 'm',
        sources: [HUAWEI_CLOUD, { name: '阿里云（可延期、申诉）', confidence: 'weak' }],
      },
      {
        id: 'order-stuck',
        text: { zh: '有卡住的备案订单', en: 'An order is stuck' },
        tone: 'due',
        task: { zh: '办完或撤回卡住的备案订单', en: 'Finish or withdraw the stuck order' },
        within: NEXT_WORKING_DAY,
        sources: [HUAWEI_CLOUD],
      },
    ],
    sources: [HUAWEI_CLOUD],
  },
]

/** Channels are verified in the same pass. */
export const CHANNEL_CHECKS: readonly Step[] = [
  {
    id: 'persons-current',
    title: { zh: '负责人还在岗', en: 'The responsible persons are still here' },
    text: {
      zh: '主体负责人、服务负责人、应急联系人是不是还在职，姓名与备案一致。',
      en: 'Are the persons responsible for entity and service and the emergency contact still with you, named as filed?',
    },
    values: ['responsible-name', 'service-responsible-name', 'emergency-phone'],
    findings: [
      {
        id: 'person-left',
        text: { zh: '负责人已离职或换人', en: 'A person left or changed' },
        tone: 'danger',
        task: {
          zh: '负责人换人：办变更备案、交接并改密码',
          en: 'Person changed: change the filing, hand over, change passwords',
        },
        within: AT_ONCE,
        guide: 'm',
        sources: [ORDER_33],
      },
    ],
    sources: [FIND_PASSWORD],
  },
  {
    id: 'phones-reached',
    title: { zh: '登记的手机打得通、收得到短信', en: 'The filed phones ring and get messages' },
    text: {
      zh: '逐个打电话、发一条短信，问持机人收到没有，哪天收到的登记下来；看卡在谁名下、有没有欠费。',
      en: 'Call each and send a message; ask the holder and note the day it arrived; see whose SIM it is and that it is paid.',
    },
    values: ['responsible-phone', 'service-responsible-phone', 'emergency-phone'],
    asks: ['person', 'channel'],
    findings: [
      {
        id: 'phone-dead',
        text: { zh: '打不通，或收不到短信', en: 'Dead, or gets no messages' },
        tone: 'danger',
        task: {
          zh: '登记手机失效：恢复号码或办变更备案',
          en: 'Filed phone dead: restore it or change the filing',
        },
        within: NEXT_WORKING_DAY,
        guide: 'm',
        sources: [VOLCENGINE, FIND_PASSWORD],
      },
      {
        id: 'sim-not-ours',
        text: { zh: '卡在个人或代理机构名下', en: 'The SIM is a person’s or an agency’s' },
        tone: 'due',
        task: { zh: '把收码手机换成公司名下的卡', en: 'Move to a SIM in the company’s name' },
        within: { unit: 'calendar-days', count: 30 },
        guide: 'm',
        sources: [PRACTICE],
      },
    ],
    sources: [FIND_PASSWORD],
  },
  {
    id: 'mailbox-works',
    title: { zh: '登记的邮箱收得到', en: 'The filed mailbox receives' },
    text: {
      zh: '发一封测试邮件，登记哪天收到；看有没有被归入垃圾箱的备案通知。',
      en: 'Send a test mail and note the day it arrived; look for filing notices among the spam.',
    },
    values: ['responsible-email', 'service-responsible-email'],
    asks: ['channel'],
    findings: [
      {
        id: 'mailbox-dead',
        text: { zh: '邮箱失效，或没人看', en: 'The mailbox is dead or unread' },
        tone: 'danger',
        task: {
          zh: '登记邮箱失效：恢复或办变更备案',
          en: 'Filed mailbox dead: restore it or change the filing',
        },
        within: NEXT_WORKING_DAY,
        guide: 'm',
        sources: [FIND_PASSWORD],
      },
    ],
    sources: [FIND_PASSWORD],
  },
  {
    id: 'account-works',
    title: { zh: '接入商账号登得上', en: 'The provider account opens' },
    text: {
      zh: '登录接入商控制台，看绑定的手机邮箱是不是现在的人，子账号有没有离职的。',
      en: 'Log in to the provider; see that bound phone and mailbox are of today’s people, and that no sub-account is of somebody who left.',
    },
    values: ['access-provider'],
    asks: ['person'],
    findings: [
      {
        id: 'account-lost',
        text: { zh: '登不上', en: 'It does not open' },
        tone: 'danger',
        task: { zh: '找回接入商账号', en: 'Regain the provider account' },
        within: NEXT_WORKING_DAY,
        guide: 'c',
        sources: [PRACTICE],
      },
      {
        id: 'bound-to-others',
        text: { zh: '绑定的是离职的人', en: 'Bound to somebody who left' },
        tone: 'due',
        task: {
          zh: '换绑接入商账号，改密码，停用旧子账号',
          en: 'Re-bind the account, change its password, disable old sub-accounts',
        },
        within: NEXT_WORKING_DAY,
        sources: [PRACTICE],
      },
    ],
    sources: [PRACTICE],
  },
]
