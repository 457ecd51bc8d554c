import {
  agentBlock,
  FILING_COLUMNS,
  IDENTITY_ANNEXES,
  NO_BLANK_SEAL,
  SENDER_ROWS,
  senderBoxes,
} from './common-blocks.ts'
import type { LetterTemplate } from './template.ts'

/** 授权委托书: somebody goes to the provider or the bureau in the name of the filing's owner. */
export const AUTHORIZATION: LetterTemplate = {
  kind: 'authorization',
  title: '授权委托书',
  layout: 'letter',
  numbering: 'sections',
  variants: [
    {
      id: 'password',
      label: { zh: '找回或重置备案密码', en: 'Recover or reset the filing password' },
    },
    { id: 'account', label: { zh: '找回平台账号', en: 'Recover a platform account' } },
    { id: 'change', label: { zh: '变更备案信息', en: 'Change filing data' } },
    { id: 'transfer', label: { zh: '主体过户', en: 'Transfer to another entity' } },
  ],
  roles: [{ id: 'agent', label: { zh: '受托人', en: 'Agent' } }],
  validity: { months: 3, longestMonths: 12 },
  provider: {
    zh: '收件单位（接入商、代理机构或管局）',
    en: 'Addressee (provider, agency or bureau)',
  },
  blocks: [
    { key: 'addressee', type: 'addressee', text: '致：{addressee}' },
    { key: 'sender', type: 'facts', caption: '委托方', rows: SENDER_ROWS },
    agentBlock('受托人'),
    { key: 'matter-title', type: 'heading', text: '委托事项' },
    {
      key: 'matter-password',
      type: 'paragraph',
      variants: ['password'],
      text: '因{reason}，{we}现委托上述受托人，向{addressee}申请办理下列备案的备案密码找回（重置）事宜。主体备案号：{entity.filingNumber}。',
    },
    {
      key: 'matter-account',
      type: 'paragraph',
      variants: ['account'],
      text: '因{reason}，{we}现委托上述受托人，向{addressee}申请找回管理下列备案所用的平台账号（账号：{account}）。主体备案号：{entity.filingNumber}。',
    },
    {
      key: 'matter-change',
      type: 'paragraph',
      variants: ['change'],
      text: '因{reason}，{we}现委托上述受托人，向{addressee}申请变更下列备案的信息，变更后的负责人及手机号码为：{newContact}。主体备案号：{entity.filingNumber}。',
    },
    {
      key: 'matter-transfer',
      type: 'paragraph',
      variants: ['transfer'],
      text: '因{reason}，{we}现委托上述受托人，向{addressee}申请办理下列备案的主体过户事宜。主体备案号：{entity.filingNumber}。',
    },
    { key: 'filings', type: 'table', table: 'filings', columns: FILING_COLUMNS },
    { key: 'scope-title', type: 'heading', text: '委托权限' },
    {
      key: 'scope-submit',
      type: 'clause',
      text: '提交、补正申请材料，接受身份核验，答复与本事项有关的询问。',
    },
    { key: 'scope-sign', type: 'clause', text: '在申请文书上以受托人身份签字。' },
    {
      key: 'scope-receive-password',
      type: 'clause',
      variants: ['password', 'account'],
      text: '领取办理结果，包括新密码或临时密码，并在领取当日交回{we}；不得留存副本或告知他人。',
    },
    {
      key: 'scope-receive',
      type: 'clause',
      variants: ['change', 'transfer'],
      text: '领取办理结果，并在领取当日交回{we}。',
    },
    {
      key: 'scope-limit',
      type: 'clause',
      text: '受托人无转委托权，不得以{we}名义办理上列事项以外的事务。',
    },
    { key: 'term-title', type: 'heading', text: '委托期限' },
    {
      key: 'term',
      type: 'paragraph',
      text: '自{letter.validFrom}起至{letter.validUntil}止。期限届满、事项办结或{we}书面撤销的，委托即行终止。',
    },
    { key: 'liability-title', type: 'heading', text: '责任' },
    {
      key: 'liability',
      type: 'paragraph',
      text: '受托人在上述权限和期限内所为的行为，其法律后果由{we}承担。{we}保证所提交的材料真实、有效。',
    },
    {
      key: 'annexes',
      type: 'annexes',
      items: [...IDENTITY_ANNEXES, { text: '受托人身份证件正反面复印件' }, { text: '域名证书' }],
    },
    { key: 'no-blank-seal', type: 'note', text: NO_BLANK_SEAL },
    {
      key: 'signatures',
      type: 'signatures',
      boxes: [
        ...senderBoxes('委托方'),
        {
          label: '受托人（签字）：{agent.name}',
          marks: ['signature'],
          lines: ['日期：{letter.writtenOn}'],
        },
      ],
    },
  ],
}
