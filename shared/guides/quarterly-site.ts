import { AT_ONCE, NEXT_WORKING_DAY, RECTIFICATION } from './finding-deadlines.ts'
import type { Step } from './guide.ts'
import {
  DOMAIN_OWNER_NOTICE,
  FIND_PASSWORD,
  HUAWEI_CLOUD,
  ORDER_33,
  POLICE_ORDER_33,
  PRACTICE,
  STATE_COUNCIL_RULES,
  TENCENT_CLOUD,
  WEB_ARTICLES,
} from './sources.ts'

/* The quarterly check's items about domain and site, and about papers. */

export const SITE_CHECKS: readonly Step[] = [
  {
    id: 'domain-owner',
    title: { zh: '域名所有者是本主体', en: 'The domain belongs to the entity' },
    text: {
      zh: '在注册商处看域名所有者和实名状态；所有者应是备案主体，单位的也可以是股东、主要负责人或高管。注册商应有批复资质。',
      en: 'At the registrar see owner and real-name state: the owner is the entity, or for a unit a shareholder, principal or executive. The registrar is an approved one.',
    },
    values: ['domain', 'domain-owner', 'entity-name'],
    findings: [
      {
        id: 'owner-differs',
        text: { zh: '所有者不是本主体', en: 'Somebody else owns it' },
        tone: 'due',
        task: {
          zh: '把域名所有者改成备案主体并实名',
          en: 'Move the domain to the entity, real name included',
        },
        within: RECTIFICATION,
        sources: [DOMAIN_OWNER_NOTICE],
      },
      {
        id: 'registrar-not-approved',
        text: { zh: '注册商没有批复资质', en: 'The registrar is not approved' },
        tone: 'due',
        task: { zh: '把域名转到有资质的注册商', en: 'Move the domain to an approved registrar' },
        within: { unit: 'calendar-days', count: 30 },
        sources: [HUAWEI_CLOUD],
      },
    ],
    sources: [DOMAIN_OWNER_NOTICE, HUAWEI_CLOUD],
  },
  {
    id: 'domain-expiry',
    title: { zh: '域名离到期还早', en: 'The domain does not end soon' },
    text: {
      zh: '看到期日；少于90天就续费。备案时多省要求剩余三个月以上。',
      en: 'Look at its end; renew below 90 days. Several provinces ask for more than three months when filing.',
    },
    values: ['domain', 'domain-expires-on'],
    findings: [
      {
        id: 'ends-soon',
        text: { zh: '90天内到期', en: 'It ends within 90 days' },
        tone: 'due',
        task: { zh: '续费域名', en: 'Renew the domain' },
        within: { unit: 'calendar-days', count: 7 },
        sources: [HUAWEI_CLOUD],
      },
      {
        id: 'expired',
        text: { zh: '已经过期', en: 'It has ended' },
        tone: 'danger',
        task: {
          zh: '域名已过期：今天赎回续费；不要了先注销备案',
          en: 'Domain ended: redeem it today, or cancel the filing before giving it up',
        },
        within: AT_ONCE,
        sources: [HUAWEI_CLOUD, WEB_ARTICLES],
      },
    ],
    sources: [HUAWEI_CLOUD, PRACTICE],
  },
  {
    id: 'dns-points-to-provider',
    title: { zh: '解析指向已备案的接入商', en: 'DNS points to the filed provider' },
    text: {
      zh: '看域名解析到的IP属于哪家，与备案的接入商一致；用CDN的看回源。',
      en: 'See whose IP the domain resolves to: the filed provider’s; behind a CDN look at the origin.',
    },
    values: ['domain', 'access-provider'],
    findings: [
      {
        id: 'points-elsewhere',
        text: { zh: '指向没有备案的接入商', en: 'It points to a provider without filed access' },
        tone: 'danger',
        task: {
          zh: '在现在的接入商做接入备案，或把解析改回',
          en: 'File access at the present provider, or point DNS back',
        },
        within: NEXT_WORKING_DAY,
        guide: 'm',
        sources: [HUAWEI_CLOUD],
      },
    ],
    sources: [HUAWEI_CLOUD],
  },
  {
    id: 'home-page-shows-icp',
    title: { zh: '首页挂着ICP备案号并链接', en: 'The home page shows the ICP number, linked' },
    text: {
      zh: '首页底部的备案号与查询一致，链接到 https://beian.miit.gov.cn；APP在“设置”或“关于”里。',
      en: 'The number at the foot of the home page equals the query and links to https://beian.miit.gov.cn; an app has it under 设置 or 关于.',
    },
    values: ['home-url', 'service-filing-number', 'subject-filing-number'],
    asks: ['evidence'],
    findings: [
      {
        id: 'icp-missing',
        text: { zh: '没有挂，或号码、链接不对', en: 'Missing, or wrong number or link' },
        tone: 'danger',
        task: {
          zh: '在首页挂正确的备案号和链接',
          en: 'Put the right number and link on the home page',
        },
        within: NEXT_WORKING_DAY,
        sources: [STATE_COUNCIL_RULES, ORDER_33],
      },
    ],
    sources: [STATE_COUNCIL_RULES, ORDER_33, HUAWEI_CLOUD],
  },
  {
    id: 'police-filing',
    title: { zh: '公安联网备案有效，号已挂', en: 'Police filing valid, number shown' },
    text: {
      zh: '在公安联网备案平台查备案号，首页挂着公安备案号和链接。',
      en: 'Look the number up at the police portal; the home page shows it, linked.',
    },
    link: 'police-filing',
    values: ['police-filing-number', 'domain'],
    findings: [
      {
        id: 'not-filed',
        text: { zh: '没有公安备案', en: 'No police filing' },
        tone: 'due',
        task: {
          zh: '办公安联网备案（上线之日起30日内；已超过就立即办）',
          en: 'File with the police: within 30 days of going live, at once when that is past',
        },
        within: NEXT_WORKING_DAY,
        sources: [POLICE_ORDER_33],
      },
      {
        id: 'number-not-shown',
        text: { zh: '通过了，首页没挂', en: 'Filed, but not shown' },
        tone: 'due',
        task: {
          zh: '在首页挂公安备案号（通过后30日内）',
          en: 'Show the police number, within 30 days of approval',
        },
        within: { unit: 'calendar-days', count: 30 },
        sources: [TENCENT_CLOUD],
      },
    ],
    sources: [POLICE_ORDER_33, TENCENT_CLOUD],
  },
  {
    id: 'content-matches',
    title: { zh: '网站名称、内容与备案一致', en: 'Name and content are as filed' },
    text: {
      zh: '打开网站，看名称、栏目与备案的服务名称和内容相符，没有备案范围外的经营内容，没有跳到别的域名。',
      en: 'Open the site: name and sections agree with what was filed, nothing paid beyond it, no jump to another domain.',
    },
    values: ['home-url', 'service-name', 'entity-name', 'pre-approval'],
    findings: [
      {
        id: 'content-differs',
        text: { zh: '名称或内容与备案不符', en: 'Name or content differ' },
        tone: 'due',
        task: { zh: '改网站，或办变更备案', en: 'Mend the site, or change the filing' },
        within: RECTIFICATION,
        guide: 'm',
        sources: [HUAWEI_CLOUD, ORDER_33],
      },
      {
        id: 'site-closed',
        text: { zh: '网站已停办', en: 'The site has ended' },
        tone: 'due',
        task: { zh: '停办当天注销备案', en: 'Cancel the filing the day it ends' },
        within: AT_ONCE,
        sources: [ORDER_33],
      },
    ],
    sources: [HUAWEI_CLOUD],
  },
]

