import { FILING_COLUMNS } from './common-blocks.ts'
import type { LetterTemplate } from './template.ts'

/** 主体过户协议: a filing goes to another entity. A lawyer should read it before it is signed. */
export const TRANSFER_AGREEMENT: LetterTemplate = {
  kind: 'transfer-agreement',
  title: '备案主体过户协议',
  layout: 'letter',
  numbering: 'articles',
  variants: [],
  roles: [{ id: 'contact', label: { zh: '转让方联系人', en: "Transferor's contact" } }],
  provider: { zh: '原接入商', en: 'Present access provider' },
  blocks: [
    { key: 'number', type: 'note', text: '协议编号：{letter.number}　签订地点：{signedAt}' },
    {
      key: 'transferor',
      type: 'facts',
      caption: '甲方（转让方）',
      rows: [
        { label: '名称', blank: 'entity.name' },
        {
          label: '统一社会信用代码',
          blank: 'entity.creditCode',
          signers: ['unit', 'unnamed-shop'],
        },
        { label: '证件号码', blank: 'legal.idNumber', isHalf: true, signers: ['person'] },
        { label: '住所', blank: 'entity.address' },
        { label: '法定代表人（负责人）', blank: 'legal.name', signers: ['unit', 'unnamed-shop'] },
        { label: '联系人', blank: 'contact.name', isHalf: true },
        { label: '联系电话', blank: 'contact.phone', isHalf: true },
      ],
    },
    {
      key: 'transferee',
      type: 'facts',
      caption: '乙方（受让方）',
      rows: [
        { label: '名称', blank: 'transferee.name' },
        { label: '统一社会信用代码', blank: 'transferee.creditCode' },
        { label: '住所', blank: 'transferee.address' },
        { label: '法定代表人（负责人）', blank: 'transferee.legalName' },
        { label: '联系人及电话', blank: 'transferee.contact' },
      ],
    },
    {
      key: 'preamble',
      type: 'paragraph',
      text: '甲、乙双方就甲方名下互联网信息服务备案及相关资产的过户，经协商一致，订立本协议。',
    },
    { key: 'assets-title', type: 'heading', text: '过户标的' },
    {
      key: 'assets',
      type: 'paragraph',
      text: '甲方将其主体备案号{entity.filingNumber}项下的下列互联网信息服务、域名，以及相应的内容、知识产权和平台账号，一并过户给乙方：',
    },
    { key: 'filings', type: 'table', table: 'filings', columns: FILING_COLUMNS },
    { key: 'assets-other', type: 'paragraph', text: '其他随附资产：{otherAssets}。' },
    { key: 'ground-title', type: 'heading', text: '过户依据' },
    { key: 'ground', type: 'paragraph', text: '本次过户的依据为：{ground}。' },
    { key: 'price-title', type: 'heading', text: '对价与支付' },
    {
      key: 'price',
      type: 'paragraph',
      text: '本次过户的对价为{consideration}，支付方式与期限：{payment}。',
    },
    { key: 'handover-title', type: 'heading', text: '交割' },
    {
      key: 'handover-day',
      type: 'clause',
      text: '交割日为{handoverOn}。',
    },
    {
      key: 'handover-domain',
      type: 'clause',
      text: '双方应当在交割日前完成域名持有者变更及实名信息审核。',
    },
    {
      key: 'handover-provider',
      type: 'clause',
      text: '甲方应当向原接入服务提供者{provider.name}提交过户申请，乙方应当提供所需的主体证明、负责人核验及其他材料。',
    },
    {
      key: 'handover-secret',
      type: 'clause',
      text: '过户获准后，甲方当面移交备案密码、平台账号及接收验证信息的手机号码、邮箱；乙方应当立即修改全部密码，双方签署交接单。',
    },
    {
      key: 'handover-number',
      type: 'clause',
      text: '取得新的备案编号后，乙方应当立即在服务首页底部更新展示并链接至备案管理系统。',
    },
    { key: 'liability-title', type: 'heading', text: '责任划分' },
    {
      key: 'liability',
      type: 'paragraph',
      text: '交割日以前因标的产生的义务和法律责任由甲方承担，自交割日起由乙方承担。备案主体变更获准以前，乙方不得以甲方名义开展备案范围以外的活动。',
    },
    { key: 'data-title', type: 'heading', text: '数据与个人信息' },
    {
      key: 'data',
      type: 'paragraph',
      text: '标的涉及个人信息的，双方应当依法向个人告知受让方的名称和联系方式；乙方变更原处理目的、处理方式的，应当重新取得个人同意。甲方不得留存不再需要的数据副本。',
    },
    { key: 'duty-title', type: 'heading', text: '配合义务' },
    {
      key: 'duty',
      type: 'paragraph',
      text: '双方应当配合{bureau.name}、接入服务提供者的审核与核验，如实提供材料；过户未获准的，双方另行协商以迁移、注销后重新备案等方式处理。',
    },
    { key: 'breach-title', type: 'heading', text: '违约责任' },
    {
      key: 'breach',
      type: 'paragraph',
      text: '一方违反本协议的，应当向对方支付违约金{breachFee}；违约金不足以弥补损失的，应当补足。',
    },
    { key: 'dispute-title', type: 'heading', text: '争议解决' },
    {
      key: 'dispute',
      type: 'paragraph',
      text: '因本协议发生的争议，双方协商解决；协商不成的，向{court}提起诉讼。',
    },
    { key: 'copies-title', type: 'heading', text: '生效与文本' },
    {
      key: 'copies',
      type: 'paragraph',
      text: '本协议自双方盖章并由法定代表人签字之日起生效。本协议一式{copies}份，甲乙双方各执一份，其余用于办理过户，具有同等效力。',
    },
    {
      key: 'signatures',
      type: 'signatures',
      boxes: [
        {
          label: '甲方（盖章）：{entity.name}',
          marks: ['seal', 'legal-signature'],
          lines: ['日期：{letter.writtenOn}'],
          signers: ['unit'],
        },
        {
          label: '甲方（签字、按手印）：{entity.name}',
          marks: ['signature', 'fingerprint'],
          lines: ['日期：{letter.writtenOn}'],
          signers: ['unnamed-shop', 'person'],
        },
        {
          label: '乙方（盖章）：{transferee.name}',
          marks: ['seal', 'legal-signature'],
          lines: ['日期：{letter.writtenOn}'],
        },
      ],
    },
    {
      key: 'notary',
      type: 'facts',
      caption: '公证（部分通信管理局不要求，以受理机关要求为准）',
      rows: [
        { label: '公证书编号', blank: 'notaryNumber' },
        { label: '公证处', blank: 'notaryOffice', isHalf: true },
        { label: '公证日期', blank: 'notaryOn', isHalf: true },
      ],
    },
  ],
}
