import type { BackupPlace, DifferenceKind } from '../../../shared/backup-view.ts'
import type { DrillResult } from '../../../shared/drill-result.ts'
import type { BackupReason } from '../../../shared/records/backup.ts'
import type { DrillKind, DrillShare, ShareFinding } from '../../../shared/records/drill.ts'

type Names<K extends string> = Record<K, string>
type Sentences<K extends string> = Record<K, (on: string, person: string) => string>
type OfShare = (number: number, holder: string | undefined) => string

/** Words of 备份与演练: the folder, the backups, restoring, drills. */
export const zhBackups = {
  settingsTitle: '备份与演练',
  settingsLabel: '备份',
  settingsNone: '还没有设置备份：硬盘坏了就什么都找不回来。',
  settingsFolder: (folder: string) => `自动备份到 ${folder}`,
  settingsAway: '备份文件夹现在不在。',
  settingsOpen: '备份与演练',
  back: '返回设置',
  note: (count: number) => `${count} 份备份`,
  make: '立即备份',
  making: '正在备份…',
  progress: (percent: number) => `正在备份 ${percent}%`,
  made: '已备份，并已重新打开验证。',
  hasChanges: '有改动还没有备份，锁定或退出时自动备份。',
  upToDate: '全部改动都已备份。',
  empty: {
    title: '还没有备份',
    text: '选一个文件夹，最好在移动硬盘或公司共享盘上，别和保险库放在同一块硬盘。以后每次有改动，锁定或退出时都会自动备份，每份写完都会重新打开验证。',
    choose: '选择备份文件夹',
  },
  folderTitle: '备份文件夹',
  folderChange: '更换文件夹',
  folderHere: '可以写入',
  folderAway: '现在不在：移动硬盘没插，或网络位置没连上',
  rule: '锁定、退出时有改动就备份，打开期间每天一次；保留最近 7 天、4 周、12 个月各一份。备份文件和保险库一样加密，附件也在里面。',
  failed: (when: string, again: string) =>
    `${when} 备份失败，${again} 后自动再试，下次解锁也会再试。`,
  listTitle: '已有的备份',
  columns: { when: '时间', state: '状态', openers: '能打开的人', size: '大小', acts: '操作' },
  reason: {
    session: '有改动',
    daily: '每日',
    person: '手动',
    'before-restore': '恢复前',
    'before-merge': '合并前',
  } satisfies Names<BackupReason> as Names<BackupReason>,
  place: {
    here: '完好',
    away: '文件夹不在',
    missing: '文件不见了',
    gone: '已删除',
  } satisfies Names<BackupPlace> as Names<BackupPlace>,
  revision: (count: number) => `第 ${count} 版`,
  verifiedAt: (when: string) => `${when} 验证`,
  words: (words: string) => `核对词 ${words}`,
  former: (name: string) => `已离任的 ${name} 仍能打开`,
  oldKit: (name: string) => `${name} 的旧恢复包仍能打开`,
  formerTitle: (names: string, count: number) => `${count} 份备份仍能被已离任的 ${names} 打开`,
  formerText:
    '备份永远认当时的主口令。先做一份新备份，再删除这些旧的；别处的拷贝（U 盘、网盘历史版本）要另外清理。',
  formerAway: (count: number) => `其中 ${count} 份所在的文件夹现在不在，接上后再删。`,
  formerMake: '先做一份新备份',
  formerRemove: (count: number) => `删除这 ${count} 份旧备份…`,
  formerDialog: {
    title: '删除离任的人能打开的备份',
    text: (count: number) => `将删除 ${count} 个备份文件，不能撤销。新的备份已经在。`,
    reason: '原因',
    reasonHint: '写入审计，例如：张三离任，已更换全部密钥',
    remove: '删除',
    removed: (count: number) => `已删除 ${count} 份旧备份。`,
    kept: (count: number) => `${count} 份没能删除，文件可能正在使用。`,
  },
  oldKeys: '更换密钥之前',
  oldKeysHint: '这份备份用的是更换前的密钥，只能用当时的主口令或恢复包打开。',
  verify: '验证',
  verified: '备份完好，能打开。',
  browse: '打开查看',
  browseFile: '打开其他备份…',
  more: (count: number) => `再显示 ${count} 份`,
  unlock: {
    title: '打开备份查看',
    text: '输入这份备份当时的主口令，或用当时的恢复包。备份只读打开，不会改动它，也不会改动保险库。',
    byPassphrase: '主口令',
    byKit: '恢复包',
    byShares: '分持恢复包',
    share: '一份恢复码',
    otherShare: '另一份恢复码',
    passphrase: '备份的主口令',
    code: '恢复码（8 组）',
    open: '打开',
    opening: '正在打开…',
  },
  view: {
    title: (fileName: string) => `备份 ${fileName}`,
    note: (revision: number, now: number) => `备份第 ${revision} 版，现在第 ${now} 版`,
    close: '关闭备份',
    same: '备份和现在的保险库完全相同',
    sameText: '没有可恢复的不同之处。',
    lead: '下面是备份与现在不同的记录。选中要恢复的，其余不动。',
    capped: (shown: number, total: number) => `共 ${total} 处不同，显示前 ${shown} 处。`,
    difference: {
      'only-backup': '现在没有了',
      changed: '后来改过',
      'only-now': '备份之后新增',
    } satisfies Names<DifferenceKind> as Names<DifferenceKind>,
    inTrash: '在回收站',
    secret: '密码等保密内容不同',
    choose: (title: string) => `选择 ${title}`,
    record: '记录',
    what: '不同之处',
    thenNow: '修改时间',
    inBackup: (when: string) => `备份里 ${when}`,
    rightNow: (when: string) => `现在 ${when}`,
    restore: (count: number) => (count === 0 ? '恢复所选记录' : `恢复所选 ${count} 条记录`),
    restored: (count: number) => `已从备份恢复 ${count} 条记录。`,
    restoreAll: '恢复整个保险库…',
  },
  shown: { differences: '不同之处', all: '全部记录' },
  all: {
    title: '备份里的全部记录',
    details: '备份里的记录',
    search: '搜索备份',
    searchHint: '名称、备案号、域名、拼音',
    kind: '种类',
    subject: '所属',
    updated: '修改时间',
    count: (shown: number, total: number) =>
      shown === total ? `${total} 条` : `共 ${total} 条，显示前 ${shown} 条，输入文字查找其余`,
    empty: '没有找到',
    emptyText: '换个词再试。',
    secret: '密码等保密内容不在这里显示；要看，先恢复这条记录。',
  },
  whole: {
    title: '恢复整个保险库',
    text: '这份备份将取代现在的保险库。现在的状态会先另存一份备份，随时可以再恢复回来。恢复后保险库会锁定，请用备份当时的主口令解锁。',
    lost: (count: number) => `备份之后的 ${count} 处改动将不在保险库里。`,
    evidence:
      '现在的保险库是取证状态：它会原样另存为“-evidence.beian”，不会被改动，然后由这份备份取代。',
    reason: '原因',
    reasonHint: '写入审计，例如：误导入，整库退回昨天',
    restore: '恢复整个保险库',
    restoring: '正在恢复…',
  },
  drillsTitle: '演练',
  drillsNote: '每季度各做一次，结果写入审计，作为检查时的证据。',
  drill: {
    'kit-retyped': '恢复包重输',
    'backup-opened': '打开一份备份',
    'deputy-unlocked': '副保管人解锁',
  } satisfies Names<DrillKind> as Names<DrillKind>,
  drillHint: {
    'kit-retyped':
      '从保险柜取出恢复包，照着纸全部输入一遍（分持的请保管它的人各输一份），看它是不是真的打得开。不会打开任何东西。',
    'backup-opened': '任选一份备份，用主口令打开查看，看里面的记录是不是都在。',
    'deputy-unlocked': '请副保管人用自己的主口令解锁一次，把结果记下来。',
  } satisfies Names<DrillKind> as Names<DrillKind>,
  drillImpossible: {
    'kit-retyped': '还没有恢复包。',
    'backup-opened': '还没有备份。',
    'deputy-unlocked': '还没有登记副保管人。',
  } satisfies Names<DrillKind> as Names<DrillKind>,
  drillNever: '还没有做过',
  drillResult: {
    passed: (on, person) => `${on} 通过 · ${person}`,
    partial: (on, person) => `${on} 份数不足 · ${person}`,
    failed: (on, person) => `${on} 未通过 · ${person}`,
  } satisfies Sentences<DrillResult> as Sentences<DrillResult>,
  drillDue: (on: string) => `${on} 前做一次`,
  drillOverdue: '该做了',
  drillStart: '开始演练',
  drillRecord: '记录结果',
  kit: {
    title: '演练：恢复包重输',
    atHand: '手上的恢复包',
    whole: '整页恢复包',
    split: '分持恢复包',
    text: '照着打印的恢复包输入全部 8 组。大小写、空格、短横线都不要紧。',
    code: '恢复码（8 组）',
    check: '核对',
    passed: '通过：这份恢复包打得开这个保险库。',
    failed: '这份恢复包打不开这个保险库：可能是已失效的旧恢复包。请销毁它，重新制作。',
    splitText: (holders: readonly string[]) =>
      `请保管人（${holders.join('、')}）照着纸各输入自己的一份，每份 10 组，顺序不限。两份都对才算通过；只有一份在手，也可以先核对这一份。`,
    share: '一份恢复码',
    otherShare: '另一份恢复码（可不填）',
    splitResult: {
      passed: '通过：这两份合在一起打得开这个保险库。',
      failed: '未通过：这样打不开这个保险库。',
    },
    partial: (missing: number) => `到这里都对，但还差 ${missing} 份才打得开，不算通过。`,
    finding: {
      right: (number, holder) => `第 ${number} 份${holderOf(holder)}正确`,
      wrong: (number, holder) =>
        `第 ${number} 份${holderOf(holder)}不对：纸上的内容不是这一份，请重新制作恢复包`,
      'older-kit': (number, holder) =>
        `旧恢复包的第 ${number} 份${holderOf(holder)}：这套已经作废，请销毁，换用新的一套`,
      'other-kit': (number) =>
        `另一套恢复包的第 ${number} 份：不是这个保险库现在的，可能属于别的保险库`,
    } satisfies Record<ShareFinding, OfShare> as Record<ShareFinding, OfShare>,
    shares: (shares: readonly DrillShare[]) =>
      shares
        .map(({ number, holder, finding }) =>
          finding === 'right'
            ? `第 ${number} 份${holderOf(holder)}`
            : `第 ${number} 份${holderOf(holder)}不对`,
        )
        .join('、'),
  },
  deputy: {
    title: '演练：副保管人解锁',
    person: '副保管人姓名',
    result: '结果',
    passed: '能解锁',
    failed: '不能解锁',
    notes: '备注',
    saved: '已记录演练结果。',
  },
}
export type BackupsText = typeof zhBackups

function holderOf(holder: string | undefined): string {
  return holder === undefined ? '' : `（${holder}）`
}
