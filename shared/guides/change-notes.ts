import type { GuideNote } from './guide.ts'
import {
  HUAWEI_CLOUD,
  ORDER_33,
  PRACTICE,
  STATE_COUNCIL_RULES,
  WEB_ARTICLES,
  ZHEJIANG_BUREAU,
  ZHEJIANG_NOTICE_2018,
} from './sources.ts'

/** Where the code of a change goes when the old phone is lost. */
export const CODE_TO_NEW_NUMBER: GuideNote = {
  id: 'code-to-new-number',
  tone: 'note',
  text: {
    zh: '旧手机丢了也能办：变更时验证码发到新号码（2018年浙江通知，其他网页说法一致）。接入备案改不了手机号，要先在原接入商做变更。',
    en: 'A lost phone need not stop you: for a change the code goes to the new number (a Zhejiang notice of 2018; other pages agree). Adding access cannot change phones: do the change at the old provider first.',
  },
  sources: [ZHEJIANG_NOTICE_2018, WEB_ARTICLES],
}

/** When a change has to be filed; what web pages say instead stands beside the rule. */
export const CHANGE_DEADLINE: GuideNote = {
  id: 'change-deadline',
  tone: 'warning',
  text: {
    zh: '备案登记信息要变的，应在变更前30日办理变更备案；已经变了就今天办。网上流传“变更后30日”，与规定不一致。',
    en: 'A change of filed data is to be filed 30 days before it; if it has happened already, do it today. “30 days after” is what web pages say, and not what the rule says.',
  },
  sources: [ORDER_33, ZHEJIANG_BUREAU, STATE_COUNCIL_RULES],
}

/** The order in which providers are changed. */
export const ADD_BEFORE_CANCEL: GuideNote = {
  id: 'add-before-cancel',
  tone: 'warning',
  text: {
    zh: '换接入商：先在新接入商办好接入备案，再改解析；新的通过后才取消旧的。中间断档会成空壳，被清理。',
    en: 'Changing the provider: add access at the new one before DNS points there, and cancel the old one only after approval. A gap makes the filing a shell, and it is deleted.',
  },
  sources: [HUAWEI_CLOUD],
}

/** Why the phone is kept like a password. */
export const PHONE_IS_A_CREDENTIAL: GuideNote = {
  id: 'phone-is-a-credential',
  tone: 'note',
  text: {
    zh: '负责人手机号（SIM卡、本人、身份证后6位）与密码同等重要，按凭据管：公司名下的卡，写明持机人，每季度核实。',
    en: 'The responsible person’s phone (SIM, person, last six of the ID) ranks with a password: keep the SIM in the company’s name, name its holder, verify each quarter.',
  },
  sources: [PRACTICE],
}
