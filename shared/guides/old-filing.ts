import type { GuideNote, MaterialNeed } from './guide.ts'
import { FORGERY_WARNING, PRIVACY_NOTE } from './legal.ts'
import {
  AGENT_ID,
  AUTHORIZATION_IF_AGENT,
  DOMAIN_CERTIFICATE,
  LEGAL_REPRESENTATIVE_ID_OFTEN,
  LICENCE_COPY,
  PROVINCE_FORM,
  RESPONSIBLE_ID,
} from './materials.ts'
import {
  CLEAN_UP_NOTICES,
  FIND_PASSWORD,
  HUBEI_2008,
  OWNER_MANUAL_2010,
  TWO_PASSWORDS,
} from './sources.ts'

/* Papers of G, and what its sources disagree about. */

export const OLD_FILING_MATERIALS: readonly MaterialNeed[] = [
  {
    id: 'special-statement',
    title: { zh: '《特殊情况说明》', en: 'Special statement (特殊情况说明)' },
    documents: ['special-statement'],
    letter: 'special-statement',
    seal: 'seal',
    form: 'original',
    isRequired: true,
    sources: [FIND_PASSWORD],
  },
  {
    id: 'filing-archive',
    title: { zh: '历史备案档案', en: 'Archive of the filing' },
    documents: ['filing-archive'],
    seal: 'none',
    form: 'copy',
    isRequired: true,
    remark: {
      zh: '能请原接入商盖章就盖；找不到的，用它的书面答复',
      en: 'With the provider’s seal if obtainable; if there is none, its written answer',
    },
    sources: [FIND_PASSWORD],
  },
  LICENCE_COPY,
  RESPONSIBLE_ID,
  DOMAIN_CERTIFICATE,
  LEGAL_REPRESENTATIVE_ID_OFTEN,
  AUTHORIZATION_IF_AGENT,
  AGENT_ID,
  PROVINCE_FORM,
]

export const OLD_FILING_NOTES: readonly GuideNote[] = [
  FORGERY_WARNING,
  PRIVACY_NOTE,
  {
    id: 'no-password-then',
    tone: 'note',
    text: {
      zh: '一种说法：2009年前不强制设备案密码，所以要申请生成。',
      en: 'One view: before 2009 a filing password was not mandatory, so one has to be made.',
    },
    sources: [FIND_PASSWORD],
  },
  {
    id: 'old-login-became-it',
    tone: 'note',
    text: {
      zh: '另一种说法：旧系统有用户名和自己设的登录密码，那个密码后来就是备案密码；换新系统后旧用户名作废。两种都试，先找旧登录。',
      en: 'Another view: the old system had a user name and a login password of your own, which became the filing password; with the new system old user names ended. Try both, and look for the old login first.',
    },
    sources: [HUBEI_2008, TWO_PASSWORDS, CLEAN_UP_NOTICES],
  },
  {
    id: 'entries-in-2010',
    tone: 'note',
    text: {
      zh: '2010年6月的官方手册目录里有“找回备案密码”和“修改备案密码”，说明当时的系统已有这两个功能。',
      en: 'The official manual of June 2010 lists 找回备案密码 and 修改备案密码, so the system of that time had both.',
    },
    sources: [OWNER_MANUAL_2010],
  },
]
