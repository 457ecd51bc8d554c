import {
  CONTACT_BLOCK,
  FILING_COLUMNS,
  IDENTITY_ANNEXES,
  openingBlocks,
  senderBoxes,
} from './common-blocks.ts'
import type { LetterTemplate } from './template.ts'

/** 情况说明: why the bureau is asked in writing, from another province or because self-service fails. */
export const STATEMENT: LetterTemplate = {
  kind: 'statement',
  title: '情况说明',
  layout: 'letter',
  numbering: 'sections',
  variants: [
    { id: 'self-service-fails', label: { zh: '无法自助找回', en: 'Self-service fails' } },
    { id: 'other-province', label: { zh: '跨省办理', en: 'From another province' } },
  ],
  roles: [{ id: 'contact', label: { zh: '联系人', en: 'Contact' } }],
  blocks: [
    ...openingBlocks('系下列互联网信息服务的主办者，主体备案号：{entity.filingNumber}。'),
    { key: 'filings', type: 'table', table: 'filings', columns: FILING_COLUMNS },
    {
      key: 'place-title',
      type: 'heading',
      text: '备案地与现所在地',
      variants: ['other-province'],
    },
    {
      key: 'place',
      type: 'paragraph',
      variants: ['other-province'],
      text: '上述备案的备案地为{bureau.province}，{we}现所在地为{currentPlace}，原因：{moveReason}。备案主体及备案信息未因此变动。',
    },
    { key: 'fail-title', type: 'heading', text: '无法网上自助办理的原因' },
    {
      key: 'fail-phone',
      type: 'clause',
      text: '备案预留的手机号码{deadPhone}因{deadPhoneReason}已停用，无法接收验证码。',
    },
    {
      key: 'fail-mailbox',
      type: 'clause',
      text: '备案预留的邮箱{deadMailbox}已停用，无法接收验证邮件。',
    },
    {
      key: 'fail-person',
      type: 'clause',
      text: '原负责人{formerPerson}已于{formerLeftOn}离任，未移交备案密码。',
      signers: ['unit', 'unnamed-shop'],
    },
    { key: 'request-title', type: 'heading', text: '请求事项' },
    {
      key: 'request',
      type: 'paragraph',
      text: '恳请贵局审核本说明及所附材料后，准予重置上述备案的备案密码，并将结果发送至下列联系方式。{we}收到后将立即修改密码，并依法办理相应的变更备案。',
    },
    {
      key: 'truth',
      type: 'paragraph',
      text: '{we}承诺，以上说明及所附材料真实、准确、完整；如有虚假，愿承担相应的法律责任。',
    },
    CONTACT_BLOCK,
    {
      key: 'annexes',
      type: 'annexes',
      items: [
        ...IDENTITY_ANNEXES,
        { text: '网站负责人身份证件正反面复印件，加盖公章', signers: ['unit'] },
        { text: '域名证书' },
        { text: '手机号码停机或人员离任的证明' },
      ],
    },
    { key: 'signatures', type: 'signatures', boxes: senderBoxes('说明人') },
  ],
}
