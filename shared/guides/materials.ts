import type { MaterialNeed } from './guide.ts'
import {
  FIND_PASSWORD,
  PRACTICE,
  RECOVERY_STEPS,
  SHAANXI_2015,
  TENCENT_CLOUD,
  WEB_ARTICLES,
} from './sources.ts'

/*
 * The papers that several guides ask for. A person who filed for themselves hands in their own ID copy, signed, instead
 * of sealed papers.
 */

export const DOMAIN_CERTIFICATE: MaterialNeed = {
  id: 'domain-certificate',
  title: { zh: '域名证书复印件', en: 'Copy of the domain certificate' },
  documents: ['domain-certificate'],
  seal: 'none',
  form: 'copy',
  isRequired: true,
  sources: [RECOVERY_STEPS],
}

export const LICENCE_COPY: MaterialNeed = {
  id: 'licence-copy',
  title: {
    zh: '营业执照（或组织机构代码证）复印件',
    en: 'Copy of the business licence (or organisation code certificate)',
  },
  documents: ['business-licence', 'organization-code-certificate', 'other-subject-certificate'],
  seal: 'seal',
  form: 'copy',
  isRequired: true,
  remark: { zh: '个人备案：本人身份证复印件并签名', en: 'Personal filing: own ID copy, signed' },
  sources: [FIND_PASSWORD],
}

export const RESPONSIBLE_ID: MaterialNeed = {
  id: 'responsible-id',
  title: {
    zh: '网站负责人身份证复印件（正反面）',
    en: 'ID copy of the site’s responsible person, both sides',
  },
  documents: ['id-card'],
  isBothSides: true,
  seal: 'none',
  form: 'copy',
  isRequired: true,
  remark: { zh: '有的机构要求复印件加盖公章', en: 'Some offices want the copy sealed' },
  sources: [FIND_PASSWORD],
}

export const LEGAL_REPRESENTATIVE_ID: MaterialNeed = {
  id: 'legal-representative-id',
  title: { zh: '法定代表人身份证复印件', en: 'ID copy of the legal representative' },
  documents: ['id-card'],
  isBothSides: true,
  seal: 'seal',
  form: 'copy',
  isRequired: true,
  sources: [WEB_ARTICLES],
}

export const AUTHORIZATION: MaterialNeed = {
  id: 'authorization',
  title: { zh: '《授权委托书》', en: 'Letter of authorisation' },
  documents: ['authorization'],
  letter: 'authorization',
  seal: 'seal-legal-representative-and-agent',
  form: 'original',
  isRequired: true,
  remark: {
    zh: '日期与提交同日或在一个月内；红章原件，签名清楚；不要预先盖空白章',
    en: 'Dated the day of submission or less than a month before; red original seal, legible signature; never stamp a blank',
  },
  sources: [FIND_PASSWORD],
}

export const AGENT_ID: MaterialNeed = {
  id: 'agent-id',
  title: { zh: '经办人身份证复印件', en: 'ID copy of the person who goes' },
  documents: ['id-card'],
  isBothSides: true,
  seal: 'none',
  form: 'copy',
  when: { zh: '由他人代办时', en: 'When somebody else goes' },
  isRequired: false,
  sources: [PRACTICE],
}

export const AUTHORIZATION_IF_AGENT: MaterialNeed = {
  ...AUTHORIZATION,
  when: { zh: '由他人代办时', en: 'When somebody else goes' },
  isRequired: false,
}

/** Prepared in advance; never asked for, but it may support the request. */
export const STANDING_AUTHORIZATION: MaterialNeed = {
  id: 'standing-authorization',
  title: {
    zh: '《密码找回授权书》（预先签好的）',
    en: 'Standing authorisation, signed in advance',
  },
  documents: ['standing-authorization'],
  letter: 'standing-authorization',
  seal: 'seal-and-legal-representative',
  form: 'copy',
  when: { zh: '有就附上，可作佐证', en: 'Attach it if there is one; it may support the request' },
  isRequired: false,
  sources: [FIND_PASSWORD],
}

export const PROVINCE_FORM: MaterialNeed = {
  id: 'province-form',
  title: {
    zh: '该省的申请表（《找回密码申请表》或《备案密码重置申请表》）',
    en: 'The province’s form (《找回密码申请表》 or 《备案密码重置申请表》)',
  },
  documents: ['application-form'],
  seal: 'seal',
  form: 'original',
  when: { zh: '该省有这张表时', en: 'Where the province has one' },
  isRequired: false,
  sources: [TENCENT_CLOUD, SHAANXI_2015],
}

export const STATEMENT: MaterialNeed = {
  id: 'statement',
  title: { zh: '《情况说明》', en: 'Statement (情况说明)' },
  documents: ['statement'],
  letter: 'statement',
  seal: 'seal',
  form: 'original',
  isRequired: true,
  remark: { zh: '个人备案：签名并附身份证复印件', en: 'Personal filing: signature and ID copy' },
  sources: [FIND_PASSWORD],
}

/** Asked for by many offices, not by all. */
export const LEGAL_REPRESENTATIVE_ID_OFTEN: MaterialNeed = {
  ...LEGAL_REPRESENTATIVE_ID,
  when: { zh: '常被要求', en: 'Often asked for' },
  isRequired: false,
}
