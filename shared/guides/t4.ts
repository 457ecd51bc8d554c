import type { Guide } from './guide.ts'
import { PRIVACY_NOTE } from './legal.ts'
import { LICENCE_COPY } from './materials.ts'
import { APPEAL_RULES, FIND_PASSWORD, PRACTICE } from './sources.ts'

export const t4: Guide = {
  id: 't4',
  code: 'T4',
  kind: 'trouble',
  title: { zh: '接入商推诿', en: 'The provider puts you off' },
  summary: {
    zh: '先补齐材料，再书面投诉。15日内不答复或不满意，向接入商所在省的申诉受理机构申诉：5个工作日内决定受理，调解不超过30日。',
    en: 'Complete the papers, then complain in writing. Without an answer within 15 days, or with a bad one, appeal in the provider’s province: acceptance within 5 working days, mediation within 30 days.',
  },
  isRetiredByMessages: false,
  preconditions: [
    {
      id: 'within-two-years',
      text: {
        zh: '事情发生没有超过2年，超过不受理申诉',
        en: 'It happened within the last two years; older matters are not accepted',
      },
    },
  ],
  steps: [
    {
      id: 'complete-papers',
      title: { zh: '先补齐材料', en: 'Complete the papers first' },
      text: {
        zh: '对照接入商的清单查缺：公章、签名、有效期、照片清晰、名称与备案一致。补好重交，要书面的不受理理由。',
        en: 'Check their list: seal, signature, validity, sharp pictures, names as filed. Submit again and ask for the reason of refusal in writing.',
      },
      asks: ['reference'],
      question: {
        text: { zh: '补齐后受理了吗？', en: 'Do they take it now?' },
        answers: [
          { id: 'accepted', text: { zh: '受理了', en: 'Yes' }, to: { end: 'solved' } },
          { id: 'refused', text: { zh: '仍然推诿', en: 'They still put me off' } },
        ],
      },
      sources: [FIND_PASSWORD],
    },
    {
      id: 'collect-records',
      title: { zh: '整理沟通记录', en: 'Put the contact log in order' },
      text: {
        zh: '把每次联系补进沟通记录：哪天几点、找谁、什么渠道、对方说了什么、工单号；截图和录音存进资料。',
        en: 'Complete the log: when, with whom, how, what was said, ticket number; keep screenshots and recordings in Documents.',
      },
      asks: ['evidence'],
      sources: [FIND_PASSWORD],
    },
    {
      id: 'complain-to-provider',
      title: { zh: '向接入商书面投诉', en: 'Complain to the provider in writing' },
      text: {
        zh: '走对方正式的投诉渠道，写明诉求和期限，留下投诉号。从这天起等15日。',
        en: 'Use their official complaint channel, say what you want and by when, and keep its number. From this day wait 15 days.',
      },
      startsClocks: ['provider-complaint'],
      asks: ['person', 'channel', 'reference', 'evidence'],
      sources: [APPEAL_RULES],
    },
    {
      id: 'provider-answer',
      title: { zh: '看接入商的答复', en: 'The provider’s answer' },
      text: {
        zh: '解决了就回到原来的途径；不满意，或满15日没有答复，可以申诉。',
        en: 'If it is solved go back to the way you were on; if not, or after 15 days of silence, you may appeal.',
      },
      question: {
        text: { zh: '结果怎样？', en: 'How did it go?' },
        answers: [
          { id: 'solved', text: { zh: '解决了', en: 'Solved' }, to: { end: 'solved' } },
          {
            id: 'unsatisfied',
            text: { zh: '不满意，或15日没有答复', en: 'Not satisfied, or silence' },
          },
        ],
      },
      stopsClocks: ['provider-complaint'],
      asks: ['person', 'channel', 'evidence'],
      sources: [APPEAL_RULES],
    },
    {
      id: 'write-complaint',
      title: { zh: '写投诉/申诉书', en: 'Write the complaint' },
      text: {
        zh: '申诉人姓名地址电话邮编、被申诉人名称地址、诉求、事实和理由、日期，一项不缺；附沟通时间表、15日已过或不满意的证明、材料清单，盖公章。',
        en: 'Name, address, phone and postcode of the complainant, name and address of the other side, claims, facts and grounds, date: all of it; with the time line, proof of the 15 days or of the bad answer, a list of papers, and the seal.',
      },
      letter: 'complaint',
      asks: ['evidence'],
      sources: [FIND_PASSWORD, APPEAL_RULES],
    },
    {
      id: 'submit-appeal',
      title: { zh: '向接入商所在省申诉', en: 'Appeal in the provider’s province' },
      text: {
        zh: '交给接入商所在省的电信用户申诉受理机构，不是你所在的省。内容和监管方面的问题，另向管局投诉，附完整记录。',
        en: 'Hand it to the appeals office for telecom users of the provider’s province, not of yours. Matters of content or regulation go to the bureau, with the complete records.',
      },
      startsClocks: ['appeal-acceptance'],
      asks: ['person', 'channel', 'reference', 'evidence'],
      sources: [FIND_PASSWORD, APPEAL_RULES],
    },
    {
      id: 'appeal-accepted',
      title: { zh: '受理了', en: 'The appeal is accepted' },
      text: {
        zh: '5个工作日内会告诉你受不受理。不受理要书面理由，按理由补。',
        en: 'You are told within 5 working days. If it is refused, ask for the reason in writing and mend that.',
      },
      stopsClocks: ['appeal-acceptance'],
      startsClocks: ['mediation'],
      asks: ['channel', 'reference'],
      failures: [
        {
          when: { zh: '不受理：理由是材料不全', en: 'Refused: papers are missing' },
          to: { step: 'write-complaint' },
        },
      ],
      sources: [APPEAL_RULES],
    },
    {
      id: 'mediated',
      title: { zh: '调解结果', en: 'The mediation’s result' },
      text: {
        zh: '调解不超过30日。达成一致的，按约定办完再回到原途径；不成，改向管局申请（B），或在别家做接入备案再变更（M）。',
        en: 'Mediation takes 30 days at most. If you agree, let it be done and go back; if not, apply to the bureau (B), or add access elsewhere and change the filing (M).',
      },
      stopsClocks: ['mediation'],
      question: {
        text: { zh: '结果怎样？', en: 'How did it go?' },
        answers: [
          { id: 'solved', text: { zh: '解决了', en: 'Solved' }, to: { end: 'solved' } },
          {
            id: 'to-bureau',
            text: { zh: '没解决，找管局', en: 'Not solved: the bureau' },
            to: { guide: 'b' },
          },
          {
            id: 'to-other-provider',
            text: { zh: '没解决，换接入商再变更', en: 'Not solved: another provider' },
            to: { guide: 'm' },
          },
        ],
      },
      asks: ['evidence'],
      sources: [APPEAL_RULES],
    },
  ],
  materials: [
    {
      id: 'complaint',
      title: { zh: '投诉/申诉书', en: 'The complaint' },
      documents: ['complaint'],
      letter: 'complaint',
      seal: 'seal',
      form: 'original',
      isRequired: true,
      sources: [APPEAL_RULES],
    },
    {
      id: 'contact-records',
      title: { zh: '沟通记录和截图', en: 'Contact log and screenshots' },
      documents: ['screenshot', 'receipt', 'other'],
      seal: 'none',
      form: 'copy',
      isRequired: true,
      sources: [FIND_PASSWORD],
    },
    {
      id: 'submitted-papers',
      title: { zh: '已交材料清单和单号', en: 'List of papers handed in, with numbers' },
      documents: ['receipt', 'other'],
      seal: 'none',
      form: 'copy',
      isRequired: true,
      sources: [APPEAL_RULES],
    },
    { ...LICENCE_COPY, sources: [PRACTICE] },
  ],
  clocks: [
    {
      id: 'provider-complaint',
      title: { zh: '接入商答复投诉', en: 'Provider’s answer to the complaint' },
      unit: 'calendar-days',
      from: 15,
      to: 15,
      party: 'them',
      isOverridable: false,
      onOverdue: {
        zh: '15日已过：可以申诉了，写申诉书。',
        en: 'The 15 days are over: you may appeal; write the complaint.',
      },
      sources: [APPEAL_RULES],
    },
    {
      id: 'appeal-acceptance',
      title: { zh: '决定是否受理', en: 'Acceptance of the appeal' },
      unit: 'working-days',
      from: 5,
      to: 5,
      party: 'them',
      isOverridable: false,
      onOverdue: {
        zh: '打电话问是否受理，要编号。',
        en: 'Call and ask whether it is accepted, and for its number.',
      },
      sources: [APPEAL_RULES],
    },
    {
      id: 'mediation',
      title: { zh: '调解', en: 'Mediation' },
      unit: 'calendar-days',
      from: 30,
      to: 30,
      party: 'them',
      isOverridable: false,
      onOverdue: {
        zh: '问结果；没有结论，改走管局或换接入商。',
        en: 'Ask for the result; without one go to the bureau or another provider.',
      },
      sources: [APPEAL_RULES],
    },
  ],
  outcomes: [],
  failures: [
    {
      when: { zh: '接入商已停业', en: 'The provider has closed down' },
      to: { guide: 'b' },
      sources: [PRACTICE],
    },
  ],
  notes: [
    PRIVACY_NOTE,
    {
      id: 'two-kinds',
      tone: 'note',
      text: {
        zh: '接入商不给办，是电信服务争议，走申诉；网站内容和备案监管的事，向管局反映。文章的说法是直接向管局投诉并附完整记录，两条可以同时走。',
        en: 'A provider’s refusal is a dispute about telecom service: appeal. Content and regulation go to the bureau. The article says to complain to the bureau with complete records; both may be done at once.',
      },
      sources: [FIND_PASSWORD, APPEAL_RULES],
    },
  ],
}
