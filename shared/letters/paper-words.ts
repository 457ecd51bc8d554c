import type { Channel } from '../records/channel.ts'
import type { Contact } from '../records/contact.ts'
import type { Service } from '../records/service.ts'
import type { ReminderKind } from '../reminder.ts'

/** Chinese words of the papers, whatever language the interface speaks. */
export const PAPER_ID_KINDS: Readonly<Record<NonNullable<Contact['idKind']>, string>> = {
  'resident-id': '居民身份证',
  passport: '护照',
  'hk-macau-permit': '港澳居民来往内地通行证',
  'taiwan-permit': '台湾居民来往大陆通行证',
  other: '其他证件',
}

export const PAPER_SERVICE_STATUSES: Readonly<Record<Service['status'], string>> = {
  active: '正常',
  pending: '待备案',
  restricted: '限制接入',
  cancelled: '已注销',
  unknown: '待核实',
}

export const PAPER_CHANNEL_KINDS: Readonly<Record<Channel['kind'], string>> = {
  phone: '手机号码',
  mailbox: '邮箱',
  authenticator: '动态口令验证器',
  ukey: 'UKey',
}

/** What is left to do, of those reminders that a new custodian must know of. */
export const PAPER_MATTERS: Readonly<Partial<Record<ReminderKind, string>>> = {
  'must-change': '须立即修改密码',
  'rotation-overdue': '密码逾期未换',
  'rotation-due': '密码到期应换',
  'age-unknown': '密码设置时间不明，应换',
  'domain-expiry': '域名到期续费',
  'id-expiry': '证件到期换领',
  'licence-expiry': '执照或年审到期',
  'document-expiry': '资料到期更新',
  'no-access-provider': '没有接入商，须办理接入备案',
  'restricted-access': '限制接入，须整改',
  'channel-unverified': '接收渠道待核实',
  'check-due': '季度核查',
  'check-overdue': '季度核查逾期',
}

/** A box to tick with a pen. */
export const TICK = '□是 □否'
