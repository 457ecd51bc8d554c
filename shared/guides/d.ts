import { CHANGE_AT_ONCE, REGISTER_PASSWORD, UPDATE_LEDGER } from './closing.ts'
import type { Branch, Guide } from './guide.ts'
import { PRIVACY_NOTE } from './legal.ts'
import { AUTHORIZATION, LICENCE_COPY } from './materials.ts'
import { ORDER_CLOCKS, orderSteps } from './order-steps.ts'
import { PRE_FLIGHT } from './pre-flight.ts'
import { FIND_PASSWORD, PASSWORD_GUIDE, PRACTICE } from './sources.ts'
import { NO_PORTAL_ENTRY, TWO_LAYERS } from './warning.ts'

/** An agency that does not answer or wants money is left out: the owner asks with the licence. */
const AGENCY_FAILS: readonly Branch[] = [
  {
    when: { zh: '对方不答复或要挟，手机还能用', en: 'Silent or extorting, and the phone works' },
    to: { guide: 'a1' },
    sources: [PASSWORD_GUIDE],
  },
  {
    when: {
      zh: '对方不答复或要挟，接入商知道',
      en: 'Silent or extorting, and the provider is known',
    },
    to: { guide: 'c' },
    sources: [PASSWORD_GUIDE],
  },
  {
    when: {
      zh: '对方不答复或要挟，其他都不通',
      en: 'Silent or extorting, and nothing else works',
    },
    to: { guide: 'b' },
    sources: [PASSWORD_GUIDE],
  },
  {
    when: { zh: '登记的手机号是代理机构的', en: 'The filed phone is the agency’s' },
    to: { guide: 'm' },
    sources: [PRACTICE],
  },
]

