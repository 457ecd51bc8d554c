import type { FactRow, LetterTemplate, SignatureBox } from './template.ts'

type Party = 'giver' | 'receiver' | 'witness'

const PARTIES: Readonly<Record<Party, string>> = {
  giver: '移交人',
  receiver: '接收人',
  witness: '监交人',
}

/** 交接单: what one custodian hands to the next. It lists secrets and never holds one. */
export const HANDOVER_SHEET: LetterTemplate = {
  kind: 'handover-sheet',
  title: '备案管理交接单',
  layout: 'form',
  numbering: 'sections',
  variants: [],
  roles: [
    { id: 'giver', label: { zh: '移交人', en: 'Hands over' } },
    { id: 'receiver', label: { zh: '接收人', en: 'Receives' } },
    { id: 'witness', label: { zh: '监交人', en: 'Witness' } },
  ],
  blocks: [
    {
      key: 'number',
      type: 'note',
      text: '单号：{letter.number}　交接日期：{letter.writtenOn}　单位：{entity.name}',
    },
    { key: 'reason', type: 'paragraph', text: '交接原因：{handoverReason}。' },
    {
      key: 'people',
      type: 'facts',
      caption: '交接双方与监交人',
      rows: (['giver', 'receiver', 'witness'] as const).flatMap(rowsOf),
    },
    { key: 'filings-title', type: 'heading', text: '备案' },
    {
      key: 'filings',
      type: 'table',
      table: 'handover-filings',
      columns: [
        { key: 'name', label: '服务名称', share: 16, isNeeded: true },
        { key: 'number', label: '备案号', share: 25, isNeeded: true },
        { key: 'domains', label: '域名', share: 23 },
        { key: 'provider', label: '接入商', share: 10 },
        { key: 'bureau', label: '管局', share: 10 },
        { key: 'status', label: '状态', share: 7 },
        { key: 'checkedOn', label: '上次核查', share: 10 },
      ],
    },
    { key: 'credentials-title', type: 'heading', text: '账号与密码（只列条目，不写密码）' },
    {
      key: 'credentials',
      type: 'table',
      table: 'handover-credentials',
      columns: [
        { key: 'name', label: '条目', share: 26 },
        { key: 'platform', label: '平台', share: 24 },
        { key: 'account', label: '账号', share: 22 },
        { key: 'delivered', label: '已移交', share: 14 },
        { key: 'changed', label: '交接后已改密', share: 14 },
      ],
    },
    { key: 'channels-title', type: 'heading', text: '接收渠道与印章' },
    {
      key: 'channels',
      type: 'table',
      table: 'handover-channels',
      columns: [
        { key: 'kind', label: '渠道', share: 18 },
        { key: 'value', label: '号码、邮箱或名称', share: 30 },
        { key: 'holder', label: '现持有人', share: 16 },
        { key: 'owner', label: '归属', share: 20 },
        { key: 'delivered', label: '已移交', share: 16 },
      ],
    },
    { key: 'documents-title', type: 'heading', text: '资料' },
    {
      key: 'documents',
      type: 'table',
      table: 'handover-documents',
      columns: [
        { key: 'title', label: '名称', share: 34 },
        { key: 'form', label: '原件或扫描件', share: 18 },
        { key: 'count', label: '份数', share: 8 },
        { key: 'place', label: '存放处', share: 24 },
        { key: 'delivered', label: '已移交', share: 16 },
      ],
    },
    { key: 'matters-title', type: 'heading', text: '未了事项' },
    {
      key: 'matters',
      type: 'table',
      table: 'handover-matters',
      columns: [
        { key: 'title', label: '事项', share: 46 },
        { key: 'dueOn', label: '期限', share: 16 },
        { key: 'note', label: '说明', share: 36 },
      ],
    },
    {
      key: 'responsibles-title',
      type: 'heading',
      text: '须变更备案的负责人（法定应于变更前三十日提出）',
    },
    {
      key: 'responsibles',
      type: 'table',
      table: 'handover-responsibles',
      columns: [
        { key: 'service', label: '主体或服务', share: 28 },
        { key: 'role', label: '职务', share: 16 },
        { key: 'from', label: '现登记', share: 16 },
        { key: 'to', label: '变更为', share: 18 },
        { key: 'dueOn', label: '变更备案', share: 22 },
      ],
    },
    { key: 'authorizations-title', type: 'heading', text: '须撤销的授权' },
    {
      key: 'authorizations',
      type: 'table',
      table: 'handover-authorizations',
      columns: [
        { key: 'title', label: '文书', share: 34 },
        { key: 'person', label: '被授权人', share: 18 },
        { key: 'validUntil', label: '有效期至', share: 20 },
        { key: 'revoked', label: '已撤销、收回原件', share: 28 },
      ],
    },
    { key: 'declare-title', type: 'heading', text: '声明' },
    {
      key: 'declare-giver',
      type: 'clause',
      text: '移交人声明：以上内容完整、属实，未留存任何密码、密钥或资料副本；交接后不再使用原有权限。',
    },
    {
      key: 'declare-receiver',
      type: 'clause',
      text: '接收人声明：已逐项核对，将立即修改全部密码，移除移交人的访问权限，办理变更备案，并重新签署密码找回授权书。',
    },
    {
      key: 'declare-witness',
      type: 'clause',
      text: '监交人声明：交接在本人监督下完成。',
    },
    {
      key: 'signatures',
      type: 'signatures',
      boxes: (['giver', 'receiver', 'witness'] as const).map(signatureOf),
    },
    {
      key: 'proof',
      type: 'facts',
      caption: '审计凭证',
      rows: [{ label: '审计记录校验值', blank: 'auditHash' }],
    },
  ],
}

function rowsOf(role: Party): FactRow[] {
  return [
    { label: PARTIES[role], blank: `${role}.name`, isHalf: true },
    { label: '职务', blank: `${role}.post`, isHalf: true },
    { label: '部门', blank: `${role}.department`, isHalf: true },
    { label: '工号', blank: `${role}.staffNumber`, isHalf: true },
  ]
}

function signatureOf(role: Party): SignatureBox {
  return {
    label: `${PARTIES[role]}（签字）：{${role}.name}`,
    marks: ['signature'],
    lines: ['日期：'],
  }
}
