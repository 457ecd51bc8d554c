import { CHANGE_DEADLINE } from './change-notes.ts'
import type { GuideNote, MaterialNeed } from './guide.ts'
import { FORGERY_WARNING, PRIVACY_NOTE } from './legal.ts'
import {
  AUTHORIZATION_IF_AGENT,
  DOMAIN_CERTIFICATE,
  LEGAL_REPRESENTATIVE_ID,
  LICENCE_COPY,
  RESPONSIBLE_ID,
} from './materials.ts'
import { FIND_PASSWORD, HUAWEI_CLOUD, PRACTICE, TENCENT_CLOUD } from './sources.ts'

export const TRANSFER_MATERIALS: readonly MaterialNeed[] = [
  {
    ...LICENCE_COPY,
    id: 'licence-old',
    title: { zh: '原主体营业执照复印件', en: 'Licence copy of the old entity' },
  },
  {
    ...LICENCE_COPY,
    id: 'licence-new',
    title: { zh: '新主体营业执照复印件', en: 'Licence copy of the new entity' },
  },
  {
    id: 'transfer-agreement',
    title: { zh: '《主体过户协议》', en: 'Transfer agreement' },
    documents: ['transfer-agreement'],
    letter: 'transfer-agreement',
    seal: 'both-parties-seal-and-legal-representatives',
    form: 'original',
    isRequired: true,
    sources: [FIND_PASSWORD],
  },
  {
    id: 'notarial-certificate',
    title: { zh: '公证书', en: 'Notarial certificate' },
    documents: ['notarial-certificate'],
    seal: 'notary',
    form: 'original',
    isRequired: true,
    remark: {
      zh: '按来源文章要求；部分管局不要求',
      en: 'As the article asks; some bureaus do not want it',
    },
    sources: [FIND_PASSWORD],
  },
  {
    ...DOMAIN_CERTIFICATE,
    title: {
      zh: '域名证书复印件（过户前后两份）',
      en: 'Copies of the domain certificate, of both owners',
    },
  },
  {
    ...RESPONSIBLE_ID,
    title: {
      zh: '新的网站负责人身份证复印件（正反面）',
      en: 'ID copy of the new responsible person, both sides',
    },
    sources: [PRACTICE],
  },
  {
    ...LEGAL_REPRESENTATIVE_ID,
    id: 'legal-representative-id-old',
    title: { zh: '原主体法定代表人身份证复印件', en: 'ID copy of the old legal representative' },
    sources: [PRACTICE],
  },
  {
    ...LEGAL_REPRESENTATIVE_ID,
    id: 'legal-representative-id-new',
    title: { zh: '新主体法定代表人身份证复印件', en: 'ID copy of the new legal representative' },
    sources: [PRACTICE],
  },
  AUTHORIZATION_IF_AGENT,
  {
    id: 'name-change-letter',
    title: { zh: '更名函', en: 'Letter on the change of name' },
    documents: ['statement', 'other'],
    seal: 'seal',
    form: 'original',
    when: { zh: '信用代码没变、只改名称时', en: 'Where only the name changed' },
    isRequired: false,
    sources: [HUAWEI_CLOUD],
  },
]

export const TRANSFER_NOTES: readonly GuideNote[] = [
  FORGERY_WARNING,
  PRIVACY_NOTE,
  CHANGE_DEADLINE,
  {
    id: 'another-code-another-entity',
    tone: 'note',
    text: {
      zh: '统一社会信用代码不同就是不同主体，多数省不允许把A主体的备案改成B主体。文章说的“过户”办不了时，走迁移或注销重备。',
      en: 'Another credit code is another entity, and most provinces refuse to turn one’s filing into the other’s. Where the article’s transfer is not done, migrate, or cancel and file anew.',
    },
    sources: [HUAWEI_CLOUD, TENCENT_CLOUD],
  },
  {
    id: 'migration',
    tone: 'note',
    text: {
      zh: '互联网信息服务迁移：26个省支持，不断网；目标须是单位并有自己的账号，域名所有者先改好，双方没有进行中的订单，APP除外。',
      en: 'Migration of a service: 26 provinces, no outage; the target is a unit with its own account, the domain’s owner is moved first, no open orders, apps excluded.',
    },
    sources: [HUAWEI_CLOUD],
  },
  {
    id: 'cancel-first',
    tone: 'warning',
    text: {
      zh: '放弃域名之前先注销服务：域名到期被别人买走，旧备案会被冒用，新主人也会要求注销你的备案。',
      en: 'Cancel the service before you give a domain up: once somebody else buys it, your filing is abused, or cancelled by the new owner.',
    },
    sources: [PRACTICE],
  },
  ...provinceNotes(),
]

function provinceNotes(): GuideNote[] {
  const known = [
    [
      '鲁',
      '山东：法定代表人相同的，允许A主体改为B主体。',
      'Shandong: A may become B where the legal representative is the same.',
    ],
    [
      '皖',
      '安徽：信用代码变了，要注销后重新备案。',
      'Anhui: with another credit code, cancel and file anew.',
    ],
    ['陕', '陕西：可以迁移，不能直接变更主体。', 'Shaanxi: migration yes, change of entity no.'],
    ['蜀', '四川：只改名称的，要附说明函。', 'Sichuan: a change of name only, with a letter.'],
    [
      '湘',
      '湖南：换负责人要新的授权书。',
      'Hunan: another responsible person needs a new authorisation.',
    ],
    [
      '黔',
      '贵州：换负责人要新的授权书。',
      'Guizhou: another responsible person needs a new authorisation.',
    ],
  ] as const
  return known.map(([province, zh, en], index) => ({
    id: `province-${index + 1}`,
    tone: 'note' as const,
    text: { zh, en },
    provinces: [province],
    sources: [HUAWEI_CLOUD, TENCENT_CLOUD],
  }))
}
