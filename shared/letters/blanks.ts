import type { Words } from '../guides/guide.ts'

/**
 * Where a blank is filled from, and so where missing data are best entered: the filing's entity, its legal
 * representative, a person named in the letter, its services, the firm, the bureau of the number's prefix,
 * the case, the letter's own dates; `typed`: only in the letter; `hand`: with a pen, on the paper.
 */
export type BlankSource =
  | 'entity'
  | 'legal'
  | 'agent'
  | 'contact'
  | 'giver'
  | 'receiver'
  | 'witness'
  | 'service'
  | 'provider'
  | 'bureau'
  | 'case'
  | 'transferee'
  | 'letter'
  | 'typed'
  | 'hand'

export type Blank = {
  /** Stands in the blank while it is empty, in Chinese; the interface says it in either language. */
  label: Words
  source: BlankSource
  /** Sealed apart: filled in on the printed paper only, when asked for, and audited. Cannot be typed. */
  isSecret?: true
  /** Several lines to type. */
  isLong?: true
  /** What belongs here. */
  hint?: Words
}

function blank(source: BlankSource, zh: string, en: string, more: Partial<Blank> = {}): Blank {
  return { source, label: { zh, en }, ...more }
}

/** Every blank of every letter, by its name. The name is kept in letters already written: never rename one. */
export const BLANKS = {
  'entity.name': blank('entity', '主体名称', 'Name of the entity'),
  'entity.creditCode': blank('entity', '统一社会信用代码', 'Unified social credit code'),
  'entity.address': blank('entity', '住所', 'Registered address'),
  'entity.filingNumber': blank('entity', '主体备案号', 'Entity filing number'),
  'entity.filedOn': blank('entity', '备案日期', 'Filed on'),

  'legal.name': blank('legal', '法定代表人姓名', 'Legal representative'),
  'legal.phone': blank('legal', '法定代表人电话', "Legal representative's phone"),
  'legal.idKind': blank('legal', '法定代表人证件类型', "Legal representative's kind of ID"),
  'legal.idNumber': blank('legal', '法定代表人证件号码', "Legal representative's ID number", {
    isSecret: true,
  }),

  'agent.name': blank('agent', '受托人姓名', 'Agent'),
  'agent.post': blank('agent', '受托人职务', "Agent's post"),
  'agent.phone': blank('agent', '受托人电话', "Agent's phone"),
  'agent.idKind': blank('agent', '受托人证件类型', "Agent's kind of ID"),
  'agent.idNumber': blank('agent', '受托人证件号码', "Agent's ID number", { isSecret: true }),

  'contact.name': blank('contact', '联系人姓名', 'Contact'),
  'contact.post': blank('contact', '联系人职务', "Contact's post"),
  'contact.phone': blank('contact', '联系电话', 'Contact phone'),
  'contact.email': blank('contact', '联系邮箱', 'Contact mailbox'),

  'giver.name': blank('giver', '移交人姓名', 'Who hands over'),
  'giver.post': blank('giver', '移交人职务', 'Post of who hands over'),
  'giver.department': blank('hand', '移交人部门', 'Department of who hands over'),
  'giver.staffNumber': blank('hand', '移交人工号', 'Staff number of who hands over'),
  'receiver.name': blank('receiver', '接收人姓名', 'Who receives'),
  'receiver.post': blank('receiver', '接收人职务', 'Post of who receives'),
  'receiver.department': blank('hand', '接收人部门', 'Department of who receives'),
  'receiver.staffNumber': blank('hand', '接收人工号', 'Staff number of who receives'),
  'witness.name': blank('witness', '监交人姓名', 'Witness'),
  'witness.post': blank('witness', '监交人职务', 'Post of the witness'),
  'witness.department': blank('hand', '监交人部门', 'Department of the witness'),
  'witness.staffNumber': blank('hand', '监交人工号', 'Staff number of the witness'),

  'services.names': blank('service', '互联网信息服务名称', 'Names of the services'),
  'services.count': blank('service', '服务数量', 'Number of services'),
  'services.domains': blank('service', '域名', 'Domains'),

  'provider.name': blank('provider', '接入服务提供者名称', 'Name of the provider'),
  'provider.address': blank('provider', '接入服务提供者地址', 'Address of the provider'),
  'provider.phone': blank('provider', '接入服务提供者电话', 'Phone of the provider'),

  'bureau.name': blank('bureau', '通信管理局名称', 'Name of the communications bureau'),
  'bureau.province': blank('bureau', '备案所在省份', 'Province of the filing'),
  addressee: blank('provider', '收件单位', 'Addressee'),

  'case.number': blank('case', '办理编号', 'Case number'),
  'case.references': blank('case', '工单号或业务编号', 'Ticket or order numbers'),
  'case.askedOn': blank('case', '首次交涉日期', 'First asked on'),

  'transferee.name': blank('transferee', '受让方名称', 'Name of the transferee'),
  'transferee.creditCode': blank(
    'transferee',
    '受让方统一社会信用代码',
    "Transferee's credit code",
  ),
  'transferee.address': blank('transferee', '受让方住所', "Transferee's address"),
  'transferee.legalName': blank(
    'transferee',
    '受让方法定代表人',
    "Transferee's legal representative",
  ),
  'transferee.contact': blank('transferee', '受让方联系人及电话', "Transferee's contact and phone"),

  'letter.writtenOn': blank('letter', '日期', 'Date'),
  'letter.validFrom': blank('letter', '期限起始日', 'Valid from'),
  'letter.validUntil': blank('letter', '期限截止日', 'Valid until'),
  'letter.number': blank('hand', '编号', 'Number'),

  reason: blank('typed', '原因', 'Reason', {
    hint: {
      zh: '例如：原保管人离职，未移交备案密码',
      en: 'Such as: the keeper left without handing it over',
    },
  }),
  account: blank('typed', '平台账号', 'Account'),
  newContact: blank('typed', '变更后的负责人及手机号码', 'New responsible person and phone'),
  storagePlace: blank('typed', '原件存放处', 'Where the original is kept'),
  scanHash: blank('hand', '扫描件校验值', 'Checksum of the scan'),
  revokedOn: blank('hand', '撤销日期', 'Revoked on'),
  revokedWhy: blank('hand', '撤销原因', 'Why revoked'),
  revokedBy: blank('hand', '撤销经办人', 'Revoked by'),

  originalProvider: blank('typed', '原接入服务提供者', 'Original provider', {
    hint: { zh: '当年代为提交备案的接入商', en: 'Who submitted the filing then' },
  }),
  archiveAskedOn: blank('typed', '查询历史档案日期', 'Archive asked for on'),
  archiveReply: blank('typed', '历史档案查询答复', "Provider's reply on the archive", {
    isLong: true,
  }),
  currentPlace: blank('typed', '现所在地', 'Where you are now'),
  moveReason: blank('typed', '所在地变动原因', 'Why the place changed'),
  deadPhone: blank('typed', '备案预留手机号码', 'Filed phone number'),
  deadPhoneReason: blank('typed', '手机号码停用原因', 'Why the phone is dead'),
  deadMailbox: blank('typed', '备案预留邮箱', 'Filed mailbox'),
  formerPerson: blank('typed', '原负责人姓名', 'Former responsible person'),
  formerLeftOn: blank('typed', '原负责人离任日期', 'Left on'),

  ground: blank('typed', '转让依据', 'Legal ground', {
    hint: {
      zh: '例如：公司合并、资产转让、业务剥离，以及协议名称与日期',
      en: 'Merger, sale …, with the agreement and its day',
    },
  }),
  consideration: blank('typed', '转让对价', 'Consideration'),
  payment: blank('typed', '支付方式与期限', 'How and when paid'),
  handoverOn: blank('typed', '交割日期', 'Handover on'),
  otherAssets: blank('typed', '其他随附资产', 'Other assets', { isLong: true }),
  breachFee: blank('typed', '违约金', 'Damages for breach'),
  court: blank('typed', '争议管辖法院', 'Court for disputes'),
  copies: blank('typed', '协议份数', 'Number of copies'),
  signedAt: blank('typed', '签订地点', 'Place of signing'),
  notaryNumber: blank('hand', '公证书编号', 'Notarial certificate number'),
  notaryOffice: blank('hand', '公证处', 'Notary office'),
  notaryOn: blank('hand', '公证日期', 'Notarised on'),

  handoverReason: blank('typed', '交接原因', 'Why handed over', {
    hint: { zh: '例如：离职、轮岗、代理终止', en: 'Leaving, rotating, end of an agency' },
  }),
  auditHash: blank('hand', '审计记录校验值', 'Hash of the audit trail'),

  complaintOffice: blank('typed', '受理机构名称', 'Office that accepts it', {
    hint: {
      zh: '申诉：企业所在地的省级电信用户申诉受理机构；投诉：企业所在地的通信管理局',
      en: "Appeal: the acceptance office of the provider's province; complaint: its bureau",
    },
  }),
  'claimant.postcode': blank('typed', '邮政编码', 'Postcode'),
  acceptedOn: blank('typed', '向企业投诉日期', 'Complained to the provider on'),
  providerReply: blank('typed', '企业答复情况', "Provider's reply", { isLong: true }),
  facts: blank('typed', '事实与理由', 'Facts and grounds', { isLong: true }),
  claims: blank('typed', '申诉请求', 'Claims', { isLong: true }),
} as const satisfies Readonly<Record<string, Blank>>

export type BlankName = keyof typeof BLANKS

/** The blank of this name, unless a letter of another version named one that is unknown here. */
export function blankOf(name: string): Blank | undefined {
  return Object.hasOwn(BLANKS, name) ? BLANKS[name as BlankName] : undefined
}

/** `{name}` in a text. */
const BLANK_IN_TEXT = /\{([a-zA-Z0-9.-]{1,60})\}/g

/** A text cut at its blanks: what stands between, and the names, in turn. */
export function cutAtBlanks(text: string): ({ text: string } | { name: string })[] {
  const parts: ({ text: string } | { name: string })[] = []
  let from = 0
  for (const match of text.matchAll(BLANK_IN_TEXT)) {
    if (match.index > from) parts.push({ text: text.slice(from, match.index) })
    parts.push({ name: match[1] ?? '' })
    from = match.index + match[0].length
  }
  if (from < text.length) parts.push({ text: text.slice(from) })
  return parts
}
