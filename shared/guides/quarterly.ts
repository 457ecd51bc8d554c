import { ADD_BEFORE_CANCEL, CHANGE_DEADLINE, PHONE_IS_A_CREDENTIAL } from './change-notes.ts'
import type { Guide } from './guide.ts'
import { CITATION_NOTE, NO_ACCESS_RULE, PORTAL_ADDRESS_NOTE } from './legal.ts'
import { CHANNEL_CHECKS } from './quarterly-channels.ts'
import { PORTAL_CHECKS } from './quarterly-filing.ts'
import { PAPER_CHECKS, SITE_CHECKS } from './quarterly-site.ts'
import {
  ALIYUN_PAGES,
  FIND_PASSWORD,
  HUAWEI_CLOUD,
  LICENCE_PAGES,
  ORDER_33,
  PRACTICE,
  STATE_COUNCIL_RULES,
  TENCENT_CLOUD,
} from './sources.ts'

/** 季度核查: each step is an item with a result of its own; several services of an entity go in one pass. */
export const quarterly: Guide = {
  id: 'quarterly',
  code: 'Q',
  kind: 'check',
  title: { zh: '季度核查', en: 'Quarterly check' },
  summary: {
    zh: '每季度逐项核对备案状态和联系方式，同时核实手机和邮箱还能不能收到。发现问题就成任务，有期限。',
    en: 'Each quarter compare the filing’s state and contacts item by item, and see in the same pass that phone and mailbox still receive. What is found becomes a task with a deadline.',
  },
  isRetiredByMessages: false,
  preconditions: [],
  steps: [...PORTAL_CHECKS, ...CHANNEL_CHECKS, ...SITE_CHECKS, ...PAPER_CHECKS],
  materials: [],
  clocks: [],
  outcomes: [],
  failures: [],
  notes: [
    PORTAL_ADDRESS_NOTE,
    CHANGE_DEADLINE,
    NO_ACCESS_RULE,
    CITATION_NOTE,
    ADD_BEFORE_CANCEL,
    PHONE_IS_A_CREDENTIAL,
    {
      id: 'every-quarter',
      tone: 'note',
      text: {
        zh: '每季度查一次，或上次核查后满三个月。人工打开门户核对并截图；不用自动抓取，会被封，也不可靠。',
        en: 'Once a quarter, or three months after the last. Open the portal and compare by hand, with a screenshot; automatic queries get blocked and are not reliable.',
      },
      sources: [FIND_PASSWORD, PRACTICE],
    },
    {
      id: 'no-expiry-of-its-own',
      tone: 'note',
      text: {
        zh: '备案本身没有到期日；出问题多半因为联系方式、域名、接入或内容。',
        en: 'A filing has no expiry of its own; it dies through contacts, domain, access or content.',
      },
      sources: [TENCENT_CLOUD],
    },
    {
      id: 'display-penalty',
      tone: 'note',
      text: {
        zh: '首页不挂备案号，可处5000元以上5万元以下罚款；缺链接或电子标识，5000元以上1万元以下。',
        en: 'Not showing the number may cost ¥5,000–50,000; a missing link or mark ¥5,000–10,000.',
      },
      sources: [STATE_COUNCIL_RULES, ORDER_33, HUAWEI_CLOUD],
    },
    {
      id: 'grace-period',
      tone: 'note',
      text: {
        zh: '阿里云的域名过期后有30日宽限，之后赎回期.cn为14日、.com等为29日，再过5日删除；别家以注册商说明为准。',
        en: 'At Aliyun an ended domain has 30 days of grace, then 14 (.cn) or 29 (.com and others) to redeem, and is deleted 5 days later; elsewhere ask the registrar.',
      },
      sources: [ALIYUN_PAGES],
    },
    {
      id: 'paid-services',
      tone: 'note',
      text: {
        zh: '有增值电信业务经营许可证的：到期前90日续，第一季度报年报，名称、地址、法定代表人变更后30日内办。',
        en: 'With a licence for paid services: renew 90 days before it ends, report in the first quarter, file changes of name, address and legal representative within 30 days.',
      },
      sources: [LICENCE_PAGES],
    },
    {
      id: 'annual-review',
      tone: 'note',
      text: {
        zh: '有的省有年度审核，按规定时间办，逾期会关站注销。湖北曾在2020-01-15至04-15以短信通知，每个服务号一次，不延期。',
        en: 'Some provinces hold an annual review at a set time, and close and cancel who misses it. Hubei did so from 2020-01-15 to 04-15, by SMS, one for each service number, without extension.',
      },
      sources: [ORDER_33, TENCENT_CLOUD],
    },
    {
      id: 'guangdong-shows-subject',
      tone: 'note',
      text: {
        zh: '首页一般挂服务备案号；广东挂主体备案号。',
        en: 'The home page shows the service’s number; in Guangdong the entity’s.',
      },
      provinces: ['粤'],
      sources: [HUAWEI_CLOUD],
    },
  ],
}
