import type {
  HandoverStep,
  LineRank,
  LineReason,
  LineState,
  LineWay,
  SignatureView,
} from '../../../shared/handover-view.ts'
import type { HandoverLineKind } from '../../../shared/records/handover.ts'
import type { HandoverManner } from '../../../shared/records/handover-manner.ts'

type Names<K extends string> = Readonly<Record<K, string>>

/** 交接. Days and moments arrive as text. */
export const zhHandover = {
  tabs: { handovers: '交接', custodians: '保管人' },
  start: '开始交接',
  checkFile: '验证交接单文件',
  list: '交接',
  count: (count: number) => `${count} 份`,
  columns: {
    number: '编号',
    leaver: '移交人',
    successor: '接收人',
    leavesOn: '离任日',
    step: '进行到',
    progress: '进度',
  },
  closed: (day: string) => `${day} 结案`,
  closedWithOpen: (count: number) => `结案，${count} 项未了`,
  empty: {
    title: '还没有交接',
    text: '有人离任时从这里开始：先列出只在其手里的手机、邮箱、授权和备案职务，当天移除其打开保险库的方式并更换全部密钥，再逐个换掉其看过、能打开的密码，最后留下双方签名的交接单。',
  },
  manner: {
    planned: '计划离任',
    sudden: '突然离任',
  } satisfies Names<HandoverManner> as Names<HandoverManner>,
  mannerHint: {
    planned: '本人在场，能当面移交、在交接单上签名。',
    sudden: '人已经走了，或不便再接触：由另一位保管人（或用恢复包）移除并接手，不需要其口令。',
  } satisfies Names<HandoverManner> as Names<HandoverManner>,
  form: {
    title: '开始交接',
    editTitle: '修改交接',
    save: '开始',
    manner: '离任方式',
    leaver: '谁离任',
    leaverHint: '保管人，或只登记为联系人的同事',
    leaverContact: '在联系人里是',
    leaverContactHint: '选对了，才找得到其手里的手机、邮箱、授权和备案职务',
    leavesOn: '离任日',
    successor: '谁接手',
    witness: '谁监交',
    witnessHint: '可以不填；交接单上会有其签字的位置',
    reason: '原因',
    reasonHint: '例如：合同到期离职、调往其他部门',
    notes: '备注',
    custodian: (name: string) => `${name}（保管人）`,
    self: (name: string) => `${name}（我）`,
    started: (name: string) => `${name}的交接已开始。`,
    selfLeaves: '离任的是你自己：签完交接单之后，移除这一步要由留下的保管人来做。',
    nobodyElse: '现在没有别人能打开保险库。请先在“保管人”里让接手的人加入。',
  },
  back: '返回交接',
  more: '更多操作',
  edit: '修改交接资料',
  discard: '这份交接建错了',
  discarded: '已移入回收站。',
  reopen: '重新打开',
  reopenText: '结案之后又要改的，写明原因再打开。',
  reopened: '已重新打开。',
  reason: '原因',
  stepsLabel: '交接步骤',
  steps: {
    prepare: '筹备',
    sign: '交接单',
    day: '当日移除',
    rotate: '轮换密码',
    close: '结案',
  } satisfies Names<HandoverStep> as Names<HandoverStep>,
  stepNow: '现在',
  leftOf: (open: number, total: number) =>
    total === 0 ? '没有要办的' : open === 0 ? `${total} 项都办完了` : `还有 ${open} 项`,
  signedOf: (count: number) => (count === 0 ? '尚未签名' : `${count} 人已签`),
  removedOn: (day: string) => `${day} 已移除`,
  people: '相关的人',
  party: { leaver: '移交人', successor: '接收人', witness: '监交人' },
  leavesIn: (days: number) =>
    days > 0 ? `还有 ${days} 天` : days === 0 ? '就是今天' : `已过 ${-days} 天`,
  prepare: {
    title: '离任之前，把只在其手里的东西交出来',
    text: '下面每一项，都要等台账里真的换了人、换了地方才会打勾。变更备案法定须提前三十日提出，先办。',
    sudden: '人已离开：能收回的尽快收回，收不回的（如个人手机号）通过变更备案换掉。',
    none: '没有查到只在其手里的东西。',
    noContact:
      '这位移交人没有对应的联系人，所以没法查其手里的手机、邮箱、授权和备案职务。请在右上角“修改交接资料”里补上。',
    table: '交接前要办的事',
    next: '都办完了，去签交接单',
    skip: '先签交接单',
  },
  rotate: {
    title: '把其看过、能打开的密码都换掉',
    text: '按证据排序：审计记录里看过、复制、打印、导出过的在最前，然后是能打开的，最后是验证码发到其手机、邮箱的。登记了新密码，这一行才会打勾。',
    early: '还没有移除：现在就换，移除之前其仍能打开新密码。建议先做“当日移除”，再换。',
    table: '要换的密码',
    none: '没有要换的密码：移交人没有打开过保险库，也不持有接收渠道。',
    mark: '全部标为须立即修改',
    markTicked: (count: number) => `标为须立即修改（${count}）`,
    marked: (count: number) => `已把 ${count} 个密码标为须立即修改。`,
    markedNone: '没有要标的：都已经标过了。',
    ranks: (first: number, second: number, third: number) =>
      `看过 ${first} · 能打开 ${second} · 渠道可达 ${third}`,
  },
  lines: {
    columns: { state: '状态', title: '项目', reasons: '为什么', act: '怎么办' },
    search: '搜索名称、所属',
    state: '状态',
    states: {
      open: '未办',
      closed: '已办',
      waived: '留待',
    } satisfies Names<LineState> as Names<LineState>,
    all: '全部',
    kind: '种类',
    rank: '依据',
    ranks: { 1: '有证据看过', 2: '能打开', 3: '渠道可达' } as Readonly<Record<LineRank, string>>,
    kinds: {
      password: '密码',
      channel: '接收渠道',
      responsible: '备案职务',
      authorization: '授权书',
      'unknown-password': '没存密码的条目',
      paper: '资料原件',
      'only-way-in': '打开保险库',
      'only-kit': '恢复包',
      'kit-share': '恢复包的一份',
    } satisfies Names<HandoverLineKind> as Names<HandoverLineKind>,
    titles: {
      'only-way-in': '只有其一人能打开保险库',
      'only-kit': '唯一的恢复包在其手里',
      'kit-share': '恢复包的一份在其手里',
    } as Readonly<Partial<Record<HandoverLineKind, string>>>,
    acts: {
      password: '登记新密码',
      channel: '改持有人',
      responsible: '改负责人',
      authorization: '撤销授权',
      'unknown-password': '登记密码',
      paper: '改存放处',
      'only-way-in': '添加保管人',
      'only-kit': '制作恢复包',
      'kit-share': '重做恢复包',
    } satisfies Names<HandoverLineKind> as Names<HandoverLineKind>,
    guide: '指引',
    guideFor: (title: string) => `${title}的办理指引`,
    waive: '留待',
    waiveTicked: (count: number) => `写明原因留待（${count}）`,
    waiveTitle: '写明原因，先不办',
    waiveText: '这一项会留着红色，直到真的办完：结案之后也一直提醒。',
    waiveHint: '例如：号码在其个人名下，变更备案审核中',
    waived: '已写明原因。',
    unwaive: '撤回留待',
    unwaived: '已撤回。',
    count: (shown: number, total: number) =>
      shown === total ? `${total} 项` : `${shown} / ${total} 项`,
    nothing: '没有符合的项目。',
    early: '移除之前登记的：其当时还能打开',
    seenAgain: '新密码登记之后，其又看过',
    gone: '台账里已没有这条记录，外面的密码还在',
    untick: '取消选择',
  },
  reasonText: ({ code, at, count = 0, name }: LineReason, day: (at: number) => string): string => {
    const on = at === undefined ? '' : day(at)
    const times = count > 1 ? ` ${count} 次` : ''
    switch (code) {
      case 'exported':
        return `导出过${times}，最近 ${on}`
      case 'printed':
        return `打印过${times}，最近 ${on}`
      case 'copied':
        return `复制过${times}，最近 ${on}`
      case 'revealed':
        return `看过${times}，最近 ${on}`
      case 'registered':
        return `由其登记或导入，${on}`
      case 'could-open':
        return `能打开，自 ${on} 起`
      case 'channel-held':
        return name === undefined ? '验证码曾发到其手里' : `验证码发到其手里的 ${name}`
      case 'holds':
        return name === undefined ? '在其手里' : `在其手里（${name}）`
      case 'is-responsible':
        return '是服务负责人，须变更备案'
      case 'is-entity-responsible':
        return '是主体负责人，须变更备案'
      case 'is-emergency':
        return '是应急联系人，须变更备案'
      case 'is-authorized':
        return '是已签署授权书的被授权人'
      case 'value-unknown':
        return '条目由其建立，保险库里没有密码，可能只有其知道'
      case 'keeps-paper':
        return `原件在：${name ?? ''}`
      case 'is-only-opener':
        return '其离开后没有人能打开'
      case 'has-only-kit':
        return '其离开后没有恢复包可用'
      case 'holds-kit-share':
        return '其带走一份，凑齐的人就少一个'
    }
  },
  way: {
    registered: '已登记新密码',
    moved: '已换持有人',
    changed: '已变更',
    revoked: '已撤销',
    ended: '已失效',
    stored: '已存密码',
    placed: '已换地方',
    made: '已有别人',
  } satisfies Names<LineWay> as Names<LineWay>,
  sign: {
    title: '双方在交接单上签名',
    text: '交接单列出备案、条目、渠道、资料、未了事项、要变更的负责人和要撤销的授权，不含任何密码。双方各用自己的密钥对同一份内容签名，改一个字都会被看出来。',
    sudden: '移交人不在：由接收人和另一位保管人签名。',
    drawUp: '生成交接单',
    drawUpAgain: '按现在的情况重新生成',
    drawnUp: '交接单已生成，请核对后签名。',
    again: '重新生成之后，已有的签名作废。',
    signSelf: '用我的密钥签名',
    signOther: (name: string) => `请${name}签名`,
    signed: (name: string) => `${name}已签名。`,
    dialogTitle: (name: string) => `${name}签名`,
    dialogText: (name: string) =>
      `请${name}本人在这台电脑上输入自己的主口令。口令只用来打开其签名密钥，不会保存。`,
    dialogOk: '签名',
    passphrase: (name: string) => `${name}的主口令`,
    part: {
      leaver: '移交人',
      successor: '接收人',
      witness: '监交人',
      other: '保管人',
    } satisfies Names<SignatureView['part']> as Names<SignatureView['part']>,
    right: '签名有效',
    unchecked: '已签名，审计看不到内容，不能核对',
    wrong: '签名与内容不符',
    missing: '未签名',
    noKey: '没有自己的密钥，在打印件上签字',
    print: '打印',
    pdf: '导出 PDF',
    file: '导出签名文件',
    fileHint: '一个文件就能证明内容和签名，日后用“验证交接单文件”核对，也可以交给别人核对。',
    printed: '已打印。',
    saved: (fileName: string) => `已导出“${fileName}”。`,
    preview: '交接单内容',
    rest: (count: number) => `屏幕上省略 ${count} 行，打印时全部列出`,
    order: '签名之后再做“当日移除”：移除了，移交人就没有密钥可签了。',
  },
  day: {
    title: (name: string) => `移除${name}，更换全部密钥`,
    plainTitle: (name: string) => `记下${name}离任`,
    text: '其打开保险库的每一种方式都会作废，所有记录用新密钥重新加密。留下的保管人什么都不用做，口令不变。中途断电也不要紧：要么全部完成，要么原样不动。',
    ways: '将作废的打开方式',
    noWays: '其没有打开保险库的方式：只在联系人里记下离任，不需要换密钥。',
    remaining: '留下能打开的人',
    nobody: '没有别人能打开保险库：请先添加保管人。',
    kinds: {
      passphrase: '主口令',
      'recovery-kit': '恢复包',
      'os-keychain': '系统钥匙串',
      'next-custodian': '等待加入',
    } as Names<string>,
    protects: '新密钥保护什么',
    protectsList: [
      '从这一刻起的保险库文件，其口令、恢复包都打不开。',
      '把旧文件换回来，下次解锁会立刻报告。',
    ],
    doesNot: '保护不了什么',
    doesNotList: [
      '其手里若有以前的文件或备份，用当时的口令仍打得开那一份。',
      '看过、记下的密码照样知道：所以下一步要逐个换掉。',
    ],
    unsigned: '移交人还没有在交接单上签名。移除之后其没有密钥，只能在打印件上签字。',
    act: '移除并更换全部密钥',
    actPlain: '记下离任',
    confirm: '现在移除？',
    confirmText: (name: string, count: number) => `${name}的 ${count} 种打开方式将作废，不能撤销。`,
    working: '正在用新密钥重新加密，请不要关机。',
    cancel: '停止，保持原样',
    cancelled: '已停止，什么都没有改变。',
    done: (name: string) => `${name}已移除，全部密钥已更换。`,
    doneOn: (day: string, generation: number) => `${day} 已移除，现为第 ${generation} 代密钥。`,
    self: '离任的是你自己：请留下的保管人解锁后做这一步。',
    tooEarly: (day: string) => `离任日是 ${day}，还没到。要提前移除也可以。`,
  },
  close: {
    title: '结案',
    ready: '每一项都办完了，可以结案。',
    readyWaived: (count: number) =>
      `${count} 项写明原因留待，其余都办完了。结案后这些项一直标红提醒，办完为止。`,
    notReady: (count: number) => `还有 ${count} 项没有办完。办完，或写明原因留待，才能结案。`,
    notRemoved: '离任者还能打开保险库，先做“当日移除”。',
    act: '结案',
    said: (number: string) => `交接 ${number} 已结案。`,
    closed: (day: string, person: string) => `${day} 由${person}结案。`,
    stillOpen: (count: number) => `其中 ${count} 项至今未了。`,
    left: '留待的项目',
    open: '未办的项目',
  },
  check: {
    title: '验证交接单文件',
    right: '内容完整，签名有效',
    wrong: '不可信：内容被改动过，或签名、证书对不上',
    number: '编号',
    from: '移交人',
    to: '接收人',
    own: '签名人的密钥由当前打开的保险库证明。',
    other: (mark: string) => `是另一个保险库的交接单。请向对方核对其校验码：${mark}`,
    unsigned: '这份交接单还没有人签名。',
    close: '知道了',
  },
}
export type HandoverText = typeof zhHandover
