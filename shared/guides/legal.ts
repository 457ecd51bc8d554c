import type { GuideNote } from './guide.ts'
import {
  FIND_PASSWORD,
  HUAWEI_CLOUD,
  NOT_CONFIRMED,
  ORDER_33,
  RECOVERY_STEPS,
  STATE_COUNCIL_RULES,
} from './sources.ts'

/** Heads each guide in which papers are handed in; with what the article got wrong beside it. */
export const FORGERY_WARNING: GuideNote = {
  id: 'forgery',
  tone: 'warning',
  text: {
    zh: '不要伪造或借用材料。后果是列入黑名单、罚款、关闭网站。说明：文章称“最高可处1万元罚款”，而备案信息不真实的规定后果是关闭网站并注销备案（33号令第23条）；1万元见于未备案（第22条）。伪造证件、印章另有法律责任。',
    en: 'Forge or borrow nothing. What follows is a blacklist, a fine, closure. Note: the article says “a fine of up to ¥10,000”, but for false filing data the rule is closing the site and cancelling the filing (order 33, art. 23); ¥10,000 stands for not filing at all (art. 22). Forged papers and seals are punished under other law as well.',
  },
  sources: [FIND_PASSWORD, ORDER_33, HUAWEI_CLOUD],
}

/** Which rule says that who has not filed gets no access. */
export const NO_ACCESS_RULE: GuideNote = {
  id: 'no-access-rule',
  tone: 'note',
  text: {
    zh: '文章把“未备案或未更新不得接入”写在《互联网信息服务管理办法》名下；该办法规定的是备案义务，接入商不得为未备案者接入的义务在33号令中。',
    en: 'The article places “not filed or not updated may not be connected” in the Measures for Internet Information Services; those hold the duty to file. That providers must not connect who has not filed stands in order 33.',
  },
  sources: [FIND_PASSWORD, STATE_COUNCIL_RULES, ORDER_33],
}

/** Legal citations carry no version: the newest text could not be had. */
export const CITATION_NOTE: GuideNote = {
  id: 'citations',
  tone: 'note',
  text: {
    zh: '法规可能已修订，条文以主管部门现行文本为准。',
    en: 'Rules may have been amended; the authority’s present text is what counts.',
  },
  sources: [NOT_CONFIRMED],
}

/** Which address is the portal's, and which are not. */
export const PORTAL_ADDRESS_NOTE: GuideNote = {
  id: 'portal-address',
  tone: 'warning',
  text: {
    zh: '只用 https://beian.miit.gov.cn，自己输入或用收藏夹打开。miitbeian.gov.cn 与 miibeian.gov.cn 是旧网址；短信、邮件、搜索广告里的链接一律不点。优先走官方渠道，拿不准就问管局或专业人员。',
    en: 'Use https://beian.miit.gov.cn only, typed by yourself or from a bookmark. miitbeian.gov.cn and miibeian.gov.cn are obsolete; never follow a link in a message, mail or advertisement. Prefer official channels; when in doubt ask the bureau or a professional.',
  },
  sources: [RECOVERY_STEPS, FIND_PASSWORD],
}

/** What is given away while recovering. */
export const PRIVACY_NOTE: GuideNote = {
  id: 'privacy',
  tone: 'warning',
  text: {
    zh: '办理中会用到身份证号、手机号和证照。只交给本次要办的机构；复印件和扫描件加“仅供备案使用”水印，写明交给谁、哪天；验证码不告诉任何人。',
    en: 'ID numbers, phones and papers are handed out on the way. Give them only to who needs them for this matter; stamp copies and scans “for filing only”, with to whom and which day; never tell anybody a code.',
  },
  sources: [RECOVERY_STEPS],
}
