import { dayOf } from '../../shared/calendar-day.ts'
import type { CaseView, ClockView, GuideProgress } from '../../shared/case-view.ts'
import type { Step } from '../../shared/guides/guide.ts'
import { guideOf } from '../../shared/guides/guide-list.ts'
import type {
  FilledBlock,
  FilledLetter,
  FilledTable,
  Piece,
} from '../../shared/letters/filled-letter.ts'
import type { CaseStep, MaterialState, OutcomeKind } from '../../shared/records/recovery-case.ts'

/** What a printed record needs besides the case itself. */
export type SheetFacts = { printedOn: string; person: string }

/**
 * The record of a case as a form of paper: what was lost, each step with who and when, papers, clocks, what was
 * said, and how it ended. No secret is in it, for none is in a case.
 */
export function caseSheet(view: CaseView, { printedOn, person }: SheetFacts): FilledLetter {
  const { line, record } = view
  const { data } = record
  const blocks: FilledBlock[] = [
    facts('basics', '基本情况', [
      ['编号', data.number],
      ['事项', data.title],
      ['备案主体', line.entityName],
      ['互联网信息服务', view.services.map(serviceText).join('；')],
      ['涉及的凭据', view.credentials.map((one) => one.label).join('；')],
      ['办理机构', line.providerName ?? view.bureau?.name ?? ''],
      ['开始', data.openedOn],
      ['结束', data.closedOn ?? '办理中'],
      ['未满足条件而结束的原因', data.closeReason ?? ''],
    ]),
    facts('outcome', '结果', outcomeRows(view)),
  ]
  if (data.guideChanges.length > 0) {
    blocks.push(
      table(
        'changes',
        '途径变更',
        [
          ['日期', 14],
          ['由', 20],
          ['改为', 20],
          ['原因', 32],
          ['经办人', 14],
        ],
        data.guideChanges.map((one) => [
          dayOf(one.at),
          guideName(one.fromGuideId),
          guideName(one.toGuideId),
          one.reason,
          one.person,
        ]),
      ),
    )
  }
  for (const progress of view.guides) blocks.push(stepsTable(data.steps, progress))
  blocks.push(
    table(
      'materials',
      '材料',
      [
        ['材料', 30],
        ['状态', 16],
        ['资料或文书', 34],
        ['备注', 20],
      ],
      view.materials
        .filter(isTold)
        .map((one) => [
          one.title.zh,
          MATERIAL_WORDS[one.state],
          one.document?.title ?? one.letter?.title ?? '',
          one.note ?? '',
        ]),
    ),
    table(
      'clocks',
      '时限',
      [
        ['时限', 26],
        ['开始', 20],
        ['最晚', 20],
        ['情况', 34],
      ],
      view.clocks.map((clock) => [
        clock.title.zh,
        momentText(clock.startedAt, clock.unit === 'hours'),
        momentText(clock.dueAt, clock.unit === 'hours'),
        clockText(clock),
      ]),
    ),
    table(
      'log',
      '沟通记录',
      [
        ['时间', 17],
        ['对方', 17],
        ['方式', 12],
        ['编号', 14],
        ['内容', 40],
      ],
      data.log.map((one) => [
        one.time === undefined ? one.on : `${one.on} ${one.time}`,
        one.withWhom,
        one.channel,
        one.reference ?? '',
        one.said,
      ]),
    ),
  )
  if ((data.lessons ?? '') !== '')
    blocks.push(facts('lessons', '经验教训', [['', data.lessons ?? '']]))
  blocks.push({
    type: 'signatures',
    key: 'signatures',
    boxes: ['经办人', '复核人'].map((label) => ({
      label: [{ text: label }],
      marks: ['signature'],
      lines: [[{ text: '日期：　　　　年　　月　　日' }]],
    })),
  })
  blocks.push({
    type: 'note',
    key: 'note',
    isEdited: false,
    pieces: [{ text: `由${person}于 ${printedOn} 打印。本记录不含保险库里的密码和证件号码。` }],
  })
  return { title: '备案找回办理记录', layout: 'form', blocks }
}

/** What was never needed and is not there is not worth a line. */
function isTold({ isRequired, state, note }: CaseView['materials'][number]): boolean {
  return isRequired || state !== 'missing' || note !== undefined
}

