import type { FactReason, TriageFact, TriageWay } from '../../../shared/triage-view.ts'
import { zhRecoveryCase } from './recovery-case.ts'
import { zhRecoveryGuides } from './recovery-guides.ts'
import { zhRecoveryPapers } from './recovery-papers.ts'

type Names<K extends string> = Readonly<Record<K, string>>
type Known = NonNullable<TriageFact['known']>

const FACT_REASONS: Readonly<Record<FactReason, (known: Known) => string>> = {
  'channel-verified': ({ title, on }) => `${title ?? '登记的渠道'} 在 ${on ?? '近三个月内'} 核实过`,
  'channel-not-verified': ({ title }) => `${title ?? '登记的渠道'} 三个月内没有核实过，先试一下`,
  'holder-has-left': ({ title }) => `持有人 ${title ?? ''} 已离职`,
  'no-channel': () => '接收渠道里没有负责人的手机或邮箱，没法判断',
  'account-kept': ({ title }) => `保险库里有账号和密码：${title ?? ''}`,
  'account-lost': ({ title }) => `丢的就是这个账号：${title ?? ''}`,
  'provider-kept': ({ title }) => `登记的接入商：${title ?? ''}`,
  'no-provider': () => '备案没有接入商（空壳风险）',
  'number-kept': ({ title }) => `备案号已登记：${title ?? ''}`,
  'filing-cancelled': ({ title }) => `台账里已注销：${title ?? ''}`,
  'certificate-kept': ({ title }) => `证件号码已登记：${title ?? ''}`,
  'identity-kept': ({ title }) => `${title ?? '负责人'} 的证件号已登记`,
  'domain-kept': ({ title }) => `已登记的域名：${title ?? ''}`,
  'agency-kept': ({ title }) => `登记的代理机构：${title ?? ''}`,
  'bureau-account-lost': ({ title }) => `丢的是管局平台账号：${title ?? ''}`,
  'other-prefix': () => '备案号的省份和主体所在的省不同',
  'same-prefix': () => '备案号的省份和主体所在的省相同',
  'filed-on': ({ on }) => `备案日期 ${on ?? ''}`,
  'number-year': () => '由备案号里的年份判断',
  'authorization-kept': ({ title, on }) =>
    on === undefined ? `已签署：${title ?? ''}` : `已签署：${title ?? ''}，有效期至 ${on}`,
  'no-authorization': () => '没有已签署且有效的授权书',
}

/** 找回: the list of cases, the triage, and whatever stands in its parts. */
export const zhRecovery = {
  ...zhRecoveryCase,
  ...zhRecoveryPapers,
  ...zhRecoveryGuides,
  tabs: { cases: '办理', guides: '办法大全', calendar: '放假安排' },
  back: '返回找回',
  and: '、',
  list: {
    search: '搜索办理',
    searchHint: '编号、主体、单号、说过的话',
    state: '状态',
    states: { open: '办理中', finished: '已结案' },
    count: (count: number) => `${count.toLocaleString('zh-CN')} 件`,
  },
  columns: {
    number: '编号',
    title: '标题',
    subject: '主体',
    guide: '办法',
    next: '下一步',
    clock: '最紧的时限',
    progress: '进度',
    outcome: '结果',
    closeReason: '结案原因',
    opened: '开始',
    closed: '结案',
  },
  empty: {
    title: '没有正在办理的找回',
    text: '备案密码忘了、手机停机、账号在离职同事手里：从这里开始。先答几个问题，再一步一步照着办，材料、时限、沟通记录都记在一处。',
    read: '先看看办法',
    finished: '还没有结案的办理',
    finishedText: '结案后留在这里，可以搜索、打印，下次遇到同样的事先看这里。',
    none: '没有找到',
    noneText: '换个词，或换到另一种状态再找。',
  },
  start: {
    button: '开始找回',
    title: '开始找回',
    what: '丢了什么',
    fields: { entity: '备案主体', services: '涉及的服务', credentials: '丢失的凭据' },
    hints: {
      entity: '输入名称的一部分',
      services: '不选则算全部服务',
      credentials: '忘了的密码或用不了的账号；还没登记的可以不选',
    },
    chooseFirst: '先选备案主体。',
    questions: '先弄清几件事',
    ways: '可以这样办',
    openQuestions: (count: number) => `还有 ${count} 个问题台账里没有答案，能答几个答几个。`,
    knownQuestions: (count: number) => `台账已经知道的 ${count} 件事`,
    factReason: (known: Known) => FACT_REASONS[known.reason](known),
    changedByYou: (ledger: string) => `以你的回答为准。台账：${ledger}。`,
    asLedger: '按台账',
    use: '用这个办法',
    startWith: (guide: string) => `用这个办法：${guide}`,
    branch: (when: string, code: string) => `${when} → ${code}`,
    standing: {
      triggered: '须先办',
      fitting: '适合',
      lacking: '缺条件',
      excluded: '不适用',
    } as Names<TriageWay['standing']>,
    missing: '缺：',
    unknown: '待查：',
    excluded: (count: number) => `不适用的 ${count} 个办法`,
    troubles: '遇到的是某个具体问题',
    duration: (span: string) => `大约 ${span}`,
    noDuration: '所需时间没有可靠说法',
    materials: (count: number) => `材料 ${count} 项`,
    opened: (number: string) => `办理 ${number} 已开始。`,
  },
  recover: '忘记了 / 找回',
}