export const PAPER_CHECKS: readonly Step[] = [
  {
    id: 'papers-valid',
    title: { zh: '证照都在有效期内', en: 'Licence and ID cards are valid' },
    text: {
      zh: '营业执照、负责人和法定代表人身份证的有效期；剩不到三个月的先换。',
      en: 'Look at the end of the licence and of the ID cards of responsible persons and legal representative; renew what has less than three months.',
    },
    findings: [
      {
        id: 'paper-expired',
        text: { zh: '有证照已过期', en: 'A paper has ended' },
        tone: 'danger',
        task: {
          zh: '换发过期证照，并办变更备案更新',
          en: 'Renew the paper, and update the filing',
        },
        within: RECTIFICATION,
        guide: 'm',
        sources: [HUAWEI_CLOUD],
      },
      {
        id: 'paper-ends-soon',
        text: { zh: '三个月内到期', en: 'One ends within three months' },
        tone: 'due',
        task: { zh: '换发快到期的证照', en: 'Renew the paper that ends soon' },
        within: { unit: 'calendar-days', count: 30 },
        sources: [HUAWEI_CLOUD],
      },
    ],
    sources: [HUAWEI_CLOUD],
  },
  {
    id: 'standing-authorization',
    title: { zh: '《密码找回授权书》有效', en: 'The standing authorisation is valid' },
    text: {
      zh: '看有效期（不超过一年），被授权人是不是还在岗；原件在哪里、扫描件在不在资料里。',
      en: 'See until when it is valid (a year at most) and that the named person is still here; where the paper is and that its scan is in Documents.',
    },
    letter: 'standing-authorization',
    findings: [
      {
        id: 'authorization-ended',
        text: { zh: '没有、已过期，或人已离职', en: 'None, ended, or the person left' },
        tone: 'due',
        task: {
          zh: '重新签《密码找回授权书》：公章，法定代表人签字',
          en: 'Sign a new standing authorisation: seal and legal representative',
        },
        within: RECTIFICATION,
        sources: [FIND_PASSWORD],
      },
    ],
    sources: [FIND_PASSWORD],
  },
  {
    id: 'record-kept',
    title: { zh: '台账和备份是新的', en: 'Ledger and backup are up to date' },
    text: {
      zh: '密码、接入商、备案日期都在台账里，有专人管；保管匣刚备份过，第二联系人知道怎么打开。',
      en: 'Password, provider and filing day are in the ledger with a person in charge; the vault was backed up, and the second contact knows how to open it.',
    },
    findings: [
      {
        id: 'no-second-person',
        text: { zh: '只有一个人知道', en: 'Only one person knows' },
        tone: 'due',
        task: {
          zh: '备份保管匣，告知第二联系人',
          en: 'Back the vault up and tell a second person',
        },
        within: { unit: 'calendar-days', count: 7 },
        sources: [FIND_PASSWORD],
      },
    ],
    sources: [FIND_PASSWORD],
  },
]
