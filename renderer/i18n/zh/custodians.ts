import type { TwoPersonActName } from '../../../shared/custodians.ts'
import type { CustodianRole } from '../../../shared/records/custodian.ts'

/** Words of 保管人, joining, kits in parts and the second person. */
export const zhCustodians = {
  title: '保管人',
  note: (count: number, auditors: number) =>
    auditors === 0
      ? `${count} 人能打开这个保险库`
      : `${count} 人能打开全部内容，另有 ${auditors} 人只能看台账和审计`,
  alone: '只有一个人能打开这个保险库。',
  aloneBesideAuditors: '只有一个人能打开全部内容，审计只能看台账。',
  aloneRisk: '这个人离职、生病或忘记主口令时，只剩恢复包。',
  aloneWithSplit: '这个人离职、生病或忘记主口令时，要凑齐分持恢复包才能打开。',
  aloneDo: (hasSplit: boolean): string =>
    hasSplit ? '请添加一位副保管人。' : '请添加一位副保管人，另做一份分持恢复包。',
  aloneRemind: (hasSplit: boolean): string =>
    hasSplit
      ? '请提醒保管人添加一位副保管人。'
      : '请提醒保管人添加一位副保管人，另做一份分持恢复包。',
  add: '添加保管人',
  edit: '编辑',
  editTitle: (name: string) => `编辑 ${name}`,
  self: '本人',
  role: {
    custodian: '保管人',
    deputy: '副保管人',
    auditor: '审计',
  } satisfies Record<CustodianRole, string> as Record<CustodianRole, string>,
  roleHint: {
    custodian: '能看能改全部内容',
    deputy: '与保管人相同，平时备用',
    auditor: '只看台账和审计，看不到任何密码，也不能修改',
  } satisfies Record<CustodianRole, string> as Record<CustodianRole, string>,
  fields: {
    name: '姓名',
    role: '角色',
    post: '岗位',
    staffNumber: '工号',
    joinedOn: '加入日期',
    notes: '备注',
  },
  roleFixed: '审计与保管人之间不能直接改：请重新邀请。',
  staff: (number: string) => `工号 ${number}`,
  joined: (day: string) => `${day} 加入`,
  invited: (day: string) => `${day} 邀请`,
  left: (day: string) => `${day} 离任`,
  lastUnlock: (moment: string) => `上次解锁 ${moment}`,
  neverUnlocked: '近期没有解锁记录',
  noWay: '已不能打开',
  way: {
    passphrase: '主口令',
    'recovery-kit': '恢复包',
    'os-keychain': '系统钥匙串（只看台账）',
    'next-custodian': '等待加入',
  },
  waySplit: (holders: string) => `分持恢复包：${holders}`,
  until: (moment: string) => `${moment} 前有效`,
  expired: '已过期',
  expiredText: '邀请已过期，对方不能再加入。请撤回后重新添加。',
  withdraw: '撤回邀请',
  withdrawTitle: (name: string) => `撤回给 ${name} 的邀请？`,
  withdrawText: '对方将不能用这份申请打开保险库。之后可以重新添加。',
  withdrawn: (name: string) => `已撤回给 ${name} 的邀请。`,
  readWords: '念核对词',
  readWordsTitle: '请念给对方听',
  readWordsText: '对方第一次打开保险库时，屏幕上会出现六个词。与下面的完全一样，才是这个保险库。',
  done: '好',
  saved: '已保存。',
  join: {
    title: '添加保管人',
    steps: [
      '请对方在自己的电脑上打开备案匣，点“加入别人的保险库”，设好自己的主口令。',
      '对方把导出的 .beian-key 文件发来，或当面出示二维码。里面没有秘密。',
      '当面或打电话逐个核对六个词，再决定角色。',
    ],
    chooseFile: '选择申请文件',
    chooseQr: '选择二维码图片',
    reading: '正在读取…',
    qrUnreadable: '图片里没有找到可用的二维码。请换一张清晰、完整、不反光的，或改用申请文件。',
    qrTooLarge: '图片太大，请换一张不超过 10 MB 的。',
    from: (name: string, moment: string) => `${name} 于 ${moment} 生成`,
    wordsTitle: '请与对方逐个核对这六个词',
    wordsText: '只要有一个不一样，就说明中途被人换过，请停下来查明。',
    same: '已与本人核对，六个词完全一样',
    differ: '不一样',
    differTitle: '没有添加任何人。',
    differText:
      '请对方重新生成申请，并换一种方式交给您（例如当面用 U 盘）。仍不一样，请报告单位负责人。',
    days: '邀请有效期',
    day: (count: number) => `${count} 天`,
    invite: '添加',
    inviting: '正在添加…',
    doneTitle: (name: string) => `${name} 可以加入了`,
    doneText: (moment: string) =>
      `请在 ${moment} 之前，让对方用自己的备案匣打开这份保险库文件（放在共享文件夹，或拷贝过去再合并）。`,
    vaultWords: '对方第一次打开时，请念这六个词给他核对',
  },
  kits: {
    title: '恢复包',
    own: '我的恢复包',
    ownHas: '已有。忘记主口令时，凭它打开并设新口令。',
    ownNone: '还没有：忘记主口令就没有别的办法。',
    ownNoneButSplit: '还没有自己的一份：忘记主口令时，要请人凑齐分持恢复包。',
    make: '制作',
    remake: '重新制作',
    split: '分持恢复包',
    splitHas: (holders: string) => `由 ${holders} 分别保管，任意两份合在一起能打开。`,
    splitNone: '分成几份由不同的人保管，任意两份合在一起才能打开，适合交给法定代表人、财务和 IT。',
  },
  split: {
    title: '分持恢复包',
    lead: '每份打印一页，分别封存。任意两份合在一起就能打开保险库，单独一份什么也打不开。',
    count: '份数',
    two: '两份（两份都要）',
    three: '三份（任意两份）',
    holder: (number: number) => `第 ${number} 份由谁保管`,
    defaultHolders: ['法定代表人', '财务', 'IT'],
    holdersDiffer: '每一份要由不同的人保管。',
    prepare: '生成',
    share: (number: number, holder: string) => `第 ${number} 份：${holder}`,
    print: '打印这一份',
    printed: '已送去打印。',
    retype: '看着打印的纸，输入这两组',
    group: (number: number) => `第 ${number} 组`,
    confirm: '确认并启用',
    wrong: '与打印的不一致。',
    replaced: '确认后，以前的分持恢复包立即失效。',
    done: '分持恢复包已启用。',
  },
  rule: {
    title: '公司规则',
    note: '打开后，做这些事要另一位保管人在这台电脑上输入他的主口令，双方都记入审计。放宽规则同样要两个人。',
    acts: {
      export: '导出要两个人',
      'print-secrets': '打印秘密要两个人',
      'remove-custodian': '移除保管人要两个人',
    } satisfies Record<TwoPersonActName, string> as Record<TwoPersonActName, string>,
    actHint: {
      export: '台账表格、报告、审计、资料原件、封存包、其他密码软件的格式',
      'print-secrets': '恢复包，填有证件号码的文书',
      'remove-custodian': '交接时停用离任者的打开方式',
    } satisfies Record<TwoPersonActName, string> as Record<TwoPersonActName, string>,
    withoutRemoval:
      '移除保管人还只要一个人：他可以先移除另一位，再添加自己的第二个身份来同意自己。要两个人才算数，请把“移除保管人要两个人”也打开。',
    saved: '规则已更新。',
    needsTwo: '先添加另一位保管人，才能定双人规则。',
  },
  second: {
    title: '需要两个人',
    text: (names: readonly string[]) =>
      names.length === 0
        ? '公司规则要求另一位保管人同意。请他在这里输入自己的主口令。'
        : `公司规则要求另一位保管人同意。请 ${names.join(' 或 ')} 在这里输入自己的主口令。`,
    act: '要做的事',
    passphrase: '第二人的主口令',
    approve: '同意',
    checking: '正在核对…',
  },
  notices: {
    title: '上次之后发生过的事',
    text: '与打开保险库的方式和保险库现在的内容有关，请逐条看过。有疑问，先查审计，再问本人。',
    acknowledge: '我知道了',
    somebody: '有人',
    kit: '用恢复包打开了保险库',
    kitText: '如果不是约定好的，请立即核对恢复包还在不在原处。',
    stateText: '保险库的内容因此可能与您记得的不同，如果不是约定好的，请问清缘由。',
  },
  auditorNotice:
    '您是审计：可以看台账和审计，看不到任何密码，也不能修改。自己的主口令可以在设置里更换。',
  auditorSecret: '审计人员看不到密码',
  auditorId: '审计人员看不到证件号码',
}
export type CustodiansText = typeof zhCustodians
