import type { ClockRule, Step } from './guide.ts'
import { ALIYUN, ALIYUN_PAGES, HUAWEI_CLOUD, PRACTICE } from './sources.ts'

/** Only where the account of the step `log-in-provider` is lost. */
export const REGAIN_ACCOUNT: Step = {
  id: 'regain-account',
  title: { zh: '找回接入商账号', en: 'Regain the provider account' },
  text: {
    zh: '先找回账号，再回到“备案管理”。阿里云：用域名做“备案信息找回”，查备案在哪个账号；企业可申诉找回，要实名账号信息、人脸验证、新手机和付款凭证，约3个工作日。华为云：备案在别的账号时用“认领”（1–2个工作日）或“转移”（不用审核，两边都没有进行中的订单，一个账号只管一个主体）。',
    en: 'Regain the account first, then return to 备案管理. Aliyun: 备案信息找回 by domain tells which account holds the filing; an enterprise may appeal with the real-name account, a face scan, a new phone and proof of payment, about 3 working days. Huawei Cloud: where the filing sits in another account, claim it (认领, 1–2 working days) or move it (转移: no review, no open order in either account, one account for one entity).',
  },
  caution: {
    zh: '阿里云线下转移要执照、变更证明、授权委托书和目标账号ID，1–3个工作日，此说法只见于网页。',
    en: 'Aliyun’s offline transfer asks for licence, proof of change, authorisation and the target account’s ID, 1–3 working days; only web pages say so.',
  },
  onlyIf: { step: 'log-in-provider', answers: ['account-lost'] },
  startsClocks: ['account-appeal'],
  asks: ['person', 'channel', 'reference'],
  failures: [
    {
      when: {
        zh: '账号在离职员工名下，对方不配合',
        en: 'The account is a former employee’s, and they do not help',
      },
      to: { guide: 't4' },
      sources: [ALIYUN],
    },
  ],
  sources: [ALIYUN, HUAWEI_CLOUD, ALIYUN_PAGES],
}

/** After an account came back: nobody of before keeps a way in. */
export const SECURE_ACCOUNT: Step = {
  id: 'secure-account',
  title: {
    zh: '改账号密码，查绑定',
    en: 'Change the account’s password, look at what is bound',
  },
  text: {
    zh: '账号刚找回，先改登录密码，换掉绑定的手机和邮箱，停用离职人员的子账号，打开两步验证。',
    en: 'An account just regained: change its password, replace bound phone and mailbox, disable the sub-accounts of who left, switch two-step verification on.',
  },
  onlyIfOutcome: ['account-regained', 'contact-changed'],
  sources: [PRACTICE],
}

/** Started by the step `regain-account`. */
export const ACCOUNT_APPEAL: ClockRule = {
  id: 'account-appeal',
  title: { zh: '账号申诉或转移', en: 'Account appeal or transfer' },
  unit: 'working-days',
  from: 1,
  to: 3,
  party: 'them',
  isOverridable: true,
  onOverdue: {
    zh: '补齐材料再催；对方不受理，走T4。',
    en: 'Complete the papers and ask again; if they refuse, take T4.',
  },
  sources: [ALIYUN, HUAWEI_CLOUD, ALIYUN_PAGES],
}
