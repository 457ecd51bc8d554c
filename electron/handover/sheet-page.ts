import { dayOf } from '../../shared/calendar-day.ts'
import type { SheetContent } from '../../shared/handover-sheet.ts'
import type { FilledBlock, FilledLetter, Piece } from '../../shared/letters/filled-letter.ts'
import { chineseDay } from '../../shared/letters/letter-rules.ts'
import type { HandoverParty, SheetSignature } from '../../shared/records/handover.ts'

const PARTS = ['备案', '账号与密码（只列条目，不写密码）', '接收渠道', '资料'] as const

/** A 交接单 on paper: what was signed word for word, the signatures by key, and boxes for ink. */
export function sheetPage(
  content: SheetContent,
  signatures: readonly SheetSignature[],
  digest: string,
): FilledLetter {
  const { leaver, successor, witness } = content
  const parties = [
    ['移交人', leaver],
    ['接收人', successor],
    ['监交人', witness],
  ] as const
  const blocks: FilledBlock[] = [
    note(
      'number',
      `单号：${content.number}　交接日期：${chineseDay(dayOf(content.drawnUpAt))}　离任日期：${chineseDay(content.leavesOn)}`,
    ),
    text(
      'reason',
      `交接原因：${content.reason}${content.manner === 'sudden' ? '（突然离任，移交人未参加）' : ''}。`,
    ),
    {
      type: 'facts',
      key: 'people',
      caption: '交接双方与监交人',
      rows: parties.flatMap(([label, party]) => (party === undefined ? [] : rowsOf(label, party))),
    },
    heading('a', '一、', PARTS[0]),
    table(
      'filings',
      [
        ['服务名称', 16],
        ['备案号', 25],
        ['域名', 23],
        ['接入商', 10],
        ['管局', 10],
        ['状态', 7],
        ['上次核查', 10],
      ],
      content.filings.map((one) => [
        one.service,
        one.number === '' ? one.subjectNumber : one.number,
        one.domains.join('、'),
        one.provider,
        one.bureau,
        one.status,
        one.checkedOn,
      ]),
    ),
    heading('b', '二、', PARTS[1]),
    table(
      'credentials',
      [
        ['条目', 28],
        ['平台', 24],
        ['账号', 22],
        ['已移交', 12],
        ['已改密', 14],
      ],
      content.credentials.map((one) => [
        one.name,
        one.platform,
        one.account,
        one.isDelivered ? '是' : '否',
        one.isChanged ? '是' : '交接后立即修改',
      ]),
    ),
    heading('c', '三、', PARTS[2]),
    table(
      'channels',
      [
        ['渠道', 18],
        ['号码、邮箱或名称', 30],
        ['现持有人', 18],
        ['归属', 18],
        ['已移交', 16],
      ],
      [
        ...content.channels.map((one) => [
          one.kind,
          one.value,
          one.holder,
          one.owner,
          one.isMoved ? '是' : '否',
        ]),
        ['公章使用权', '', '', '', '□是 □否'],
      ],
    ),
    heading('d', '四、', PARTS[3]),
    table(
      'documents',
      [
        ['名称', 40],
        ['原件或扫描件', 20],
        ['份数', 10],
        ['存放处', 30],
      ],
      content.documents.map((one) => [one.title, one.form, one.count, one.place]),
    ),
    heading('e', '五、', '未了事项'),
    table(
      'matters',
      [
        ['事项', 46],
        ['期限', 18],
        ['说明', 36],
      ],
      content.matters.map((one) => [one.title, one.dueOn, one.note]),
    ),
    heading('f', '六、', '须变更备案的负责人（法定应于变更前三十日提出）'),
    table(
      'responsibles',
      [
        ['主体或服务', 34],
        ['职务', 18],
        ['原登记', 16],
        ['变更为', 16],
        ['变更备案', 16],
      ],
      content.responsibles.map((one) => [
        one.subject,
        one.role,
        one.from,
        one.to,
        one.isChanged ? '已办' : '立即办理',
      ]),
    ),
    heading('g', '七、', '须撤销的授权'),
    table(
      'authorizations',
      [
        ['文书', 42],
        ['被授权人', 18],
        ['有效期至', 20],
        ['已撤销', 20],
      ],
      content.authorizations.map((one) => [
        one.title,
        one.person,
        one.validUntilOn,
        one.isRevoked ? '是' : '□是 □否',
      ]),
    ),
    heading('h', '八、', '声明'),
    ...content.declarations.map((one, index) => text(`declaration-${index}`, one)),
    {
      type: 'signatures',
      key: 'signatures',
      boxes: parties.flatMap(([label, party]) => {
        const isGone = party === leaver && content.manner === 'sudden'
        if (party === undefined || isGone) return []
        return [
          {
            label: [{ text: `${label}（签字）：${party.name}` }],
            marks: ['signature' as const],
            lines: [[{ text: '日期：' }]],
          },
        ]
      }),
    },
    {
      type: 'facts',
      key: 'proof',
      caption: '电子签名与审计凭证',
      rows: [
        ...signatures.map((one) =>
          row(
            `${partWord(content, one)}${one.custodianName} 签名`,
            `${momentText(one.signedAt)}\n${grouped(one.signature)}`,
          ),
        ),
        row('交接单内容校验值（SHA-256）', grouped(digest)),
        row(
          `审计记录校验值（第 ${content.proof.auditEntries} 条）`,
          grouped(content.proof.auditHash),
        ),
        row('保险库版本', `${content.proof.revision}`),
      ],
    },
  ]
  return { title: '备案管理交接单', layout: 'form', blocks }
}

