import type { ClockRule } from './guide.ts'
import { HUAWEI_CLOUD, TENCENT_CLOUD, VOLCENGINE } from './sources.ts'

/** 短信核验: from the SMS to the order's return. */
export const SMS_CHECK: ClockRule = {
  id: 'sms-check',
  title: { zh: '短信核验', en: 'SMS check' },
  unit: 'hours',
  from: 24,
  to: 24,
  party: 'us',
  isOverridable: false,
  onOverdue: {
    zh: '订单已被自动退回。登录接入商重新提交，再等新的验证码。',
    en: 'The order was returned by itself. Submit it again at the provider and wait for a new code.',
  },
  sources: [HUAWEI_CLOUD, VOLCENGINE],
}

/** 接入商初审. */
export const PROVIDER_REVIEW: ClockRule = {
  id: 'provider-review',
  title: { zh: '接入商初审', en: 'Provider’s review' },
  unit: 'working-days',
  from: 1,
  to: 2,
  party: 'them',
  isOverridable: true,
  onOverdue: {
    zh: '打接入商客服问进度，留意审核电话，记入沟通记录。',
    en: 'Ask the provider how far it is, mind the verification call, and log the answer.',
  },
  sources: [HUAWEI_CLOUD, TENCENT_CLOUD],
}

/** 管局审核: a bureau's rejection starts it anew. */
export const BUREAU_REVIEW: ClockRule = {
  id: 'bureau-review',
  title: { zh: '管局审核', en: 'Bureau’s review' },
  unit: 'working-days',
  from: 1,
  to: 20,
  party: 'them',
  isOverridable: true,
  onOverdue: {
    zh: '请接入商查询，或致电管局；被驳回则改好重交，时限重新计算。',
    en: 'Have the provider ask, or call the bureau; a rejected order is mended and submitted again, and the time starts anew.',
  },
  sources: [HUAWEI_CLOUD, TENCENT_CLOUD],
}

/** At the bureau's window: no source names a figure, so the range is wide and meant to be overridden. */
export const BUREAU_WINDOW: ClockRule = {
  id: 'bureau-window',
  title: { zh: '管局办理', en: 'At the bureau' },
  unit: 'working-days',
  from: 3,
  to: 15,
  party: 'them',
  isOverridable: true,
  onOverdue: {
    zh: '带上回执号致电管局，请对方说明办到哪一步；仍无答复，要求书面回复。',
    en: 'Call with the receipt’s number and ask where it stands; if there is no answer still, ask for one in writing.',
  },
  sources: [
    { name: '027.net 湖北（约3个工作日）', confidence: 'weak', date: '2008' },
    { name: '网络文章（15个工作日）', confidence: 'weak' },
  ],
}
