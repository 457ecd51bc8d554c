/** Words of the frame around the screens: navigation, search everywhere, notices. */
export const zhFrame = {
  navigation: '主导航',
  screens: {
    overview: '总览',
    ledger: '台账',
    credentials: '凭据',
    contacts: '联系人',
    reminders: '提醒',
    recovery: '找回',
    documents: '资料',
    audit: '审计',
    settings: '设置',
    trash: '回收站',
    evidence: '取证',
    letters: '文书',
    checks: '季度核查',
  },
  lock: '锁定',
  lockHint: (keys: string) => `立即锁定（${keys}）`,
  searchEverywhere: '搜索全部',
  searchEverywhereHint: '搜主体、服务、域名、凭据、联系人，支持拼音和首字母',
  searchNothing: '没有找到。换个词，或只输入备案号里的几位数字。',
  searchStart: '输入名称、拼音、首字母、域名或备案号的一部分',
  paletteGo: (screen: string) => `前往${screen}`,
  paletteKeys: '↑↓ 选择　回车 打开　Esc 关闭',
  dangerCount: (count: number) => `${count} 项须立即处理`,
  dueCount: (count: number) => `${count} 项到期`,
  testRuntime: '测试运行时',
  testRuntimeText: '正在用仅供测试的替代运行环境，请勿存放真实资料。',
  demo: '演示',
  demoText: '这是虚构资料的演示保险库，关闭后不保留。',
  readOnlyText: '只读打开：可以查看和复制，不能修改。',
  evidenceText: '取证模式：保险库与上次的记录不一致，只能查看。',
  evidenceOpen: '查看发现的问题',
  failedBefore: (count: number) => `上次解锁之后，有 ${count} 次失败的解锁尝试。若不是您，请查明。`,
  /** What the opener found and the vault may be written all the same. */
  openerNotes: {
    'anchor-not-written':
      '本机的版本记录没能写下。保险库已保存；但若有人此时换上旧文件，这台电脑可能认不出来。请检查磁盘空间和应用数据文件夹能否写入，下次保存时会再写。',
    'anchor-missing':
      '这台电脑上没有这个保险库的版本记录，无法判断它是不是最新的一份。换了电脑或第一次在这里打开属正常；否则请与报告或恢复包上的核对词比对。',
    'anchor-upgraded':
      '本机的版本记录从现在起也由系统钥匙串保护。若钥匙串并非刚启用，请查明原来的记录为何不见了。',
    'hard-linked':
      '这个文件还有别的名字（硬链接）。请只留一个名字使用：每个名字各有日志，断电后从另一个名字打开，最后一次修改可能丢失或损坏文件。',
  },
  dismiss: '知道了',
  undo: '撤销',
  undone: '已撤销。',
  close: '关闭',
  loading: '正在读取…',
  retry: '重试',
  clipboardCleared: '剪贴板已清除。',
  brokenScreen: '这个页面出错了。',
  brokenScreenText: '已经保存的内容不受影响。可以重新显示，或先去别的页面。',
  showAgain: '重新显示',
}
export type FrameText = typeof zhFrame
