import type { GuideId, Source, Words } from './guide.ts'

/** A code of the old filing interface, as it still shows in pages, tickets and mails. */
export type ErrorCode = {
  code: string
  meaning: Words
  /** What to do about it. */
  advice: Words
  /** Where it is led through, with the step where that is one. */
  to: { guide: GuideId; step?: string }
}

export const ERROR_CODE_SOURCE: Source = { name: '旧备案接口代码', confidence: 'weak' }

export const ERROR_CODES: readonly ErrorCode[] = [
  {
    code: '22',
    meaning: { zh: '密码校验次数超限', en: 'Too many password checks' },
    advice: {
      zh: '停手，不要再猜。查格式和平台，再重新找回。',
      en: 'Stop guessing. Check form and platform, then recover again.',
    },
    to: { guide: 't3' },
  },
  {
    code: '1003',
    meaning: { zh: '主体冲突：这个主体已有备案', en: 'Conflict: the entity has a filing already' },
    advice: {
      zh: '查清备案在哪个账号，认领或转移到一起；主体变了走E。',
      en: 'Find the account that holds it and claim or move it; a changed entity takes E.',
    },
    to: { guide: 'c', step: 'regain-account' },
  },
  {
    code: '1005',
    meaning: {
      zh: '域名冲突：域名已在别的备案下',
      en: 'Conflict: the domain is in another filing',
    },
    advice: {
      zh: '查这个域名的备案主体；是自己的旧备案，先注销或转移；是别人的，请对方注销。',
      en: 'See whose filing has the domain: cancel or move it if it is your own, have the other cancel it if not.',
    },
    to: { guide: 'e', step: 'choose-path' },
  },
  {
    code: '1008',
    meaning: { zh: '证件信息错误', en: 'Bad certificate' },
    advice: {
      zh: '核对证件类型和号码，老备案试组织机构代码。',
      en: 'Check kind and number; for an old filing try the organisation code.',
    },
    to: { guide: 't2', step: 'compare-certificate' },
  },
  {
    code: '1011',
    meaning: { zh: '手机号错误', en: 'Bad mobile number' },
    advice: {
      zh: '11位、号段有效；登记的号码已停用，办变更。',
      en: 'Eleven digits of a valid segment; change the filing where the filed one is dead.',
    },
    to: { guide: 'm', step: 'submit-change' },
  },
  {
    code: '1016',
    meaning: { zh: '没有查到备案', en: 'Not found' },
    advice: {
      zh: '到公共查询确认域名是否备案、有没有被注销。',
      en: 'See in the public query whether the domain is filed, or was cancelled.',
    },
    to: { guide: 'a1', step: 'confirm-filed' },
  },
  {
    code: '1017',
    meaning: { zh: '有变更正在进行', en: 'A change is pending' },
    advice: {
      zh: '同一主体同时只能有一个订单：等它办完，或撤回。',
      en: 'One order an entity at a time: wait for it, or withdraw it.',
    },
    to: { guide: 'm', step: 'bureau-review' },
  },
  {
    code: '1018',
    meaning: { zh: '备案密码错误', en: 'The filing password is wrong' },
    advice: {
      zh: '看是不是用了接入商那一层的密码；不是就重新找回。',
      en: 'See whether it is the password of the provider’s layer; if not, recover it.',
    },
    to: { guide: 't3', step: 'check-layer' },
  },
  {
    code: '1025',
    meaning: { zh: '只剩一个接入，不能取消', en: 'The only access left cannot be cancelled' },
    advice: {
      zh: '先在新接入商办好接入，再取消旧的；不再用就注销服务。',
      en: 'Add access at the new provider first, or cancel the service if it ends.',
    },
    to: { guide: 'm' },
  },
  {
    code: '1028',
    meaning: { zh: '备案用户名错误', en: 'The filing user name is wrong' },
    advice: {
      zh: '新系统后旧用户名作废；老备案先找历史档案。',
      en: 'Old user names ended with the new system; for an old filing find the archive first.',
    },
    to: { guide: 'g', step: 'search-old-login' },
  },
  {
    code: '1046',
    meaning: { zh: '省份不能变更', en: 'The province cannot be changed' },
    advice: {
      zh: '两边管局都问过再定：跨省变更，或注销后重新备案。',
      en: 'Ask both bureaus, then decide: a cross-province change, or cancel and file anew.',
    },
    to: { guide: 'f', step: 'which-case' },
  },
  {
    code: '1048',
    meaning: { zh: '不是你的接入', en: 'Not your access' },
    advice: {
      zh: '备案不在这家接入商，先查清在哪家。',
      en: 'The filing is not with this provider: find out with which.',
    },
    to: { guide: 't6' },
  },
  {
    code: '1049',
    meaning: { zh: '已经注销', en: 'Cancelled already' },
    advice: {
      zh: '到公共查询确认，截图存证；还要用就重新首次备案。',
      en: 'Check in the public query and keep a screenshot; file anew if it is still needed.',
    },
    to: { guide: 'm', step: 'cancel-and-refile' },
  },
  {
    code: '1050',
    meaning: { zh: '已经注销', en: 'Cancelled already' },
    advice: {
      zh: '到公共查询确认，截图存证；还要用就重新首次备案。',
      en: 'Check in the public query and keep a screenshot; file anew if it is still needed.',
    },
    to: { guide: 'm', step: 'cancel-and-refile' },
  },
  {
    code: '1051',
    meaning: { zh: '变更次数过多', en: 'Too many changes' },
    advice: {
      zh: '先问接入商什么时候能再提交，把要改的一次改完。',
      en: 'Ask the provider when the next one is possible, and put all changes into it.',
    },
    to: { guide: 'm', step: 'submit-change' },
  },
  {
    code: '1065',
    meaning: { zh: '在黑名单里', en: 'Blacklisted' },
    advice: {
      zh: '向备案所在省管局问原因和解除办法，书面申请。',
      en: 'Ask the filing’s bureau for the reason and the way out, in writing.',
    },
    to: { guide: 'b', step: 'call-bureau' },
  },
]
