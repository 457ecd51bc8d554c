import type { DueListProblem } from '../../../shared/due-list.ts'

/** Words of what is due in the tray without the passphrase. */
export const zhDueList = {
  section: '登录提醒',
  label: '登录后不输口令也能看到到期事项',
  hint: '开机登录后备案匣藏在托盘里，一眼看到逾期和将到期的件数与名称。',
  noKeychain:
    '这台电脑上没有可靠的系统钥匙串（Linux 需要 GNOME 密钥环或 KDE 钱包，并在登录时解锁），不能开启：否则钥匙只能明着放在文件旁边。',
  demo: '演示库里不能开启。',
  readOnly: '现在不能修改保险库，不能开启。',
  until: '有效期',
  untilValue: (day: string) => `到 ${day}`,
  untilHint: '到期后钥匙自动作废，要再输一次主口令',
  extend: '延长',
  again: '重新开启',
  noTray: '这个桌面没有托盘区：登录后改用系统通知告知件数，窗口最小化；关闭窗口就是退出。',
  problem: {
    expired: '有效期已过，托盘里不再显示。',
    'slot-removed': '保险库里的这个入口已被移除，托盘里不再显示。',
    'keychain-closed': '系统钥匙串没有打开，暂时看不到到期事项。',
    'vault-missing': '保险库文件不在原来的位置，暂时看不到到期事项。',
    'vault-busy': '',
    'vault-suspect': '上次查看时，保险库文件和以前见到的不一样。',
    unreadable: '上次没能读出到期事项。',
  } satisfies Record<DueListProblem, string> as Record<DueListProblem, string>,
  dialogTitle: '登录后不输口令也能看到到期事项',
  opens:
    '这等于多开一个入口：在这台电脑上登录了您账户的人，不用主口令就能读到台账：名称、日期、号码、账号名和备注。',
  secrets: '密码、动态口令、证件号码和资料文件不在其中，仍要主口令才能打开。',
  how: '钥匙由系统钥匙串保管：拿到保险库文件的人打不开，拿到整块硬盘的人还要有您的登录密码。开启、关闭写进审计，哪些天看过在下次解锁时记一条。',
  shared: '托盘菜单里写着名称，身边的人看得见。多人共用一个系统账户的电脑，请不要开启。',
  term: '多久之后要再输一次主口令',
  days: (count: number) => `${count} 天`,
  passphrase: '主口令',
  switchOn: '开启',
  switching: '正在开启…',
  on: (day: string) => `已开启，到 ${day} 为止。下次登录时备案匣会自动在托盘里启动。`,
  remove: '移除',
  removed: (machine: string) => `已移除“${machine}”的系统钥匙串入口。`,
  off: '已关闭：钥匙已删除，入口已从保险库中移除，登录时不再自动启动。',
}
export type DueListText = typeof zhDueList
