import { FILING_COLUMNS, senderBoxes } from './common-blocks.ts'
import type { LetterTemplate } from './template.ts'

/**
 * 投诉/申诉书: a provider pushes back. The 申诉 goes to the acceptance office of the provider's province, not of
 * the filing's; what art. 12 of 电信用户申诉处理办法 asks for at least is all here.
 */
export const COMPLAINT: LetterTemplate = {
  kind: 'complaint',
  title: '电信用户申诉书',
  layout: 'letter',
  numbering: 'sections',
  variants: [
    {
      id: 'appeal',
      title: '电信用户申诉书',
      label: {
        zh: '向申诉受理机构申诉（先向企业投诉满 15 日或对答复不满）',
        en: 'Appeal to the acceptance office (15 days after the complaint)',
      },
    },
    {
      id: 'to-provider',
      title: '投诉书',
      label: { zh: '先向企业投诉', en: 'First: complain to the provider' },
    },
    {
      id: 'to-bureau',
      title: '投诉书',
      label: { zh: '向通信管理局投诉', en: 'Complain to the bureau' },
    },
  ],
  roles: [{ id: 'contact', label: { zh: '联系人', en: 'Contact' } }],
  provider: { zh: '被投诉的企业', en: 'The provider complained of' },
  blocks: [
    {
      key: 'addressee-appeal',
      type: 'addressee',
      text: '{complaintOffice}：',
      variants: ['appeal', 'to-bureau'],
    },
    {
      key: 'addressee-provider',
      type: 'addressee',
      text: '{provider.name}：',
      variants: ['to-provider'],
    },
    {
      key: 'claimant',
      type: 'facts',
      caption: '申诉人',
      rows: [
        { label: '名称', blank: 'entity.name', signers: ['unit', 'unnamed-shop'] },
        { label: '姓名', blank: 'entity.name', signers: ['person'] },
        {
          label: '统一社会信用代码',
          blank: 'entity.creditCode',
          signers: ['unit', 'unnamed-shop'],
        },
        { label: '地址', blank: 'entity.address' },
        { label: '邮政编码', blank: 'claimant.postcode', isHalf: true },
        { label: '联系人', blank: 'contact.name', isHalf: true },
        { label: '联系电话', blank: 'contact.phone', isHalf: true },
      ],
    },
    {
      key: 'respondent',
      type: 'facts',
      caption: '被申诉人',
      rows: [
        { label: '名称', blank: 'provider.name' },
        { label: '地址', blank: 'provider.address' },
        { label: '联系电话', blank: 'provider.phone' },
      ],
    },
    { key: 'matter-title', type: 'heading', text: '涉及的备案与业务' },
    {
      key: 'matter',
      type: 'paragraph',
      text: '主体备案号：{entity.filingNumber}。工单号或业务编号：{case.references}。',
    },
    { key: 'filings', type: 'table', table: 'filings', columns: FILING_COLUMNS },
    { key: 'claims-title', type: 'heading', text: '请求事项' },
    { key: 'claims', type: 'paragraph', text: '{claims}' },
    { key: 'facts-title', type: 'heading', text: '事实与理由' },
    { key: 'facts', type: 'paragraph', text: '{facts}' },
    {
      key: 'timeline',
      type: 'table',
      table: 'timeline',
      caption: '交涉经过',
      columns: [
        { key: 'on', label: '日期', share: 16 },
        { key: 'channel', label: '方式', share: 12 },
        { key: 'withWhom', label: '对方及人员', share: 20 },
        { key: 'reference', label: '编号', share: 16 },
        { key: 'said', label: '内容', share: 36 },
      ],
    },
    {
      key: 'first',
      type: 'paragraph',
      variants: ['appeal'],
      text: '{we}已于{acceptedOn}向被申诉人投诉，至今已满十五日；被申诉人的答复情况：{providerReply}',
    },
    {
      key: 'first-bureau',
      type: 'paragraph',
      variants: ['to-bureau'],
      text: '{we}已于{acceptedOn}向该企业交涉，其答复情况：{providerReply}',
    },
    {
      key: 'wait',
      type: 'paragraph',
      variants: ['to-provider'],
      text: '请贵公司自接到本投诉之日起十五日内答复。逾期未答复或者答复不能解决问题的，{we}将依法向申诉受理机构提出申诉。',
    },
    {
      key: 'truth',
      type: 'paragraph',
      text: '以上内容及所附材料真实。{we}未就同一事项提起诉讼或者申请仲裁。',
    },
    {
      key: 'annexes',
      type: 'annexes',
      items: [
        { text: '营业执照（或其他主体资格证明）副本复印件，加盖公章', signers: ['unit'] },
        { text: '申诉人身份证件复印件', signers: ['unnamed-shop', 'person'] },
        { text: '向企业投诉的工单、邮件或通话记录' },
        { text: '企业答复的书面材料或截图' },
        { text: '接入服务合同或订单' },
      ],
    },
    { key: 'signatures', type: 'signatures', boxes: senderBoxes('申诉人') },
  ],
}
