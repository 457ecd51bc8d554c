import { AT_ONCE, NEXT_WORKING_DAY } from './finding-deadlines.ts'
import type { Step } from './guide.ts'
import { FIND_PASSWORD, ORDER_33, PRACTICE, VOLCENGINE } from './sources.ts'

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
