import {
  CONTACT_BLOCK,
  FILING_COLUMNS,
  IDENTITY_ANNEXES,
  openingBlocks,
  senderBoxes,
} from './common-blocks.ts'
import type { LetterTemplate } from './template.ts'

/** 特殊情况说明: a filing of before 2009 that never had a password. */
export const SPECIAL_STATEMENT: LetterTemplate = {
  kind: 'special-statement',
  title: '特殊情况说明',
  layout: 'letter',
  numbering: 'sections',
  variants: [],
  roles: [{ id: 'contact', label: { zh: '联系人', en: 'Contact' } }],
  blocks: [
    ...openingBlocks('就早期备案未取得备案密码一事，说明如下：'),
    { key: 'filing-title', type: 'heading', text: '备案基本情况' },
    {
      key: 'filing',
      type: 'facts',
      caption: '备案信息',
      rows: [
        { label: '主体名称', blank: 'entity.name' },
        { label: '主体备案号', blank: 'entity.filingNumber' },
        { label: '备案日期', blank: 'entity.filedOn' },
        { label: '原接入服务提供者', blank: 'originalProvider' },
      ],
    },
    { key: 'filings', type: 'table', table: 'filings', columns: FILING_COLUMNS },
    { key: 'why-title', type: 'heading', text: '未持有备案密码的原因' },
    {
      key: 'why',
      type: 'paragraph',
      text: '上述备案办理于{entity.filedOn}。办理当时并未强制设置备案密码，{we}未曾取得该备案的备案密码，此后亦未收到系统下发的密码。',
    },
    { key: 'tried-title', type: 'heading', text: '已采取的措施' },
    {
      key: 'tried-archive',
      type: 'paragraph',
      text: '{we}已于{archiveAskedOn}向原接入服务提供者{originalProvider}查询历史备案档案，对方答复：{archiveReply}',
    },
    {
      key: 'timeline',
      type: 'table',
      table: 'timeline',
      caption: '沟通经过',
      columns: [
        { key: 'on', label: '日期', share: 17 },
        { key: 'channel', label: '方式', share: 14 },
        { key: 'withWhom', label: '对方', share: 22 },
        { key: 'said', label: '内容', share: 47 },
      ],
    },
    { key: 'request-title', type: 'heading', text: '请求事项' },
    {
      key: 'request-generate',
      type: 'clause',
      text: '恳请贵局核实后，为上述备案生成备案密码，并发送至下列联系方式。',
    },
    {
      key: 'request-refile',
      type: 'clause',
      text: '如确无法生成，恳请书面确认可以按新增备案方式重新提交，并告知办理要求。',
    },
    { key: 'truth-title', type: 'heading', text: '承诺' },
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
        { text: '域名证书' },
        { text: '原接入服务提供者的历史备案档案或书面答复' },
      ],
    },
    { key: 'signatures', type: 'signatures', boxes: senderBoxes('说明人') },
  ],
}
