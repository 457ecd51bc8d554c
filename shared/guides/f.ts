import { BUREAU_REVIEW, BUREAU_WINDOW } from './clock-rules.ts'
import { CHANGE_AT_ONCE, REGISTER_PASSWORD, UPDATE_LEDGER } from './closing.ts'
import type { Guide } from './guide.ts'
import { FORGERY_WARNING, PRIVACY_NOTE } from './legal.ts'
import {
  AGENT_ID,
  AUTHORIZATION_IF_AGENT,
  DOMAIN_CERTIFICATE,
  LEGAL_REPRESENTATIVE_ID_OFTEN,
  LICENCE_COPY,
  PROVINCE_FORM,
  RESPONSIBLE_ID,
  STANDING_AUTHORIZATION,
  STATEMENT,
} from './materials.ts'
import { PAPER_DEFECT } from './paper-defect.ts'
import { PRE_FLIGHT } from './pre-flight.ts'
import {
  FIND_PASSWORD,
  HUAWEI_CLOUD,
  NOT_CONFIRMED,
  ORDER_33,
  TENCENT_CLOUD,
  WEB_ARTICLES,
} from './sources.ts'
import { NO_PORTAL_ENTRY, TWO_LAYERS } from './warning.ts'

export const f: Guide = {
  id: 'f',
  code: 'F',
  kind: 'special-case',
  title: { zh: '跨省（属地化）', en: 'Another province' },
  summary: {
    zh: '备案在一个省，人或公司在另一个省。由备案所在省的管局受理，要书面申请和盖章的情况说明。来源没有给出时限，先按3–15个工作日。',
    en: 'The filing is in one province, people or company in another. The filing’s province is in charge: a written application and a sealed statement. No source gives a time; 3–15 working days to begin with.',
  },
  isRetiredByMessages: true,
  duration: { unit: 'working-days', from: 3, to: 15 },
  preconditions: [
    {
      id: 'other-province',
      text: {
        zh: '备案省份与现在所在省不同',
        en: 'The filing’s province is another than yours now',
      },
      fact: 'other-province',
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
      id: 'which-case',
      title: { zh: '分清是哪一种跨省', en: 'Tell which of the two it is' },
      text: {
        zh: '只是办事的人或办公室在外省，公司登记地没变，是一回事；公司迁到外省、换了登记地，是另一回事。单位在发证所在省备案。',
        en: 'People or an office elsewhere, with the company still registered where it was, is one thing; a company re-registered in another province is another. A unit files where its certificate was issued.',
      },
      values: ['subject-filing-number', 'entity-address'],
      question: {
        text: { zh: '是哪一种？', en: 'Which is it?' },
        answers: [
          {
            id: 'person-elsewhere',
            text: { zh: '人在外省，公司登记地没变', en: 'People elsewhere, company as it was' },
          },
          {
            id: 'company-moved',
            text: { zh: '公司已迁到外省', en: 'The company moved to another province' },
          },
        ],
      },
      sources: [FIND_PASSWORD, HUAWEI_CLOUD, ORDER_33],
    },
    {
      id: 'call-both',
      title: { zh: '两边的管局都打电话问', en: 'Call both bureaus' },
      text: {
        zh: '说法不一：有的说省份不能改，只能注销重备；有的说同一主体可以提交跨省变更；多数省不受理。备案省和迁入省的管局都打电话问，都记下来，再定。',
        en: 'Sources disagree: some say the province cannot be changed, so cancel and file anew; others that the same entity may submit a cross-province change; most provinces refuse. Call the bureaus of both provinces, log both, then decide.',
      },
      onlyIf: { step: 'which-case', answers: ['company-moved'] },
      asks: ['person', 'channel', 'reference'],
      question: {
        text: { zh: '两边怎么说？', en: 'What did they say?' },
        answers: [
          {
            id: 'password-first',
            text: {
              zh: '先在备案省把密码找回来',
              en: 'Recover the password in the filing’s province first',
            },
          },
          {
            id: 'cross-change',
            text: { zh: '可以提交跨省变更', en: 'A cross-province change may be submitted' },
            to: { guide: 'm' },
          },
          {
            id: 'cancel-refile',
            text: { zh: '只能注销后在新省备案', en: 'Cancel, and file in the new province' },
            to: { step: 'cancel-and-refile' },
          },
        ],
      },
      sources: [TENCENT_CLOUD, HUAWEI_CLOUD, WEB_ARTICLES],
    },
    {
      id: 'contact-bureau',
      title: { zh: '联系备案所在省的管局', en: 'Contact the filing’s bureau' },
      text: {
        zh: '按备案号的省份找管局，不是你所在省的。问清：异地能不能邮寄或委托他人，用哪张表，窗口时间。',
        en: 'The number’s province tells the bureau, not where you are. Ask whether post or an agent will do, which form, and the hours.',
      },
      values: ['subject-filing-number'],
      asks: ['person', 'channel', 'reference'],
      failures: [
        { when: { zh: '不再办理密码', en: 'Passwords are no longer handled' }, to: { guide: 'm' } },
      ],
      sources: [FIND_PASSWORD],
    },
    {
      id: 'prepare-papers',
      title: {
        zh: '备主体证明、负责人身份证、情况说明',
        en: 'Prepare certificate, ID and statement',
      },
      text: {
        zh: '《情况说明》写清备案地和现在所在地、在线办不了的原因、用来接收的手机和邮箱，盖公章。主体资格证明和网站负责人身份证复印件一并备好，扫描存档。',
        en: 'The statement names where it was filed and where you are, why the online way fails, and the phone and mailbox to receive; with the seal. Have the certificate and the responsible person’s ID copy ready, and scan all of it.',
      },
      letter: 'statement',
      asks: ['evidence'],
      sources: [FIND_PASSWORD],
    },
    {
      id: 'submit',
      title: { zh: '到窗口递交书面申请', en: 'Hand the application in at the window' },
      text: {
        zh: '在备案所在省管局窗口递交，要回执；问过可以邮寄的用EMS，留底单。',
        en: 'Hand it in at the window of the filing’s bureau and ask for a receipt; where post is allowed use EMS and keep the slip.',
      },
      startsClocks: ['bureau-window'],
      asks: ['person', 'channel', 'reference', 'evidence'],
      failures: [PAPER_DEFECT],
      sources: [FIND_PASSWORD],
    },
    {
      id: 'bureau-reviews',
      title: { zh: '管局审核', en: 'The bureau reviews' },
      text: {
        zh: '3个工作日后问一次进度，以后每次联系都记入沟通记录。',
        en: 'Ask after three working days, and log every contact from then on.',
      },
      asks: ['person', 'channel'],
      failures: [
        {
          when: { zh: '两边管局互相推', en: 'The bureaus send you to each other' },
          to: { guide: 't4' },
        },
      ],
      sources: [FIND_PASSWORD],
    },
    {
      id: 'cancel-and-refile',
      title: { zh: '注销后在新省重新备案', en: 'Cancel, and file in the new province' },
      text: {
        zh: '先备份网站、安排停站，注销旧备案；通过后用新登记地的执照首次备案，得到新省的备案号。收码的负责人手机先确认能用。',
        en: 'Back up and plan the outage, then cancel the old filing; once approved file with the new licence and get a number of the new province. See first that the phone that gets the code works.',
      },
      caution: {
        zh: '注销不可恢复，原备案号不会再给。',
        en: 'Cancelling cannot be undone; the number never comes back.',
      },
      onlyIf: { step: 'call-both', answers: ['cancel-refile'] },
      startsClocks: ['bureau-review'],
      asks: ['person', 'reference'],
      sources: [TENCENT_CLOUD],
    },
    {
      id: 'receive-password',
      title: { zh: '取得结果，登记', en: 'Receive the result, record it' },
      text: {
        zh: '管局发临时密码的，按“临时密码”登记，写明有效期；发到登记手机或邮箱的，按“已发送”；重新备案的，按“账号已找回”。',
        en: 'A temporary password from the bureau is recorded as temporary, with its end; one sent to the filed phone or mailbox as sent; a new filing as account regained.',
      },
      isOutcome: true,
      stopsClocks: ['bureau-window', 'bureau-review'],
      asks: ['person', 'channel', 'evidence'],
      sources: [FIND_PASSWORD],
    },
    CHANGE_AT_ONCE,
    REGISTER_PASSWORD,
    UPDATE_LEDGER,
  ],
  materials: [
    {
      ...LICENCE_COPY,
      title: { zh: '主体资格证明复印件', en: 'Copy of the entity’s certificate' },
    },
    RESPONSIBLE_ID,
    STATEMENT,
    DOMAIN_CERTIFICATE,
    LEGAL_REPRESENTATIVE_ID_OFTEN,
    AUTHORIZATION_IF_AGENT,
    AGENT_ID,
    PROVINCE_FORM,
    STANDING_AUTHORIZATION,
  ],
  clocks: [BUREAU_WINDOW, BUREAU_REVIEW],
  outcomes: ['temporary', 'sent', 'account-regained'],
  failures: [
    NO_PORTAL_ENTRY,
    {
      when: { zh: '信用代码也变了', en: 'The credit code changed as well' },
      to: { guide: 'e' },
      sources: [HUAWEI_CLOUD],
    },
    {
      when: { zh: '自助还能用，不必去窗口', en: 'Self-service still works, no window needed' },
      to: { guide: 'a1' },
      sources: [FIND_PASSWORD],
    },
    {
      when: { zh: '两边管局互相推', en: 'The bureaus send you to each other' },
      to: { guide: 't4' },
      sources: [FIND_PASSWORD],
    },
  ],
  notes: [
    FORGERY_WARNING,
    PRIVACY_NOTE,
    TWO_LAYERS,
    {
      id: 'province-fixed',
      tone: 'note',
      text: {
        zh: '一种说法：旧代码1046，省份不能变更，只能注销重备。',
        en: 'One view: old code 1046, the province cannot be changed; cancel and file anew.',
      },
      sources: [TENCENT_CLOUD],
    },
    {
      id: 'cross-province-change',
      tone: 'note',
      text: {
        zh: '另一种说法：同一主体可以提交跨省变更。哪些省可以，没有核实到名单。',
        en: 'Another view: the same entity may submit a cross-province change. Which provinces allow it was not verified.',
      },
      sources: [HUAWEI_CLOUD, NOT_CONFIRMED],
    },
    {
      id: 'most-refuse',
      tone: 'note',
      text: {
        zh: '还有说法：多数省不受理跨省变更。',
        en: 'A third view: most provinces refuse it.',
      },
      sources: [WEB_ARTICLES],
    },
    {
      id: 'where-to-file',
      tone: 'note',
      text: {
        zh: '备案向住所所在地的管局办理；单位按发证所在省。',
        en: 'Filing is with the bureau of the domicile; for a unit, the province that issued its certificate.',
      },
      sources: [ORDER_33, HUAWEI_CLOUD],
    },
  ],
}
