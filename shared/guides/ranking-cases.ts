import { NOT_FILED } from './ranking-conditions.ts'
import type { RankingRule } from './triage-rule.ts'

/** E, F and G are asked first where they apply; the troubles are offered where they fit. */
export const CASE_RULES: readonly RankingRule[] = [
  {
    guide: 'e',
    order: 110,
    triggeredOrder: 10,
    why: {
      zh: '主体变更、注销或过户时先走这里。',
      en: 'First where the entity changed, dissolved or was sold.',
    },
    triggers: [
      {
        fact: 'entity-changed',
        is: ['yes'],
        why: {
          zh: '主体变了：先办完过户或变更，再谈密码。',
          en: 'The entity changed: finish the transfer first, the password comes after.',
        },
      },
    ],
    requires: [
      {
        fact: 'entity-changed',
        is: ['yes'],
        why: { zh: '主体变了。', en: 'The entity changed.' },
        missing: {
          zh: '先确认主体和信用代码变没变。',
          en: 'Find out first whether entity or credit code changed.',
        },
      },
    ],
    prefers: [],
    excludedBy: [
      NOT_FILED,
      {
        fact: 'entity-changed',
        is: ['no'],
        why: { zh: '主体没有变。', en: 'The entity is the same.' },
      },
    ],
  },
  {
    guide: 'f',
    order: 120,
    triggeredOrder: 20,
    why: {
      zh: '人或公司不在备案所在省时走这里。',
      en: 'Where people or company are outside the filing’s province.',
    },
    triggers: [
      {
        fact: 'other-province',
        is: ['yes'],
        why: {
          zh: '备案在外省：由备案所在省的管局受理。',
          en: 'Filed in another province: that province’s bureau is in charge.',
        },
      },
    ],
    requires: [
      {
        fact: 'other-province',
        is: ['yes'],
        why: { zh: '备案在外省。', en: 'Filed in another province.' },
        missing: {
          zh: '先看备案号的省份是不是现在所在的省。',
          en: 'See first whether the number’s province is where you are now.',
        },
      },
    ],
    prefers: [],
    excludedBy: [
      NOT_FILED,
      {
        fact: 'other-province',
        is: ['no'],
        why: { zh: '备案就在本省。', en: 'The filing is in this province.' },
      },
    ],
  },
  {
    guide: 'g',
    order: 130,
    triggeredOrder: 30,
    why: {
      zh: '2009年以前的老备案走这里。',
      en: 'For filings from before 2009.',
    },
    triggers: [
      {
        fact: 'filed-before-2009',
        is: ['yes'],
        why: {
          zh: '2009年前的备案，当时不强制设密码。',
          en: 'Filed before 2009, when a password was not mandatory.',
        },
      },
    ],
    requires: [
      {
        fact: 'filed-before-2009',
        is: ['yes'],
        why: { zh: '2009年前备案。', en: 'Filed before 2009.' },
        missing: {
          zh: '先查备案日期或备案号前两位。',
          en: 'Look up the filing day, or the number’s first two digits.',
        },
      },
    ],
    prefers: [],
    excludedBy: [
      NOT_FILED,
      {
        fact: 'filed-before-2009',
        is: ['no'],
        why: { zh: '2009年以后备案。', en: 'Filed since 2009.' },
      },
    ],
  },
  {
    guide: 't0',
    order: 140,
    triggeredOrder: 60,
    why: { zh: '初始密码一直没收到时走这里。', en: 'For a first password that never came.' },
    triggers: [
      {
        fact: 'initial-password-missing',
        is: ['yes'],
        why: {
          zh: '初始密码没收到：先查联系方式和拦截。',
          en: 'The first password never came: look at contacts and filters first.',
        },
      },
    ],
    requires: [],
    prefers: [],
    excludedBy: [
      NOT_FILED,
      {
        fact: 'initial-password-missing',
        is: ['no'],
        why: { zh: '不是初始密码没收到。', en: 'It is not about a first password.' },
      },
    ],
  },
  {
    guide: 't6',
    order: 150,
    triggeredOrder: 70,
    why: {
      zh: '不知道用的是哪个平台时走这里。',
      en: 'Where nobody knows which platform was used.',
    },
    triggers: [
      {
        fact: 'provider-known',
        is: ['no'],
        why: {
          zh: '不知道备案在哪家：先弄清平台。',
          en: 'Nobody knows where it was filed: find the platform first.',
        },
      },
    ],
    requires: [],
    prefers: [],
    excludedBy: [
      NOT_FILED,
      {
        fact: 'provider-known',
        is: ['yes'],
        why: { zh: '已知道是哪家。', en: 'The firm is known.' },
      },
    ],
  },
  {
    guide: 't5',
    order: 160,
    why: {
      zh: '知道平台，想看各平台找回要填什么。',
      en: 'The platform is known: see what each asks for.',
    },
    triggers: [],
    requires: [],
    prefers: [],
    excludedBy: [NOT_FILED],
  },
]
