import type { LineRank, LineReason, LineState, LineWay } from '../../../shared/handover-view.ts'
import type { HandoverLineKind } from '../../../shared/records/handover.ts'

type Names<K extends string> = Readonly<Record<K, string>>

/** The lines of a 交接: what stands on them, why, and what ends each. */
export const zhHandoverLines = {
  lines: {
    columns: { state: '状态', title: '项目', reasons: '为什么', act: '怎么办' },
    search: '搜索名称、所属',
    state: '状态',
    states: {
      open: '未办',
      closed: '已办',
      waived: '留待',
    } satisfies Names<LineState> as Names<LineState>,
    marked: '须立即修改',
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
      'let-in': '由其添加的人',
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
      'let-in': '核实此人',
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
      case 'trashed':
        return `由其移入回收站，${on}：外面的密码还在`
      case 'purged':
        return `由其彻底删除，${on}`
      case 'retired':
        return `由其标为停用，${on}：外面的密码可能还能用`
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
      case 'let-in':
        return `由其添加或经其添加的人再添加，${on}：认识就在「保管人」里保存一次此人的资料，不认识就移除`
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
    confirmed: '已核实',
  } satisfies Names<LineWay> as Names<LineWay>,
}

export type HandoverLinesText = typeof zhHandoverLines
