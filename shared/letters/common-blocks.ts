import type { AnnexItem, FactRow, LetterBlock, TableColumn } from './template.ts'

/** Columns of a table of filings that fits between wide margins. */
export const FILING_COLUMNS = [
  { key: 'name', label: '服务名称', share: 25, isNeeded: true },
  { key: 'number', label: '服务备案号', share: 33, isNeeded: true },
  { key: 'domains', label: '域名', share: 42 },
] as const satisfies readonly TableColumn[]

/** Who the letter comes from: a unit with its representative, or a person with an ID. */
export const SENDER_ROWS = [
  { label: '名称', blank: 'entity.name', signers: ['unit', 'unnamed-shop'] },
  { label: '姓名', blank: 'entity.name', signers: ['person'] },
  { label: '统一社会信用代码', blank: 'entity.creditCode', signers: ['unit', 'unnamed-shop'] },
  { label: '住所', blank: 'entity.address', signers: ['unit', 'unnamed-shop'] },
  { label: '住址', blank: 'entity.address', signers: ['person'] },
  { label: '法定代表人（负责人）', blank: 'legal.name', signers: ['unit'] },
  { label: '经营者', blank: 'legal.name', signers: ['unnamed-shop'] },
  { label: '证件类型', blank: 'legal.idKind', isHalf: true },
  { label: '证件号码', blank: 'legal.idNumber', isHalf: true },
] as const satisfies readonly FactRow[]

/** Who is given power, with what an office checks. */
export function agentBlock(caption: string): LetterBlock {
  return {
    key: 'agent',
    type: 'facts',
    caption,
    rows: [
      { label: '姓名', blank: 'agent.name', isHalf: true },
      { label: '职务', blank: 'agent.post', isHalf: true },
      { label: '证件类型', blank: 'agent.idKind', isHalf: true },
      { label: '证件号码', blank: 'agent.idNumber', isHalf: true },
      { label: '联系电话', blank: 'agent.phone' },
    ],
  }
}

/** Who writes to the bureau, and about what: a unit by its code, a person by an ID. */
export function openingBlocks(about: string): LetterBlock[] {
  return [
    { key: 'addressee', type: 'addressee', text: '{bureau.name}：' },
    {
      key: 'opening',
      type: 'paragraph',
      text: `{we}（{entity.name}，统一社会信用代码{entity.creditCode}）${about}`,
      signers: ['unit', 'unnamed-shop'],
    },
    {
      key: 'opening-person',
      type: 'paragraph',
      text: `{we}（{entity.name}，{legal.idKind}号码{legal.idNumber}）${about}`,
      signers: ['person'],
    },
  ]
}

/** Where an answer reaches the sender. */
export const CONTACT_BLOCK: LetterBlock = {
  key: 'contact',
  type: 'facts',
  caption: '联系方式',
  rows: [
    { label: '联系人', blank: 'contact.name', isHalf: true },
    { label: '职务', blank: 'contact.post', isHalf: true, signers: ['unit'] },
    { label: '联系电话', blank: 'contact.phone', isHalf: true },
    { label: '联系邮箱', blank: 'contact.email', isHalf: true },
  ],
}

/** Copies that go with most letters, as the signer has them. */
export const IDENTITY_ANNEXES = [
  { text: '营业执照（或其他主体资格证明）副本复印件，加盖公章', signers: ['unit'] },
  { text: '法定代表人（负责人）身份证件正反面复印件，加盖公章', signers: ['unit'] },
  { text: '营业执照副本复印件，经营者签字并按手印', signers: ['unnamed-shop'] },
  { text: '经营者身份证件正反面复印件，本人签字并按手印', signers: ['unnamed-shop'] },
  { text: '本人身份证件正反面复印件，本人签字', signers: ['person'] },
] as const satisfies readonly AnnexItem[]

/** The sender's own box for seal and signatures. */
export function senderBoxes(name: string): Extract<LetterBlock, { type: 'signatures' }>['boxes'] {
  const day = ['日期：{letter.writtenOn}']
  return [
    {
      label: `${name}（盖章）：{entity.name}`,
      marks: ['seal', 'legal-signature'],
      lines: day,
      signers: ['unit'],
    },
    {
      label: `${name}（经营者签字、按手印）：{entity.name}`,
      marks: ['signature', 'fingerprint'],
      lines: day,
      signers: ['unnamed-shop'],
    },
    {
      label: `${name}（签字）：{entity.name}`,
      marks: ['signature'],
      lines: day,
      signers: ['person'],
    },
  ]
}

/** Said at the end of a paper that gives power: an empty one is never sealed beforehand. */
export const NO_BLANK_SEAL = '本文书须填写完整后方可盖章、签字。空白处未填写的，不得预先盖章。'