function partWord({ leaver, successor, witness }: SheetContent, { custodianId }: SheetSignature) {
  if (custodianId === leaver.custodianId) return '移交人'
  if (custodianId === successor.custodianId) return '接收人'
  return custodianId === witness?.custodianId ? '监交人' : '保管人'
}

function rowsOf(label: string, { name, post, department, staffNumber }: HandoverParty) {
  return [
    { label, pieces: [{ text: name }], isHalf: true },
    { label: '职务', pieces: [{ text: post ?? '' }], isHalf: true },
    { label: '部门', pieces: [{ text: department ?? '' }], isHalf: true },
    { label: '工号', pieces: [{ text: staffNumber ?? '' }], isHalf: true },
  ]
}

function row(label: string, value: string) {
  return { label, pieces: [{ text: value }], isHalf: false }
}

function text(key: string, words: string): FilledBlock {
  return { type: 'paragraph', key, pieces: [{ text: words }], isEdited: false }
}

function note(key: string, words: string): FilledBlock {
  return { type: 'note', key, pieces: [{ text: words }], isEdited: false }
}

function heading(key: string, number: string, words: string): FilledBlock {
  return { type: 'heading', key, number, pieces: [{ text: words }], isEdited: false }
}

function table(
  key: string,
  columns: readonly (readonly [label: string, share: number])[],
  rows: readonly (readonly string[])[],
): FilledBlock {
  return {
    type: 'table',
    key,
    table: 'handover-matters',
    columns: columns.map(([label, share]) => ({ key: label, label, share })),
    rows: rows.map((cells, index) => ({
      key: `${index}`,
      isExtra: false,
      cells: cells.map((cell): Piece[] => [{ text: cell }]),
    })),
    hiddenCount: 0,
    whenEmpty: 'none',
  }
}

/** Hex in groups of eight, so that it can be broken and compared. */
function grouped(hex: string): string {
  return hex.replace(/(.{8})(?=.)/g, '$1 ')
}

function momentText(at: number): string {
  const local = new Date(at + 8 * 3_600_000).toISOString()
  return `${local.slice(0, 10)} ${local.slice(11, 16)}`
}