function stepsTable(records: readonly CaseStep[], { guideId }: GuideProgress): FilledTable {
  const guide = guideOf(guideId)
  const rows = records
    .filter((record) => record.guideId === guideId)
    .map((record) => {
      const step = guide?.steps.find((one) => one.id === record.stepId)
      return [
        record.doneOn,
        step?.title.zh ?? record.stepId,
        STEP_WORDS[record.state],
        record.person,
        [record.channel, record.reference].filter((text) => text !== undefined).join('，'),
        [answerText(step, record), record.note].filter((text) => text !== undefined).join('；'),
      ]
    })
  const columns: Column[] = [
    ['日期', 13],
    ['步骤', 22],
    ['结果', 8],
    ['经办人', 15],
    ['方式、编号', 17],
    ['说明', 25],
  ]
  return table(`steps-${guideId}`, `步骤：${guideName(guideId)}`, columns, rows)
}

function answerText(step: Step | undefined, record: CaseStep): string | undefined {
  if (record.state === 'failed' && record.branch !== undefined) {
    return step?.failures?.[record.branch]?.when.zh
  }
  return step?.question?.answers.find((one) => one.id === record.answer)?.text.zh
}

function outcomeRows({ record: { data }, credentials }: CaseView): [string, string][] {
  const { outcome, registrations } = data
  if (outcome === undefined) return [['结果', '尚未登记']]
  const labelOf = (id: string | undefined) => credentials.find((one) => one.id === id)?.label ?? ''
  return [
    ['结果', OUTCOME_WORDS[outcome.kind]],
    ['日期', dayOf(outcome.at)],
    ['登记人', outcome.person],
    ['凭据', labelOf(outcome.credentialId)],
    ['有效至', outcome.validUntilAt === undefined ? '' : momentText(outcome.validUntilAt, true)],
    ['说明', outcome.note ?? ''],
    [
      '登记的新密码',
      registrations
        .map((one) => `${dayOf(one.at)} ${labelOf(one.credentialId)}（${one.person}）`)
        .join('；'),
    ],
  ]
}

function clockText(clock: ClockView): string {
  const texts = [CLOCK_WORDS[clock.state]]
  if (clock.stoppedAt !== undefined) texts.push(momentText(clock.stoppedAt, clock.unit === 'hours'))
  if (clock.isNamed) texts.push('对方指定日期')
  if (clock.override !== undefined) texts.push('按本库登记的时长')
  if (clock.isEstimated) texts.push('预估')
  return texts.join('，')
}

function momentText(at: number, withTime: boolean): string {
  const local = new Date(at + 8 * 3_600_000).toISOString()
  return withTime ? `${local.slice(0, 10)} ${local.slice(11, 16)}` : local.slice(0, 10)
}

function serviceText({ name, filingNumber }: CaseView['services'][number]): string {
  return filingNumber === undefined ? name : `${name}（${filingNumber}）`
}

function guideName(guideId: string): string {
  const guide = guideOf(guideId)
  return guide === undefined ? guideId.toUpperCase() : `${guide.code} ${guide.title.zh}`
}

/** Empty lines are left out: paper is not a form to fill in. */
function facts(
  key: string,
  caption: string,
  rows: readonly (readonly [string, string])[],
): FilledBlock {
  return {
    type: 'facts',
    key,
    caption,
    rows: rows
      .filter(([, text]) => text !== '')
      .map(([label, text]) => ({ label, pieces: [{ text }], isHalf: false })),
  }
}

type Column = readonly [label: string, share: number]

function table(
  key: string,
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): FilledTable {
  return {
    type: 'table',
    key,
    table: 'timeline',
    caption,
    columns: columns.map(([label, share]) => ({ key: label, label, share })),
    rows: rows.map((cells, index) => ({
      key: `${index}`,
      isExtra: false,
      cells: cells.map((text): Piece[] => [{ text }]),
    })),
    hiddenCount: 0,
    whenEmpty: 'none',
  }
}

const STEP_WORDS: Readonly<Record<CaseStep['state'], string>> = {
  done: '完成',
  skipped: '跳过',
  failed: '未成',
}

const CLOCK_WORDS: Readonly<Record<ClockView['state'], string>> = {
  running: '进行中',
  overdue: '已超期',
  stopped: '按时结束',
  'stopped-late': '超期后结束',
}

const MATERIAL_WORDS: Readonly<Record<MaterialState, string>> = {
  missing: '缺',
  have: '已有',
  expired: '已过期',
  'needs-seal': '待盖章',
  'needs-signature': '待签字',
  sealed: '已盖章签字',
  sent: '已提交',
}

const OUTCOME_WORDS: Readonly<Record<OutcomeKind, string>> = {
  sent: '已发送到登记的手机或邮箱',
  'reset-by-user': '已自行重设',
  temporary: '取得临时密码',
  'account-regained': '账号已找回',
  'contact-changed': '联系方式已变更',
}
