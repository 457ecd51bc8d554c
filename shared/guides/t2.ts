import type { Guide } from './guide.ts'
import { FIND_PASSWORD, PRACTICE, RECOVERY_STEPS, VOLCENGINE } from './sources.ts'
import { NO_PORTAL_ENTRY } from './warning.ts'

export const t2: Guide = {
  id: 't2',
  code: 'T2',
  kind: 'trouble',
  title: { zh: '身份信息不匹配', en: 'The identity does not match' },
  summary: {
    zh: '证件号输错，或名称与备案登记的不一样。与备案时的姓名、证件号逐字比对后重新提交。',
    en: 'A typo in the number, or a name other than the filed one. Compare name and number with the filing, to the character, and submit again.',
  },
  isRetiredByMessages: false,
  preconditions: [],
  steps: [
    {
      id: 'compare-name',
      title: { zh: '比对姓名和单位名称', en: 'Compare the names' },
      text: {
        zh: '以备案登记的为准，不是现在的。看括号是全角还是半角，有没有空格、生僻字、曾用名。',
        en: 'What is filed counts, not what is so today. Mind full-width and half-width brackets, spaces, rare characters, former names.',
      },
      values: ['entity-name', 'responsible-name'],
      sources: [FIND_PASSWORD, RECOVERY_STEPS],
    },
    {
      id: 'compare-id',
      title: { zh: '比对身份证号', en: 'Compare the ID number' },
      text: {
        zh: '末位X用大写再试；老备案登记的可能是15位身份证号。换过证、改过号的，用备案时的那个。',
        en: 'Try the last X in upper case; an old filing may hold a 15-digit number. If card or number changed, use the one of that time.',
      },
      values: ['responsible-id-number', 'responsible-id-last6'],
      sources: [FIND_PASSWORD, PRACTICE],
    },
    {
      id: 'compare-certificate',
      title: { zh: '比对单位证件', en: 'Compare the entity’s certificate' },
      text: {
        zh: '三证合一之前备的案，登记的可能是组织机构代码，不是统一社会信用代码。两个都试，证件类型跟着换。',
        en: 'Filings from before the licences were merged may hold the organisation code instead of the credit code. Try both, and the kind of certificate with them.',
      },
      values: ['organization-code', 'credit-code', 'subject-filing-number'],
      sources: [PRACTICE],
    },
    {
      id: 'decide',
      title: { zh: '改好重新提交', en: 'Mend it and submit again' },
      text: {
        zh: '找到差别后用复制粘贴重新提交。不要反复猜，试多了会锁。备案里登记的本身就错，要先变更。',
        en: 'Once the difference is found, submit again by copy and paste. Do not keep guessing: too many tries lock it. Where the filing itself is wrong, change it first.',
      },
      question: {
        text: { zh: '是哪一种？', en: 'Which is it?' },
        answers: [
          {
            id: 'solved',
            text: { zh: '改好了，通过了', en: 'Mended, and it passed' },
            to: { end: 'solved' },
          },
          {
            id: 'filing-wrong',
            text: {
              zh: '备案登记的就是错的，或已过时',
              en: 'The filing itself is wrong or outdated',
            },
            to: { guide: 'm' },
          },
          {
            id: 'entity-changed',
            text: { zh: '主体变了', en: 'The entity changed' },
            to: { guide: 'e' },
          },
          {
            id: 'unknown-data',
            text: { zh: '弄不清当初登记的是什么', en: 'Nobody knows what was filed' },
            to: { guide: 'c' },
          },
          {
            id: 'by-bureau',
            text: {
              zh: '接入商也查不到，问管局',
              en: 'The provider does not know; ask the bureau',
            },
            to: { guide: 'b' },
          },
        ],
      },
      sources: [FIND_PASSWORD],
    },
  ],
  materials: [],
  clocks: [],
  outcomes: [],
  failures: [NO_PORTAL_ENTRY],
  notes: [
    {
      id: 'hong-kong-permit',
      tone: 'note',
      text: {
        zh: '港澳居民通行证的“后6位”在浙江取法不同，先问管局。',
        en: 'For Hong Kong and Macau permits Zhejiang reads “the last six” otherwise; ask the bureau.',
      },
      provinces: ['浙'],
      sources: [VOLCENGINE],
    },
    {
      id: 'papers-must-match',
      tone: 'note',
      text: {
        zh: '执照、备案、域名所有者三处要一致；不一致先改，再找回。',
        en: 'Licence, filing and domain owner must agree; mend them first, then recover.',
      },
      sources: [FIND_PASSWORD],
    },
  ],
}
