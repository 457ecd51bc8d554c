import { BUREAU_WINDOW } from './clock-rules.ts'
import { CHANGE_AT_ONCE, REGISTER_PASSWORD, UPDATE_LEDGER } from './closing.ts'
import type { Guide } from './guide.ts'
import { OLD_FILING_MATERIALS, OLD_FILING_NOTES } from './old-filing.ts'
import { ORDER_CLOCKS, orderSteps } from './order-steps.ts'
import { PRE_FLIGHT } from './pre-flight.ts'
import {
  CLEAN_UP_NOTICES,
  FIND_PASSWORD,
  HUAWEI_CLOUD,
  HUBEI_2008,
  PRACTICE,
  TWO_PASSWORDS,
} from './sources.ts'
import { NO_PORTAL_ENTRY } from './warning.ts'

export const g: Guide = {
  id: 'g',
  code: 'G',
  kind: 'special-case',
  title: { zh: '2009年前的老备案', en: 'Filed before 2009' },
  summary: {
    zh: '2009年1月1日前备的案（备案号前两位小于09），从来没有备案密码。向原接入商要历史档案，向管局申请生成；办不了就重新走新增备案。',
    en: 'Filed before 1 January 2009 (two-digit year below 09), and never with a filing password. Ask the original provider for the archive and the bureau to make a password; failing that, file through a new service.',
  },
  isRetiredByMessages: true,
  duration: { unit: 'working-days', from: 3, to: 15 },
  preconditions: [
    {
      id: 'before-2009',
      text: { zh: '确实是2009年前备的案', en: 'It was filed before 2009' },
      fact: 'filed-before-2009',
    },
    {
      id: 'number-known',
      text: { zh: '知道备案号', en: 'The filing number is known' },
      fact: 'filing-number-known',
    },
  ],
  steps: [
    ...PRE_FLIGHT,
    {
      id: 'search-old-login',
      title: { zh: '先翻旧邮箱和旧登录', en: 'Search old mail and old logins first' },
      text: {
        zh: '在老邮箱里搜 miibeian、miitbeian 发来的邮件，在旧笔记里找备案系统的用户名和登录密码。另有资料说，那个登录密码后来就是备案密码。',
        en: 'Search old mailboxes for mail from miibeian and miitbeian, and old notes for user name and login password of the filing system. Other sources say that login password became the filing password.',
      },
      question: {
        text: { zh: '找到了吗？', en: 'Found it?' },
        answers: [
          { id: 'no', text: { zh: '没找到，或试过不对', en: 'No, or it is wrong' } },
          {
            id: 'found',
            text: { zh: '找到了，能用', en: 'Yes, and it works' },
            to: { step: 'receive-password' },
          },
        ],
      },
      asks: ['evidence'],
      sources: [HUBEI_2008, TWO_PASSWORDS],
    },
    {
      id: 'ask-archive',
      title: { zh: '向原接入商要历史档案', en: 'Ask the original provider for the archive' },
      text: {
        zh: '书面请原接入商查当年的备案档案（备案时间、登记信息、用户名），能盖章就请它盖章。找不到也请书面答复，说明里要用。',
        en: 'Ask the original provider in writing for the filing’s archive: day, registered data, user name, with its seal if obtainable. If there is none, ask for that in writing too: the statement quotes it.',
      },
      values: ['subject-filing-number', 'domain', 'filed-on', 'entity-name'],
      startsClocks: ['archive-answer'],
      asks: ['person', 'channel', 'reference', 'evidence'],
      question: {
        text: { zh: '现在的情况是哪一种？', en: 'How do things stand?' },
        answers: [
          { id: 'asked', text: { zh: '已去函，还有接入商', en: 'Asked; there is a provider' } },
          {
            id: 'shell',
            text: {
              zh: '原接入商没了，没有接入信息（空壳）',
              en: 'No provider and no access data: a shell',
            },
          },
        ],
      },
      failures: [
        { when: { zh: '原接入商推诿', en: 'The provider puts you off' }, to: { guide: 't4' } },
      ],
      sources: [FIND_PASSWORD],
    },
    {
      id: 'shell',
      title: {
        zh: '空壳：能新增就新增，不能就注销重备',
        en: 'Shell: add a service, or cancel and file anew',
      },
      text: {
        zh: '津、辽、川、滇、苏、浙、沪、桂、晋、京、黔11个省市，空壳主体可以直接新增服务；其他省按表向管局申请注销，约5个工作日，再首次备案。',
        en: 'In Tianjin, Liaoning, Sichuan, Yunnan, Jiangsu, Zhejiang, Shanghai, Guangxi, Shanxi, Beijing and Guizhou a shell may add a service directly; elsewhere it is cancelled by form to the bureau, about 5 working days, and filed for the first time.',
      },
      caution: {
        zh: '空壳会被管局公示清理，通常只给7天左右，先办这件事。',
        en: 'Bureaus list shells and delete them, usually within some seven days: do this first.',
      },
      onlyIf: { step: 'ask-archive', answers: ['shell'] },
      asks: ['person', 'channel'],
      sources: [HUAWEI_CLOUD, CLEAN_UP_NOTICES],
    },
    {
      id: 'archive-answered',
      title: { zh: '收到档案或答复', en: 'The archive, or an answer' },
      text: {
        zh: '把档案或书面答复扫描存入资料。查到了当年的用户名和密码，到结果一步登记。',
        en: 'Scan the archive or the answer into Documents. If it holds user name and password, go to the outcome.',
      },
      stopsClocks: ['archive-answer'],
      asks: ['evidence'],
      failures: [
        {
          when: { zh: '档案里有密码，能用', en: 'The archive has a password that works' },
          to: { step: 'receive-password' },
        },
      ],
      sources: [FIND_PASSWORD],
    },
    {
      id: 'write-statement',
      title: { zh: '写《特殊情况说明》', en: 'Write the special statement' },
      text: {
        zh: '写明备案号、备案时间、原接入商、为什么没有密码、已经查过什么，请求生成备案密码。盖公章，附档案或答复。',
        en: 'Name number, filing day, original provider, why there is no password and what was tried; ask the bureau to make one. With the seal, and the archive or the answer attached.',
      },
      letter: 'special-statement',
      asks: ['evidence'],
      sources: [FIND_PASSWORD],
    },
    {
      id: 'submit',
      title: { zh: '交当地管局', en: 'Send it to the bureau' },
      text: {
        zh: '交备案所在省的管局，窗口要回执，邮寄用EMS。',
        en: 'To the bureau of the filing’s province: a receipt at the window, EMS by post.',
      },
      values: ['subject-filing-number'],
      startsClocks: ['bureau-window'],
      asks: ['person', 'channel', 'reference', 'evidence'],
      failures: [
        {
          when: { zh: '材料有缺陷被退', en: 'Papers sent back for a defect' },
          to: { step: 'write-statement' },
        },
      ],
      sources: [FIND_PASSWORD],
    },
    {
      id: 'bureau-answer',
      title: { zh: '管局答复', en: 'The bureau’s answer' },
      text: {
        zh: '3个工作日后问一次进度。答复记入沟通记录。',
        en: 'Ask after three working days; log the answer.',
      },
      question: {
        text: { zh: '能生成密码吗？', en: 'Can they make a password?' },
        answers: [
          {
            id: 'generated',
            text: { zh: '能，已生成', en: 'Yes, they made one' },
            to: { step: 'receive-password' },
          },
          {
            id: 'refile',
            text: { zh: '不能，让走新增备案', en: 'No: file through a new service' },
          },
          {
            id: 'no-password-today',
            text: { zh: '说密码已取消，用短信核验', en: 'They say SMS is used instead' },
            to: { guide: 'm' },
          },
        ],
      },
      stopsClocks: ['bureau-window'],
      asks: ['person', 'channel'],
      sources: [FIND_PASSWORD],
    },
    {
      id: 'refile',
      title: { zh: '走新增备案重新提交', en: 'Submit again through a new service' },
      text: {
        zh: '在现在的接入商提交新增备案，资料用现行的执照和负责人。',
        en: 'Submit a new service at the present provider, with the licence and person of today.',
      },
      values: ['entity-name', 'credit-code', 'domain', 'responsible-name', 'responsible-phone'],
      onlyIf: { step: 'bureau-answer', answers: ['refile'] },
      startsClocks: ['provider-review'],
      asks: ['person', 'reference', 'evidence'],
      sources: [FIND_PASSWORD],
    },
    ...orderSteps({ step: 'bureau-answer', answers: ['refile'] }),
    {
      id: 'receive-password',
      title: { zh: '取得结果，登记', en: 'Receive the result, record it' },
      text: {
        zh: '管局生成的按“临时密码”登记；发到登记手机或邮箱的，按“已发送”；找到旧密码或重新备案的，按“账号已找回”。',
        en: 'One the bureau made is temporary; one sent to the filed phone or mailbox, sent; an old password found, or a new filing, account regained.',
      },
      isOutcome: true,
      stopsClocks: ['archive-answer'],
      asks: ['person', 'channel', 'evidence'],
      sources: [FIND_PASSWORD],
    },
    CHANGE_AT_ONCE,
    REGISTER_PASSWORD,
    {
      id: 'store-archive',
      title: { zh: '存档案', en: 'Store the archive' },
      text: {
        zh: '备案号、密码、历史档案扫描件、管局答复都存进保管匣，写明原件在哪里。',
        en: 'Keep number, password, scan of the archive and the bureau’s answer in the vault, with where the originals are.',
      },
      asks: ['evidence'],
      sources: [FIND_PASSWORD],
    },
    UPDATE_LEDGER,
  ],
  materials: OLD_FILING_MATERIALS,
  clocks: [
    {
      id: 'archive-answer',
      title: { zh: '原接入商答复', en: 'Provider’s answer' },
      unit: 'working-days',
      from: 3,
      to: 3,
      party: 'them',
      isOverridable: true,
      onOverdue: { zh: '催一次并记录；推诿走T4。', en: 'Ask again and log it; or take T4.' },
      sources: [PRACTICE],
    },
    BUREAU_WINDOW,
    ...ORDER_CLOCKS,
  ],
  outcomes: ['temporary', 'sent', 'account-regained'],
  failures: [
    NO_PORTAL_ENTRY,
    {
      when: { zh: '原接入商推诿', en: 'The original provider puts you off' },
      to: { guide: 't4' },
      sources: [FIND_PASSWORD],
    },
    {
      when: { zh: '主体也变了', en: 'The entity changed as well' },
      to: { guide: 'e' },
      sources: [FIND_PASSWORD],
    },
  ],
  notes: OLD_FILING_NOTES,
}
