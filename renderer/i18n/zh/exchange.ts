import type { ProgressStep } from '../../../shared/contract.ts'
import type { VaultErrorCode } from '../../../shared/errors.ts'
import type {
  ForeignDuplicate,
  ForeignFormat,
  ForeignLine,
  PrivatePart,
} from '../../../shared/exchange.ts'
import type { ErrorWords } from './errors.ts'

const n = (count: number) => count.toLocaleString('zh-CN')

type Origin = 'imported' | 'issued' | 'temporary'

/** Words of moving in from other password managers, and out. */
export const zhExchange = {
  open: '导入',
  openHint: '从 KeePass、Bitwarden、1Password 或浏览器导入',
  title: '从其他密码管理器导入',
  steps: ['选择文件', '打开', '核对', '完成'],
  back: '上一步',
  choose: {
    title: '选择其他密码管理器的文件',
    text: '支持 KeePass / KeePassXC（.kdbx，KDBX 4）、Bitwarden（.json）、1Password（.1pux、.csv），以及 Chrome、Edge、Firefox、Safari 导出的 .csv。',
    points: [
      '先核对、后写入：每一条归到哪个主体或服务，由您决定；预览里不显示任何密码',
      '动态口令、备注、自定义字段、附件都会带上；没有对应栏目的放进加密的私密备注，并列出来',
      '整批导入可以一次撤销',
    ],
    bitwarden:
      'Bitwarden 导出时请选 .json 或“.json（加密）→ 密码保护”。按账号加密的导出只有那个账号自己能打开。',
    pick: '选择文件',
  },
  unlock: {
    title: (fileName: string) => `打开“${fileName}”`,
    text: '这是那个文件自己的密码，不是备案匣的主口令。它只用来打开文件，不会保存。',
    password: '文件密码',
    keyFile: '密钥文件',
    keyFileHint: '只有设过密钥文件时才需要。',
    chooseKeyFile: '选择密钥文件',
    dropKeyFile: '不用',
    open: '打开文件',
    opening: '正在打开…文件设得越难猜，等得越久。',
    stop: '停止',
  },
  problems: {
    'file-encrypted': {
      title: '这份 Bitwarden 导出是用账号密钥加密的，读不了。',
      kept: '没有读入任何内容。',
      next: '请在 Bitwarden 里重新导出：选 .json，或“.json（加密）→ 密码保护”。',
    },
    'file-old-format': {
      title: '这是旧格式的 KeePass 文件，或用了少见的加密算法。',
      kept: '没有读入任何内容。',
      next: '请用 KeePassXC 打开，在“数据库设置 → 安全 → 加密设置”里选 KDBX 4 和 AES 或 ChaCha20，保存后再导入。',
    },
    'file-unreadable': {
      title: '读不懂这个文件。',
      kept: '没有读入任何内容。',
      next: '请确认它是密码管理器导出的 .kdbx、.json、.1pux 或带“密码”一列的 .csv，且没有损坏。',
    },
    'file-has-no-rows': {
      title: '文件里没有任何条目。',
      kept: '没有读入任何内容。',
      next: '请确认导出时选对了保险库或文件夹。',
    },
    'file-too-large': {
      title: '文件太大。',
      kept: '没有读入任何内容。',
      next: '请在原来的程序里分几次导出，或先移走大附件。',
    },
    'file-too-complex': {
      title: '这个文件展开后大得不正常，已停止读取。',
      kept: '没有读入任何内容。',
      next: '来历不明的文件请不要使用；若确是您的，请分几次导出。',
    },
    'kdf-parameters-refused': {
      title: '打开这个文件要的内存或次数超出了允许的范围。',
      kept: '没有读入任何内容。',
      next: '若确是您的文件，请在 KeePassXC 的“加密设置”里改用 Argon2，内存不超过 1 GiB，再导入。',
    },
    'import-not-open': {
      title: '文件已从内存中清除。',
      kept: '保险库没有改动。',
      next: '请重新选择文件。',
    },
  } as Partial<Record<VaultErrorCode, ErrorWords>>,
  format: {
    kdbx: 'KeePass KDBX 4',
    'bitwarden-json': 'Bitwarden JSON',
    'onepassword-1pux': '1Password 1PUX',
    'onepassword-csv': '1Password CSV',
    'browser-csv': '浏览器 CSV',
    'password-csv': '密码表 CSV',
  } as Record<ForeignFormat, string>,
  check: {
    rows: '待导入的条目',
    filterLabel: '显示哪些条目',
    filter: {
      all: '全部',
      unplaced: '未归属',
      placed: '已归属',
      duplicate: '重复',
      private: '有内容进私密备注',
      left: '有带不走的附件',
    },
    search: '筛选条目',
    searchHint: '名称、分组、账号、网址',
    include: '导入这一条',
    bulk: (count: number) => `对列出的 ${n(count)} 条：`,
    bulkTarget: '归到…',
    bulkKind: '类型设为…',
    duplicates: '遇到重复时',
    choice: { skip: '跳过', update: '更新已有的', 'keep-both': '都保留' } as Record<
      ForeignDuplicate,
      string
    >,
    choiceHint: {
      skip: '保留凭据里的，不动它',
      update: '用文件里的密码更新；旧密码进历史',
      'keep-both': '另外新增一条',
    } as Record<ForeignDuplicate, string>,
    origin: '密码来历',
    originName: {
      imported: '导入（来历不细分）',
      issued: '管局或接入商下发的',
      temporary: '临时密码',
    } as Record<Origin, string>,
    originHint: '下发的和临时的密码会标为“须立即修改”。',
    columns: {
      title: '名称',
      group: '分组',
      account: '账号',
      address: '网址',
      holds: '内容',
      target: '归到',
      kind: '类型',
      action: '处理',
    },
    holds: {
      join: (parts: string[]) => parts.join('、'),
      password: '密码',
      totp: '动态口令',
      past: (count: number) => `旧密码 ${n(count)}`,
      notes: '备注',
      files: (count: number) => `附件 ${n(count)}`,
    },
    action: {
      create: '新增',
      update: '更新',
      skip: '跳过',
      'keep-both': '都保留',
      'left-out': '不导入',
    },
    unplaced: '未归属',
    targetBy: {
      'filing-number': '备案号相同',
      domain: '域名相同',
      name: '名称里有它',
    } as Record<NonNullable<ForeignLine['targetBy']>, string>,
    trashed: '在原程序的回收站或归档里',
    duplicateOf: (label: string, isSame: boolean) =>
      isSame ? `凭据里已有“${label}”，密码相同` : `凭据里已有“${label}”，密码不同`,
    privateTitle: '进私密备注（加密）的内容',
    privatePart: {
      notes: '备注',
      field: '字段',
      address: '更多网址',
      password: '超过 64 个字符的密码',
      totp: '认不出的动态口令',
      title: '过长的名称',
      account: '过长的账号',
      expiry: '到期日',
      history: '放不下的旧密码',
      file: '文本附件',
    } as Record<PrivatePart['part'], string>,
    filesTitle: '附件',
    fate: {
      document: '存为资料',
      notes: '放进私密备注',
      left: '带不走：请从原程序另存',
    } as Record<ForeignLine['files'][number]['fate'], string>,
    rowLabel: (title: string) => `“${title}”的核对`,
    closeRow: '收起',
    target: '归到',
    kind: '类型',
    forRow: '这一条怎么处理',
    summary: (taken: number, rest: number) => `将导入 ${n(taken)} 条，其余 ${n(rest)} 条不导入`,
    nothing: '没有选中要导入的条目。',
    noMatch: '没有这样的条目',
    noMatchText: '换个筛选条件看看。',
    commit: (count: number) => `导入 ${n(count)} 条`,
    cancelled: '已取消，没有写入任何内容。可以继续调整后再导入。',
  },
  done: {
    title: '导入完成',
    created: '新增凭据',
    updated: '更新凭据',
    skipped: '未导入',
    passwords: '加密存入的密码',
    papers: '存为资料的附件',
    privateNotes: (count: number) =>
      `${n(count)} 条有内容放进了私密备注：打开凭据、查看密码时可见。`,
    filesLeft: '这些附件带不走，请从原程序另存：',
    removeTitle: (fileName: string) => `请安全删除“${fileName}”`,
    removePlain:
      '它里面的密码是明文，任何人打开都看得到。本程序无法可靠地抹掉它：请自己删除，清空系统回收站；邮件、网盘、聊天记录里的副本也要删。固态硬盘和自动备份里可能仍有残留，重要的密码请尽快更换。',
    removeSealed: '导入完成后它仍能被那个密码打开。若不再使用原来的程序，请连同它的备份一起删除。',
    undoTitle: '导错了？',
    undoText: '可以撤销整批导入，凭据恢复原样。',
    undo: '撤销这次导入',
    undone: '已撤销，凭据恢复到导入之前。',
    close: '完成',
    again: '再导入一个',
  },
  out: {
    section: '数据迁出',
    note: '导出的文件离开保险库后，不再受它保护；每次导出都记入审计，导出过的密码在交接时列入必须更换。',
    kdbx: '导出到 KeePass（KDBX 4）',
    kdbxHint: 'KeePassXC 等程序可打开：账号、密码、动态口令、历史、备案号等每一项都带上。',
    kdbxStart: '导出…',
    kdbxTitle: '导出到 KDBX 4',
    kdbxLeaves: (credentials: number) =>
      `将带走 ${n(credentials)} 条凭据的账号、密码、旧密码、动态口令和私密备注。`,
    papersLeave: (count: number, megabytes: string) => `资料 ${n(count)} 份，共 ${megabytes} MB。`,
    warning:
      '拿到这个文件并知道它的口令的人，就拿到了里面的全部密码。员工离开时，他导出过的密码都要更换。',
    scope: '范围',
    scopeAll: '全部主体',
    scopeHint: '留空为全部。',
    withRetired: '连同已停用的凭据',
    withPapers: '连同资料（作为附件）',
    passphrase: '导出文件的口令',
    passphraseHint: '给这个文件单独设一个，不要用主口令。',
    repeat: '再输一次',
    reason: '导出原因',
    reasonHint: '记入审计记录，例如：迁移到集团密码平台。',
    export: '导出',
    choosing: '请选择存到哪里…',
    cancelled: '已取消，没有写出文件。',
    kdbxSteps: {
      open: '正在取出凭据…',
      seal: '正在加密…',
      check: '正在用口令打开核对…',
    } as Partial<Record<ProgressStep, string>>,
    done: (fileName: string, credentials: number) =>
      `已导出 ${n(credentials)} 条到 ${fileName}，并已读回核对。`,
    archive: '封存归档',
    archiveHint: '把整个保险库（记录、密码、资料、审计记录）封进一个文件，用单独的口令长期保存。',
    archiveStart: '封存…',
    archiveTitle: '封存归档',
    archiveText:
      '生成一份完整的保险库副本，换上新的密钥，只能用下面这个口令打开；现在的主口令、恢复包和其他保管人都打不开它。写完后会用口令重新打开核对。',
    archiveOpen: '以后在开始界面“打开保险库”里选这个 .beian-archive 文件，以只读方式查看。',
    archivePassphrase: '归档口令',
    archivePassphraseHint: '没有找回的办法：请与文件分开保管。',
    archiveReasonHint: '记入审计记录，例如：公司注销前封存。',
    archiveSteps: {
      copy: '正在复制保险库…',
      seal: '正在换上新的密钥…',
      check: '正在用口令打开核对…',
    } as Partial<Record<ProgressStep, string>>,
    archiveDone: (fileName: string, records: number) =>
      `已封存 ${n(records)} 条记录到 ${fileName}，并已用口令打开核对。`,
    archiveWords: '核对词',
  },
}

export type ExchangeText = typeof zhExchange