export const d: Guide = {
  id: 'd',
  code: 'D',
  kind: 'route',
  title: { zh: '向代理机构取回', en: 'From the filing agency' },
  summary: {
    zh: '备案当初委托代理机构办的，密码和登记的手机、邮箱可能都在它手里。书面要回来，立即改掉，再撤销授权。没有规定时限，每3个工作日催一次。',
    en: 'An agency filed for you and may hold the password, and the filed phone and mailbox. Ask for them in writing, change at once, then revoke the authorisation. No time is set: chase every three working days.',
  },
  isRetiredByMessages: true,
  preconditions: [
    {
      id: 'by-agency',
      text: { zh: '备案确实委托过代理机构', en: 'The filing was delegated to an agency' },
      fact: 'filed-by-agency',
    },
    {
      id: 'agency-trusted',
      text: {
        zh: '机构有资质、口碑可靠；不可靠的不要再给它证件，改走A、C、B',
        en: 'The agency is qualified and reputable; give an unreliable one no more papers and take A, C or B',
      },
    },
  ],
  steps: [
    ...PRE_FLIGHT,
    {
      id: 'find-contract',
      title: { zh: '找合同和联系人', en: 'Find the contract and the contact' },
      text: {
        zh: '找出代办合同、付款凭证和对方联系人，看合同里怎么约定账号和密码的归属。查它的营业执照和资质是否还有效。',
        en: 'Find the contract, proof of payment and the contact, and what the contract says about account and password. Check that its licence and qualification are still valid.',
      },
      caution: {
        zh: '对方可能泄露信息；不要为“方便办理”再交原件或空白盖章纸。',
        en: 'An agency may leak what it knows; give it no originals and no stamped blanks “to make it easy”.',
      },
      asks: ['evidence'],
      sources: [PASSWORD_GUIDE],
    },
    {
      id: 'ask-in-writing',
      title: { zh: '书面索要', en: 'Ask in writing' },
      text: {
        zh: '发盖章的书面请求，要四样：密码、备案号、接入商账号、登记的手机号和邮箱归谁。需要授权时，只授“交还资料”这一件事，期限写短。',
        en: 'Send a sealed request for four things: the password, the filing number, the provider account, and who owns the filed phone and mailbox. If it wants an authorisation, limit it to handing these over, for a short time.',
      },
      letter: 'authorization',
      startsClocks: ['agency-answer'],
      asks: ['person', 'channel', 'reference', 'evidence'],
      sources: [PASSWORD_GUIDE],
    },
    {
      id: 'chase',
      title: { zh: '每3个工作日催一次', en: 'Chase every three working days' },
      text: {
        zh: '打电话、发函都记入沟通记录。催过三次仍不答复，或借机要钱，就不再等，以主办单位的身份走A、C或B。',
        en: 'Log each call and letter. After three without an answer, or if they want money for it, wait no longer and take A, C or B as the owner, with the licence.',
      },
      isOptional: true,
      startsClocks: ['agency-answer'],
      asks: ['person', 'channel'],
      failures: AGENCY_FAILS,
      sources: [PASSWORD_GUIDE, PRACTICE],
    },
    {
      id: 'receive-password',
      title: { zh: '经安全途径收到，登记', en: 'Receive it over a safe way, record it' },
      text: {
        zh: '当面或电话口述，不用微信群、不用明文邮件。收到的密码别人知道，一律按“临时密码”登记；只拿回账号的，按“账号已找回”。',
        en: 'In person or read out on the phone; no group chat, no plain mail. Others know this password: always record it as temporary; if only the account came back, as account regained.',
      },
      isOutcome: true,
      stopsClocks: ['agency-answer'],
      asks: ['person', 'channel', 'evidence'],
      sources: [PASSWORD_GUIDE],
    },
    CHANGE_AT_ONCE,
    REGISTER_PASSWORD,
    {
      id: 'whose-contacts',
      title: { zh: '看登记的手机和邮箱是谁的', en: 'See whose phone and mailbox are filed' },
      text: {
        zh: '核对备案里登记的手机号和邮箱，是代理机构的还是本单位的。',
        en: 'Check whether the filed phone and mailbox are the agency’s or yours.',
      },
      values: ['responsible-phone', 'responsible-email', 'service-responsible-phone'],
      question: {
        text: { zh: '是谁的？', en: 'Whose are they?' },
        answers: [
          { id: 'agency', text: { zh: '有代理机构的', en: 'Some are the agency’s' } },
          {
            id: 'ours',
            text: { zh: '都是本单位的', en: 'All are ours' },
            to: { step: 'revoke-authorization' },
          },
        ],
      },
      sources: [PASSWORD_GUIDE, PRACTICE],
    },
    {
      id: 'replace-contacts',
      title: { zh: '换掉代理机构的手机和邮箱', en: 'Replace the agency’s phone and mailbox' },
      text: {
        zh: '在接入商提交变更备案，换成本单位负责人的手机和邮箱。接入商初审1–2个工作日。',
        en: 'Submit a change of filing at the provider, to the phone and mailbox of your own person. Its review takes 1–2 working days.',
      },
      onlyIf: { step: 'whose-contacts', answers: ['agency'] },
      startsClocks: ['provider-review'],
      asks: ['person', 'reference'],
      failures: [
        {
          when: { zh: '要逐步办理变更', en: 'Go through the change step by step' },
          to: { guide: 'm' },
        },
      ],
      sources: [PASSWORD_GUIDE, PRACTICE],
    },
    ...orderSteps({ step: 'whose-contacts', answers: ['agency'] }),
    {
      id: 'revoke-authorization',
      title: { zh: '撤销授权，收回材料', en: 'Revoke the authorisation, take the papers back' },
      text: {
        zh: '书面通知撤销授权，要回证照复印件和盖章件，请对方签收；回执归档，授权书在文书里标为已撤销。改掉它知道的其他密码。',
        en: 'Revoke in writing, take copies and stamped papers back and have it acknowledged; archive the receipt and mark the letter as revoked. Change every other password they know.',
      },
      asks: ['person', 'evidence'],
      sources: [PRACTICE],
    },
    UPDATE_LEDGER,
  ],
  materials: [
    {
      id: 'contract',
      title: { zh: '代办合同', en: 'The contract' },
      documents: ['contract'],
      seal: 'none',
      form: 'to-hand',
      isRequired: true,
      sources: [PASSWORD_GUIDE],
    },
    {
      id: 'written-request',
      title: { zh: '书面请求', en: 'Written request' },
      documents: ['statement', 'other'],
      seal: 'seal',
      form: 'original',
      isRequired: true,
      sources: [PASSWORD_GUIDE],
    },
    {
      ...AUTHORIZATION,
      title: {
        zh: '《授权委托书》（只授“交还资料”，期限短）',
        en: 'Letter of authorisation, limited to handing over, short',
      },
    },
    {
      ...LICENCE_COPY,
      id: 'licence-shown',
      title: { zh: '营业执照（出示）', en: 'Business licence, to show' },
      seal: 'none',
      form: 'to-hand',
    },
  ],
  clocks: [
    {
      id: 'agency-answer',
      title: { zh: '代理机构答复', en: 'Agency’s answer' },
      unit: 'working-days',
      from: 3,
      to: 3,
      party: 'them',
      isOverridable: true,
      onOverdue: {
        zh: '今天再催一次；催满三次改走A、C或B。',
        en: 'Chase again today; after three times take A, C or B.',
      },
      sources: [PRACTICE],
    },
    ...ORDER_CLOCKS,
  ],
  outcomes: ['temporary', 'account-regained'],
  failures: [NO_PORTAL_ENTRY, ...AGENCY_FAILS],
  notes: [
    PRIVACY_NOTE,
    TWO_LAYERS,
    {
      id: 'agency-risk',
      tone: 'warning',
      text: {
        zh: '代理机构可能泄露备案资料。在台账里记它的资质和风险，委托结束就当密码已泄露处理：立即改。',
        en: 'An agency may leak filing data. Keep its qualification and risk in the ledger, and once it is no longer yours treat its passwords as leaked: change at once.',
      },
      sources: [PASSWORD_GUIDE],
    },
    {
      id: 'official-first',
      tone: 'note',
      text: {
        zh: '优先走官方渠道；收费“代找密码”的不要用。',
        en: 'Prefer official channels; use nobody who sells password recovery.',
      },
      sources: [FIND_PASSWORD, PRACTICE],
    },
  ],
}
