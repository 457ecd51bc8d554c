import {
  agentBlock,
  FILING_COLUMNS,
  NO_BLANK_SEAL,
  SENDER_ROWS,
  senderBoxes,
} from './common-blocks.ts'
import type { LetterTemplate } from './template.ts'

/** 密码找回授权书: signed and kept before anything is lost, for a year at most. */
export const STANDING_AUTHORIZATION: LetterTemplate = {
  kind: 'standing-authorization',
  title: '密码找回授权书',
  layout: 'letter',
  numbering: 'sections',
  variants: [],
  roles: [{ id: 'agent', label: { zh: '被授权人', en: 'Authorised person' } }],
  validity: { months: 12, longestMonths: 12 },
  provider: { zh: '接入商', en: 'Access provider' },
  blocks: [
    { key: 'number', type: 'note', text: '编号：{letter.number}' },
    { key: 'sender', type: 'facts', caption: '授权方', rows: SENDER_ROWS },
    agentBlock('被授权人'),
    { key: 'matter-title', type: 'heading', text: '授权事项' },
    {
      key: 'matter',
      type: 'paragraph',
      text: '为防备案密码遗失而影响备案管理，{we}事先授权上述被授权人，在发生本授权书所列情形时，代表{we}办理下列备案的备案密码找回（重置）手续。主体备案号：{entity.filingNumber}。',
    },
    { key: 'filings', type: 'table', table: 'filings', columns: FILING_COLUMNS },
    { key: 'trigger-title', type: 'heading', text: '启用条件' },
    { key: 'trigger-intro', type: 'paragraph', text: '有下列情形之一的，本授权书方可启用：' },
    { key: 'trigger-lost', type: 'clause', text: '备案密码遗失、失效，或者无法登录备案系统；' },
    {
      key: 'trigger-channel',
      type: 'clause',
      text: '备案预留的手机号码或者邮箱无法接收验证信息；',
    },
    { key: 'trigger-leak', type: 'clause', text: '备案密码疑似泄露，须立即重置；' },
    {
      key: 'trigger-person',
      type: 'clause',
      text: '原保管人离职、失联，或者不能履行保管职责。',
    },
    { key: 'route-title', type: 'heading', text: '准许的办理途径' },
    {
      key: 'route-a',
      type: 'clause',
      text: '在工业和信息化部备案管理系统自助找回；',
    },
    { key: 'route-b', type: 'clause', text: '向{bureau.name}申请；' },
    { key: 'route-c', type: 'clause', text: '向接入服务提供者{provider.name}申请；' },
    {
      key: 'route-d',
      type: 'clause',
      text: '通过{we}另以书面方式委托的备案代理机构办理。',
    },
    { key: 'limit-title', type: 'heading', text: '权限与义务' },
    {
      key: 'limit-scope',
      type: 'clause',
      text: '被授权人仅可提交材料、接受核验、领取新密码或临时密码，无转授权的权利。',
    },
    {
      key: 'limit-change',
      type: 'clause',
      text: '取得的密码应当在当日修改，并登记入{we}指定的保管处，不得留存副本或告知他人。',
    },
    { key: 'term-title', type: 'heading', text: '有效期、撤销与保管' },
    {
      key: 'term',
      type: 'paragraph',
      text: '自{letter.validFrom}起至{letter.validUntil}止，最长不超过一年；期满前应当重新签署。被授权人离职、调离岗位，或者{we}书面撤销的，本授权书即行失效，原件交回作废。',
    },
    {
      key: 'keeping',
      type: 'paragraph',
      text: '原件存放于{storagePlace}，扫描件以电子方式存档。',
    },
    { key: 'no-blank-seal', type: 'note', text: NO_BLANK_SEAL },
    {
      key: 'signatures',
      type: 'signatures',
      boxes: [
        ...senderBoxes('授权方'),
        {
          label: '被授权人（签字）：{agent.name}',
          marks: ['signature'],
          lines: ['日期：{letter.writtenOn}'],
        },
      ],
    },
    {
      key: 'register',
      type: 'facts',
      caption: '存档与撤销登记（签署后填写）',
      rows: [
        { label: '扫描件校验值', blank: 'scanHash' },
        { label: '撤销日期', blank: 'revokedOn', isHalf: true },
        { label: '经办人', blank: 'revokedBy', isHalf: true },
        { label: '撤销原因', blank: 'revokedWhy' },
      ],
    },
  ],
}
