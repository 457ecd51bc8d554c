import type { Branch, GuideNote } from './guide.ts'
import { BAIDU_CLOUD, HUAWEI_CLOUD, NOT_CONFIRMED, TENCENT_CLOUD, VOLCENGINE } from './sources.ts'

/** Heads each guide that is about the old filing password (`isRetiredByMessages`). */
export const SMS_WARNING: GuideNote = {
  id: 'sms-since-2020',
  tone: 'warning',
  text: {
    zh: '2020-08-17 起全国系统改为短信核验，入口可能已不存在。除取消接入外，备案操作都由备案负责人用手机收验证码确认，不再使用备案密码。登录页上找不到“忘记密码”或“找回备案密码”，就改走短信核验与变更备案（M）。',
    en: 'Since 2020-08-17 the whole country verifies by SMS, and the entry may no longer exist. Every filing operation but cancelling access is confirmed by a code on the responsible person’s phone; the filing password is no longer used. Where the login page shows neither 忘记密码 nor 找回备案密码, take SMS check and change of filing (M).',
  },
  sources: [BAIDU_CLOUD, VOLCENGINE, HUAWEI_CLOUD],
}

/** 门户无找回入口 → M. */
export const NO_PORTAL_ENTRY: Branch = {
  when: {
    zh: '门户无找回入口',
    en: 'The portal has no recovery entry',
  },
  to: { guide: 'm' },
  sources: [BAIDU_CLOUD, VOLCENGINE, HUAWEI_CLOUD],
}

/** Why the old password existed, and that there were two of them. */
export const TWO_LAYERS: GuideNote = {
  id: 'two-layers',
  tone: 'note',
  text: {
    zh: '旧系统有两层密码：“企业侧系统密码”由接入商重置，“备案密码”由省通信管理局重置。备案密码只在接入备案和注销主体时要用。先弄清丢的是哪一个，两者分开登记。',
    en: 'The old system had two passwords: the one of the provider’s own filing system, which the provider resets, and the filing password, which the provincial bureau resets. The filing password was asked only for adding access and for cancelling the entity. Find out first which one is lost, and keep the two apart in the ledger.',
  },
  sources: [TENCENT_CLOUD, { name: 'kuaisubeian.cc', confidence: 'weak', date: '2017' }],
}

/** What nobody could confirm at the live portal. */
export const ENTRY_NOT_CONFIRMED: GuideNote = {
  id: 'entry-not-confirmed',
  tone: 'note',
  text: {
    zh: '现在的门户是否还留有“找回备案密码”入口，没有核实过。看到了，请在这里记下日期和截图。',
    en: 'Whether the portal still has an entry 找回备案密码 was not verified. If you see it, note the day and keep a screenshot here.',
  },
  sources: [NOT_CONFIRMED],
}
