import { CHANGE_RECEIVED, REGISTER_PASSWORD } from './closing.ts'
import type { Guide } from './guide.ts'
import { BAIDU_CLOUD, HUAWEI_CLOUD, PASSWORD_GUIDE, VOLCENGINE } from './sources.ts'

export const t0: Guide = {
  id: 't0',
  code: 'T0',
  kind: 'trouble',
  title: { zh: '初始密码没收到', en: 'The first password never came' },
  summary: {
    zh: '备案通过后，初始密码由短信或邮件发给负责人或联系人。没收到：联系方式填错、运营商故障，或被当垃圾邮件拦下。',
    en: 'After approval the first password goes to the responsible person or contact by SMS or mail. It fails for a wrong phone or mailbox, a carrier’s fault, or because mail was filtered.',
  },
  isRetiredByMessages: true,
  preconditions: [],
  steps: [
    {
      id: 'check-contacts',
      title: { zh: '核对登记的手机和邮箱', en: 'Check the filed phone and mailbox' },
      text: {
        zh: '看备案订单里填的手机号和邮箱，与现在用的逐字比对。',
        en: 'Look at phone and mailbox in the filing order and compare them with those in use, to the character.',
      },
      values: ['responsible-phone', 'responsible-email', 'service-responsible-phone'],
      question: {
        text: { zh: '登记得对吗？', en: 'Are they right?' },
        answers: [
          { id: 'right', text: { zh: '对，都在用', en: 'Yes, and in use' } },
          {
            id: 'wrong',
            text: { zh: '填错了，或已停用', en: 'Wrong, or out of use' },
            to: { step: 'amend-contacts' },
          },
        ],
      },
      sources: [PASSWORD_GUIDE],
    },
    {
      id: 'ask-carrier',
      title: { zh: '查运营商', en: 'Look at the carrier' },
      text: {
        zh: '看手机有没有信号、欠费、短信拦截。刚开通的号码等一等；还收不到，打运营商客服问有没有拦截记录。',
        en: 'Signal, arrears, message filter. Give a new number some time; if nothing comes still, ask the carrier whether messages were blocked.',
      },
      asks: ['channel'],
      sources: [PASSWORD_GUIDE],
    },
    {
      id: 'look-in-spam',
      title: { zh: '看垃圾箱，加白名单', en: 'Look among the spam, white-list the sender' },
      text: {
        zh: '在垃圾箱、广告邮件里找；把发件地址加入白名单，企业邮箱请管理员放行。',
        en: 'Look among spam and advertisements; white-list the sender, and have the administrator of a company mailbox let it pass.',
      },
      sources: [PASSWORD_GUIDE],
    },
    {
      id: 'ask-resend',
      title: { zh: '打电话请求重发', en: 'Call for another' },
      text: {
        zh: '打工信部或备案所在省管局的电话，核对身份后请求重发。记下时间、接电话的人和答复。',
        en: 'Call MIIT or the bureau of the filing’s province, prove who you are and ask for another. Note when, who and what was said.',
      },
      asks: ['person', 'channel', 'reference'],
      question: {
        text: { zh: '结果怎样？', en: 'How did it go?' },
        answers: [
          {
            id: 'arrived',
            text: { zh: '收到了', en: 'It came' },
            to: { step: 'change-at-once' },
          },
          {
            id: 'contacts-wrong',
            text: { zh: '说登记的联系方式有误', en: 'Filed contacts are wrong' },
          },
          {
            id: 'not-sent-any-more',
            text: { zh: '说现在不发密码了', en: 'None is sent any more' },
            to: { guide: 'm' },
          },
        ],
      },
      sources: [PASSWORD_GUIDE],
    },
    {
      id: 'amend-contacts',
      title: { zh: '请审核机构更正联系方式', en: 'Have the contacts amended' },
      text: {
        zh: '联系方式填错的，请备案审核机构更正，更正后再发。还在接入商初审的，在订单里改；已通过的，走变更备案（M）。',
        en: 'Ask the authority that reviewed the filing to amend wrong contacts and send again. In the provider’s review, mend the order; after approval, change the filing (M).',
      },
      asks: ['person', 'channel'],
      question: {
        text: { zh: '怎么更正？', en: 'How is it amended?' },
        answers: [
          {
            id: 'change-filing',
            text: { zh: '已通过备案，办变更', en: 'Approved: change the filing' },
            to: { guide: 'm' },
          },
          {
            id: 'ask-bureau',
            text: { zh: '管局说要书面申请', en: 'The bureau wants it in writing' },
            to: { guide: 'b' },
          },
          {
            id: 'amended',
            text: { zh: '已更正，密码收到了', en: 'Amended, and the password came' },
          },
        ],
      },
      sources: [PASSWORD_GUIDE],
    },
    {
      ...CHANGE_RECEIVED,
      title: { zh: '初始密码，立即修改', en: 'Change the first password at once' },
      text: {
        zh: '初始密码一般是6–12位字母和数字，先按“初始密码”登记，再登录改掉。新密码8–20位，四类字符都要有。',
        en: 'A first password usually has 6–12 letters and digits: register it as issued, then log in and change it. The new one has 8–20 characters of all four classes.',
      },
    },
    REGISTER_PASSWORD,
  ],
  materials: [],
  clocks: [],
  outcomes: [],
  failures: [
    {
      when: { zh: '手机能收短信，可自助重设', en: 'The phone works: reset by self-service' },
      to: { guide: 'a1' },
    },
  ],
  notes: [
    {
      id: 'nothing-sent-since-2020',
      tone: 'note',
      text: {
        zh: '2020年改用短信核验后，备案通过不再发密码。没收到不等于出错。',
        en: 'Since the SMS check of 2020 no password is sent on approval: receiving none is no fault.',
      },
      sources: [BAIDU_CLOUD, VOLCENGINE, HUAWEI_CLOUD],
    },
    {
      id: 'provincial-platform',
      tone: 'note',
      text: {
        zh: '有的省自建平台，初始密码要用省内手机号收短信验证码取得。',
        en: 'Some provinces run their own platform, where the first password comes by an SMS code to a phone of the province.',
      },
      sources: [PASSWORD_GUIDE],
    },
  ],
}
