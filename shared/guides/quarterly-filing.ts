import { AT_ONCE, NEXT_WORKING_DAY, RECTIFICATION } from './finding-deadlines.ts'
import type { Step } from './guide.ts'
import {
  CLEAN_UP_NOTICES,
  FIND_PASSWORD,
  HUAWEI_CLOUD,
  NINGXIA_BUREAU,
  ORDER_33,
  TENCENT_CLOUD,
} from './sources.ts'

/* The quarterly check's items about the filing itself. */

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
