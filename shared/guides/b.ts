import { BUREAU_WINDOW } from './clock-rules.ts'
import { CHANGE_AT_ONCE, REGISTER_PASSWORD, UPDATE_LEDGER } from './closing.ts'
import type { Guide } from './guide.ts'
import { FORGERY_WARNING, PRIVACY_NOTE } from './legal.ts'
import {
  AGENT_ID,
  AUTHORIZATION_IF_AGENT,
  DOMAIN_CERTIFICATE,
  LEGAL_REPRESENTATIVE_ID,
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
  HUBEI_2008,
  NOT_CONFIRMED,
  PASSWORD_GUIDE,
  PRACTICE,
  SHAANXI_2015,
  TENCENT_CLOUD,
  WEB_ARTICLES,
  ZHEJIANG_BUREAU,
} from './sources.ts'
import { NO_PORTAL_ENTRY, TWO_LAYERS } from './warning.ts'

export const b: Guide = {
  id: 'b',
  code: 'B',
  kind: 'route',
  title: { zh: '向省通信管理局申请', en: 'At the provincial communications bureau' },
  summary: {
    zh: '自助办不了、接入商也办不了，或E、F、G转来时，向备案所在省的通信管理局书面申请，取得临时密码。来源没有给出时限，先按3–15个工作日，可按管局改。',
    en: 'When neither self-service nor the provider can help, or E, F or G lead here: apply in writing to the bureau of the province that filed and get a temporary password. No source gives a time; 3–15 working days, to be set for your bureau.',
  },
  isRetiredByMessages: true,
  duration: { unit: 'working-days', from: 3, to: 15 },
  preconditions: [
    {
      id: 'number-known',
      text: {
        zh: '知道备案号（由号码开头的省份简称定管局）',
        en: 'The filing number is known; its first character tells the bureau',
      },
      fact: 'filing-number-known',
    },
    {
      id: 'seal-at-hand',
      text: {
        zh: '公章用得上，法定代表人签得了字',
        en: 'The company seal is at hand and the legal representative can sign',
      },
    },
  ],
  steps: [
    ...PRE_FLIGHT,
    {
      id: 'find-bureau',
      title: { zh: '认准是哪个管局', en: 'Tell which bureau' },
      text: {
        zh: '看备案号第一个字：蜀是四川，黔是贵州，陇是甘肃，其余与车牌简称相同。归备案号所在省的管局管，不是公司现在的所在省。',
        en: 'Look at the first character of the number: 蜀 is Sichuan, 黔 Guizhou, 陇 Gansu, the others as on car plates. The bureau of the number’s province is in charge, not the one where the company is now.',
      },
      values: ['subject-filing-number'],
      sources: [PRACTICE],
    },
    {
      id: 'bureau-platform',
      title: { zh: '先试管局自己的平台', en: 'Try the bureau’s own platform first' },
      text: {
        zh: '有的省自建平台：点“忘记密码”，填备案号、联系人姓名、身份证号；初始密码可能要用省内手机号收短信验证码取得。没有平台就跳过。',
        en: 'Some provinces run their own: choose 忘记密码 and enter filing number, contact’s name and ID number; the first password may come by an SMS code to a phone of that province. Skip it where there is none.',
      },
      values: ['subject-filing-number', 'responsible-name', 'responsible-id-number'],
      question: {
        text: { zh: '办成了吗？', en: 'Did it work?' },
        answers: [
          {
            id: 'worked',
            text: { zh: '办成了，已取得密码', en: 'Yes, a password came' },
            to: { step: 'receive-password' },
          },
          { id: 'no', text: { zh: '没有平台，或办不成', en: 'No platform, or it failed' } },
        ],
      },
      asks: ['channel'],
      sources: [PASSWORD_GUIDE],
    },
    {
      id: 'call-bureau',
      title: { zh: '打电话问清楚', en: 'Call and ask' },
      text: {
        zh: '问四件事：现在还办密码找回吗；用哪张表，《找回密码申请表》还是《备案密码重置申请表》，或写情况说明；去窗口还是邮寄；窗口时间和地址。把接电话的人和答复记下来。',
        en: 'Ask four things: do they still handle passwords; which form, 《找回密码申请表》 or 《备案密码重置申请表》, or a statement; window or post; hours and address. Note who answered and what.',
      },
      caution: {
        zh: '管局电话用联系人里核实过的；网上搜到的先核对来源。',
        en: 'Use the phone verified in Contacts; check the source of one found on the web.',
      },
      asks: ['person', 'channel', 'reference'],
      question: {
        text: { zh: '管局怎么说？', en: 'What did the bureau say?' },
        answers: [
          {
            id: 'handled',
            text: { zh: '还办，知道用什么材料了', en: 'They do; papers are known' },
          },
          {
            id: 'no-longer',
            text: { zh: '不再办理，改用短信核验', en: 'No longer handled, SMS instead' },
            to: { guide: 'm' },
          },
          {
            id: 'change-first',
            text: {
              zh: '登记的联系方式有误，先办变更备案',
              en: 'Filed contacts are wrong: change first',
            },
            to: { guide: 'm' },
          },
        ],
      },
      sources: [FIND_PASSWORD, PASSWORD_GUIDE, TENCENT_CLOUD],
    },
    {
      id: 'prepare-papers',
      title: { zh: '做文书，盖章签字，扫描', en: 'Write, seal, sign, scan' },
      text: {
        zh: '填申请表或写《情况说明》并盖公章；执照和身份证复印件盖章；由他人去办再加《授权委托书》，公章加法定代表人签字。盖好后全部扫描存入资料。',
        en: 'Fill in the form or write the statement, with the seal; seal the copies of licence and ID cards; if somebody else goes, add the letter of authorisation with seal and the legal representative’s signature. Scan all of it into Documents.',
      },
      letter: 'statement',
      asks: ['evidence'],
      sources: [FIND_PASSWORD],
    },
    {
      id: 'submit',
      title: { zh: '窗口递交或邮寄', en: 'Hand in, or send by EMS' },
      text: {
        zh: '窗口递交要回执；邮寄用EMS，写明“备案密码找回”，留底单。',
        en: 'At the window ask for a receipt; by post use EMS, marked “备案密码找回”, and keep the slip.',
      },
      startsClocks: ['bureau-window', 'first-inquiry'],
      asks: ['person', 'channel', 'reference', 'evidence'],
      failures: [PAPER_DEFECT],
      sources: [FIND_PASSWORD],
    },
    {
      id: 'follow-up',
      title: { zh: '催办', en: 'Follow up' },
      text: {
        zh: '3个工作日后第一次打电话问进度，带上回执号或EMS单号；每次都记入沟通记录。',
        en: 'Call first after three working days, with the number of receipt or EMS slip; log every call.',
      },
      stopsClocks: ['first-inquiry'],
      asks: ['person', 'channel'],
      failures: [
        PAPER_DEFECT,
        {
          when: { zh: '不再办理密码', en: 'Passwords are no longer handled' },
          to: { guide: 'm' },
        },
        {
          when: {
            zh: '拒绝办理：请对方书面答复，再向上一级反映',
            en: 'Refused: ask for it in writing, then complain to the next level',
          },
          to: { guide: 't4' },
        },
      ],
      sources: [PRACTICE],
    },
    {
      id: 'receive-password',
      title: { zh: '取得密码，登记', en: 'Receive the password, record it' },
      text: {
        zh: '临时密码当面、电话、邮件或短信取得，按“临时密码”登记；发到登记手机或邮箱的，按“已发送”。写明有效到什么时候。',
        en: 'A temporary password comes at the window, by phone, mail or SMS: record it as temporary; one sent to the filed phone or mailbox as sent. Note until when it opens.',
      },
      isOutcome: true,
      stopsClocks: ['bureau-window', 'first-inquiry'],
      asks: ['person', 'channel', 'evidence'],
      sources: [FIND_PASSWORD],
    },
    CHANGE_AT_ONCE,
    REGISTER_PASSWORD,
    UPDATE_LEDGER,
  ],
  materials: [
    PROVINCE_FORM,
    { ...STATEMENT, sources: [HUBEI_2008] },
    { ...LICENCE_COPY, sources: [WEB_ARTICLES] },
    LEGAL_REPRESENTATIVE_ID,
    { ...RESPONSIBLE_ID, sources: [WEB_ARTICLES] },
    DOMAIN_CERTIFICATE,
    AUTHORIZATION_IF_AGENT,
    AGENT_ID,
    STANDING_AUTHORIZATION,
  ],
  clocks: [
    BUREAU_WINDOW,
    {
      id: 'first-inquiry',
      title: { zh: '第一次催办', en: 'First inquiry' },
      unit: 'working-days',
      from: 3,
      to: 3,
      party: 'us',
      isOverridable: true,
      onOverdue: { zh: '今天就打电话问进度。', en: 'Call today and ask how far it is.' },
      sources: [PRACTICE],
    },
  ],
  outcomes: ['temporary', 'sent'],
  failures: [
    NO_PORTAL_ENTRY,
    {
      when: { zh: '登记的联系方式有误', en: 'Filed contacts are wrong' },
      to: { guide: 'm' },
    },
    {
      when: { zh: '管局和接入商互相推', en: 'Bureau and provider send you to each other' },
      to: { guide: 't4' },
      sources: [FIND_PASSWORD],
    },
  ],
  notes: [
    FORGERY_WARNING,
    PRIVACY_NOTE,
    TWO_LAYERS,
    {
      id: 'form-by-post',
      tone: 'note',
      text: {
        zh: '也有邮寄申请表、管局打电话告知的做法。',
        en: 'Elsewhere the form goes by post and the bureau phones back.',
      },
      sources: [TENCENT_CLOUD],
    },
    {
      id: 'shaanxi-in-person',
      tone: 'note',
      text: { zh: '陕西要求本人带申请表到现场。', en: 'Shaanxi wants the form brought in person.' },
      provinces: ['陕'],
      sources: [SHAANXI_2015],
    },
    {
      id: 'hubei-by-fax',
      tone: 'note',
      text: {
        zh: '湖北曾用传真：盖章说明写明名称、域名、电话、邮箱，管局邮件回复用户名和默认密码，约3个工作日。默认密码人人知道，必须立即改。',
        en: 'Hubei once took a fax: a stamped statement with name, domain, phone and mail; user name and a default password came by mail in about three working days. Everybody knows a default: change it at once.',
      },
      provinces: ['鄂'],
      sources: [HUBEI_2008],
    },
    {
      id: 'zhejiang-window',
      tone: 'note',
      text: {
        zh: '浙江管局：杭州市上城区解放路178号，0571-87078277，周一至周五8:30–12:00、14:00–17:30，不收费。用前再核实一次。',
        en: 'Zhejiang’s bureau: 178 Jiefang Road, Shangcheng, Hangzhou, 0571-87078277, Mon–Fri 8:30–12:00 and 14:00–17:30, free of charge. Verify before use.',
      },
      provinces: ['浙'],
      sources: [ZHEJIANG_BUREAU],
    },
    {
      id: 'bureau-contacts',
      tone: 'note',
      text: {
        zh: '各管局的地址、电话和网址会变，没有逐一核实。在联系人里登记，写上核实日期。',
        en: 'Addresses, phones and sites of the bureaus change and were not verified one by one. Keep them in Contacts with the day of verification.',
      },
      sources: [NOT_CONFIRMED],
    },
    {
      id: 'temporary-password-today',
      tone: 'note',
      text: {
        zh: '现在是否还有管局发放临时密码，没有核实过；以电话答复为准。',
        en: 'Whether a bureau still hands out temporary passwords was not verified; what they say on the phone counts.',
      },
      sources: [NOT_CONFIRMED],
    },
  ],
}
