import type { Guide } from './guide.ts'
import { ALIYUN, PASSWORD_GUIDE, PRACTICE } from './sources.ts'

export const t6: Guide = {
  id: 't6',
  code: 'T6',
  kind: 'trouble',
  title: { zh: '不知道用的是哪个平台', en: 'Nobody knows which platform' },
  summary: {
    zh: '从购买方式、备案邮件和短信、账单里找线索，找不到再问注册商和管局。',
    en: 'Look for signs in how it was bought, in filing mails and messages and in the bills; failing that, ask registrar and bureau.',
  },
  isRetiredByMessages: false,
  preconditions: [],
  steps: [
    {
      id: 'one-stop',
      title: { zh: '域名和空间是一起买的吗？', en: 'Were domain and hosting bought together?' },
      text: {
        zh: '同一家一站式购买的，备案多半就在那家注册商的平台。翻合同、发票、付款记录。',
        en: 'If both came from one firm, the filing most likely sits on its platform. Look through contracts, invoices and payments.',
      },
      question: {
        text: { zh: '是一起买的吗？', en: 'Bought together?' },
        answers: [
          {
            id: 'together',
            text: { zh: '是，知道是哪家', en: 'Yes, and the firm is known' },
            to: { guide: 'c' },
          },
          { id: 'no', text: { zh: '不是，或不清楚', en: 'No, or not sure' } },
        ],
      },
      asks: ['evidence'],
      sources: [PASSWORD_GUIDE],
    },
    {
      id: 'search-messages',
      title: { zh: '翻备案短信和邮件', en: 'Search filing messages and mail' },
      text: {
        zh: '在负责人、前任和公司邮箱里搜“备案”“ICP”“审核通过”，看是谁发的。',
        en: 'In the mailboxes of the responsible person, predecessors and the company search for 备案, ICP, 审核通过, and see who sent them.',
      },
      question: {
        text: { zh: '是谁发的？', en: 'Who sent them?' },
        answers: [
          {
            id: 'miit',
            text: { zh: '工信部、12381', en: 'MIIT, 12381' },
            to: { step: 'search-bills' },
          },
          {
            id: 'bureau',
            text: { zh: '省管局的平台', en: 'The bureau’s platform' },
            to: { guide: 'b' },
          },
          {
            id: 'provider',
            text: { zh: '某家云厂商、注册商', en: 'A cloud provider or registrar' },
            to: { guide: 'c' },
          },
          {
            id: 'agency',
            text: { zh: '代办公司', en: 'An agency' },
            to: { guide: 'd' },
          },
          { id: 'nothing', text: { zh: '什么都没找到', en: 'Nothing found' } },
        ],
      },
      asks: ['evidence'],
      sources: [PASSWORD_GUIDE],
    },
    {
      id: 'ask-registrar',
      title: { zh: '问域名注册商', en: 'Ask the registrar' },
      text: {
        zh: '查域名在哪家注册，打电话问：这个备案是不是在你们平台提交的，在哪个账号下。',
        en: 'See where the domain is registered and ask: was this filing submitted on your platform, and in which account?',
      },
      values: ['domain', 'subject-filing-number'],
      asks: ['person', 'channel'],
      question: {
        text: { zh: '怎么说？', en: 'What did they say?' },
        answers: [
          { id: 'theirs', text: { zh: '是在他们那里', en: 'It is theirs' }, to: { guide: 'c' } },
          { id: 'not-theirs', text: { zh: '不是，或不肯说', en: 'It is not, or they do not say' } },
        ],
      },
      sources: [PASSWORD_GUIDE],
    },
    {
      id: 'search-bills',
      title: { zh: '查服务器在哪家', en: 'Find where the server is' },
      text: {
        zh: '看服务器账单、域名解析指向的IP归哪家，那家多半就是接入商。阿里云可用域名做“备案信息找回”，查备案在哪个账号。',
        en: 'See whose server is billed and whose the IP is that DNS points to: most likely the access provider. Aliyun’s 备案信息找回 tells by domain which account holds the filing.',
      },
      values: ['domain', 'access-provider'],
      question: {
        text: { zh: '找到了吗？', en: 'Found it?' },
        answers: [
          {
            id: 'found',
            text: { zh: '找到接入商了', en: 'The provider is found' },
            to: { guide: 'c' },
          },
          {
            id: 'found-change',
            text: {
              zh: '找到了，账号能登录，直接办变更',
              en: 'Found, the account works: change the filing',
            },
            to: { guide: 'm' },
          },
          { id: 'no', text: { zh: '没找到', en: 'No' } },
        ],
      },
      sources: [ALIYUN, PRACTICE],
    },
    {
      id: 'ask-bureau',
      title: { zh: '问备案所在省的管局', en: 'Ask the filing’s bureau' },
      text: {
        zh: '带上备案号和执照，问管局登记的接入商是哪家。',
        en: 'With filing number and licence at hand ask which provider is on record.',
      },
      values: ['subject-filing-number', 'entity-name', 'credit-code'],
      asks: ['person', 'channel'],
      question: {
        text: { zh: '怎么说？', en: 'What did they say?' },
        answers: [
          { id: 'told', text: { zh: '告诉了是哪家', en: 'They named it' }, to: { guide: 'c' } },
          {
            id: 'in-writing',
            text: { zh: '要书面申请', en: 'They want it in writing' },
            to: { guide: 'b' },
          },
          {
            id: 'none',
            text: { zh: '没有接入商（空壳）', en: 'There is none: a shell' },
            to: { guide: 'm' },
          },
          {
            id: 'by-platform',
            text: { zh: '已清楚平台，看要填什么', en: 'The platform is clear: see what it asks' },
            to: { guide: 't5' },
          },
        ],
      },
      sources: [PRACTICE],
    },
  ],
  materials: [],
  clocks: [],
  outcomes: [],
  failures: [],
  notes: [
    {
      id: 'write-it-down',
      tone: 'note',
      text: {
        zh: '查清后马上写进台账：主体、服务、接入商、账号，一条线连起来，下次不用再找。',
        en: 'Once found, write it into the ledger at once: entity, service, provider and account in one line, so that nobody has to search again.',
      },
      sources: [PRACTICE],
    },
  ],
}
