import type { Step } from './guide.ts'
import { FIND_PASSWORD, RECOVERY_STEPS } from './sources.ts'

/** Comes first in every way; done once a case. */
export const PRE_FLIGHT: readonly Step[] = [
  {
    id: 'confirm-filed',
    isPreFlight: true,
    title: { zh: '确认域名已备案', en: 'Make sure that the domain is filed' },
    text: {
      zh: '在工信部备案系统的公共查询里查这个域名。没有备案就没有密码可找，应先办首次备案。',
      en: 'Look the domain up in the public query of MIIT’s filing system. Without a filing there is no password to recover: file first.',
    },
    link: 'miit-filing',
    values: ['domain'],
    question: {
      text: { zh: '查到备案了吗？', en: 'Is there a filing?' },
      answers: [
        { id: 'filed', text: { zh: '查到了', en: 'Yes' } },
        {
          id: 'not-filed',
          text: { zh: '没有备案', en: 'No, it is not filed' },
          to: { end: 'not-needed' },
        },
      ],
    },
    sources: [RECOVERY_STEPS, FIND_PASSWORD],
  },
  {
    id: 'compare-filing',
    isPreFlight: true,
    title: { zh: '核对备案信息', en: 'Compare the filing with the ledger' },
    text: {
      zh: '在同一查询里看主办单位、备案号、审核通过日期，与台账逐项比对。信息有错先更正：台账错改台账，备案错先办变更备案，再找回。',
      en: 'In the same query look at the unit, the number and the day of approval, and compare each with the ledger. Mend what is wrong before going on: the ledger here, the filing by a change of filing.',
    },
    link: 'miit-filing',
    values: ['entity-name', 'subject-filing-number', 'service-filing-number', 'domain', 'filed-on'],
    asks: ['evidence'],
    failures: [
      {
        when: {
          zh: '备案里的信息或联系方式已不对',
          en: 'Data or contacts in the filing are no longer right',
        },
        to: { guide: 'm' },
        sources: [RECOVERY_STEPS],
      },
    ],
    sources: [RECOVERY_STEPS, FIND_PASSWORD],
  },
  {
    id: 'collect-papers',
    isPreFlight: true,
    title: { zh: '备齐材料', en: 'Have the papers ready' },
    text: {
      zh: '把域名证书、负责人身份证、营业执照放到手边，看有效期，扫描件存入资料。要盖章签字的先列出来。',
      en: 'Lay out the domain certificate, the responsible person’s ID card and the business licence; check until when they are valid and keep scans in Documents. List what needs a seal or a signature.',
    },
    sources: [RECOVERY_STEPS],
  },
  {
    id: 'choose-way',
    isPreFlight: true,
    title: { zh: '选定找回途径', en: 'Settle on the way' },
    text: {
      zh: '看分诊给出的次序和理由，确认缺什么。先自助，再找接入商，最后走管局；主体变了、跨省、2009年前备案的先走对应的特殊情况。',
      en: 'Look at the order the triage gives, at its reasons and at what is missing. Self-service first, then the access provider, the bureau last; a changed entity, another province or a filing from before 2009 goes its own way first.',
    },
    sources: [RECOVERY_STEPS, FIND_PASSWORD],
  },
  {
    id: 'read-rules',
    isPreFlight: true,
    title: { zh: '看现行说明，或打客服电话', en: 'Read the present rules, or call support' },
    text: {
      zh: '各平台步骤会变。动手前看该平台现行的帮助页，看不明白就打电话问，把时间、接电话的人和答复记入沟通记录。',
      en: 'Platforms change their steps. Read the platform’s present help before you start; if it is not clear, call, and log when, with whom and what was said.',
    },
    asks: ['channel'],
    isOptional: true,
    sources: [RECOVERY_STEPS],
  },
  {
    id: 'exact-values',
    isPreFlight: true,
    title: { zh: '核准要填的内容', en: 'Make sure of what will be typed' },
    text: {
      zh: '单位名称、证件号码、负责人姓名、手机号必须与备案登记时一字不差。用下面的复制，不要手打；看清全角半角、空格和身份证末位的X。',
      en: 'Names, certificate numbers and phones must equal the filed ones to the character. Copy them from below instead of typing; mind full-width characters, spaces and the X at the end of an ID number.',
    },
    values: [
      'entity-name',
      'credit-code',
      'subject-filing-number',
      'responsible-name',
      'responsible-id-number',
      'responsible-phone',
      'responsible-email',
    ],
    failures: [
      {
        when: {
          zh: '登记的是旧组织机构代码或旧证件',
          en: 'An old organisation code or certificate is filed',
        },
        to: { guide: 't2' },
      },
    ],
    sources: [RECOVERY_STEPS, FIND_PASSWORD],
  },
]

/** The same for M itself, which is where wrong data are mended: there the pre-flight just goes on. */
export const PRE_FLIGHT_OF_CHANGE: readonly Step[] = PRE_FLIGHT.map((step) =>
  step.id === 'compare-filing'
    ? {
        ...step,
        failures: (step.failures ?? []).map((branch) => ({
          ...branch,
          to: { step: 'collect-papers' },
        })),
      }
    : step,
)
