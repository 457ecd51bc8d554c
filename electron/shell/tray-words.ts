import type { DueListProblem } from '../../shared/due-list.ts'
import type { Preferences } from '../../shared/preferences.ts'
import type { ReminderKind, ReminderUrgency } from '../../shared/reminder.ts'

/** The words of the tray. */
export type TrayWords = {
  appName: string
  open: string
  quit: string
  waiting: string
  nothing: string
  comma: string
  danger(count: number): string
  due(count: number): string
  soon(count: number): string
  more(count: number): string
  /** How far off the day is; negative: late. */
  days(left: number): string
  /** For what has no day. */
  urgency: Record<ReminderUrgency, string>
  /** What is about the whole vault has no name of its own. */
  wholeVault: Partial<Record<ReminderKind, string>>
  other: string
  problem: Record<DueListProblem, string>
  toldTitle: string
  toldText: string
}

const ZH: TrayWords = {
  appName: '备案匣',
  open: '打开备案匣',
  quit: '退出',
  waiting: '正在查看到期事项…',
  nothing: '没有到期事项',
  comma: '，',
  danger: (count) => `${count} 项须立即处理`,
  due: (count) => `${count} 项该办了`,
  soon: (count) => `${count} 项将到期`,
  more: (count) => `还有 ${count} 项…`,
  days: (left) => (left < 0 ? `逾期 ${-left} 天` : left === 0 ? '今天到期' : `还有 ${left} 天`),
  urgency: { danger: '须立即处理', due: '该办了', soon: '将到期' },
  wholeVault: {
    'check-due': '季度核查',
    'check-overdue': '季度核查',
    'backup-missing': '备份',
    'backup-failed': '备份',
    'backup-former': '备份',
    'drill-due': '演练',
    'former-way-in': '交接',
  },
  other: '其他事项',
  problem: {
    expired: '到期查看的期限已过，解锁后可在设置里延长',
    'slot-removed': '保险库已不认这台电脑的钥匙，解锁后可重新开启',
    'keychain-closed': '系统钥匙串没有打开，暂时看不到到期事项',
    'vault-missing': '保险库文件不在原来的位置',
    'vault-busy': '保险库正在别处打开，稍后再看',
    'vault-suspect': '保险库文件和上次见到的不一样，请打开查看',
    unreadable: '暂时读不出到期事项，请打开查看',
  },
  toldTitle: '备案匣还在托盘里',
  toldText: '窗口关上后仍会提醒到期事项，保险库已锁定。要彻底退出，请用托盘菜单里的“退出”。',
}

const EN: TrayWords = {
  appName: 'Beian Vault',
  open: 'Open Beian Vault',
  quit: 'Quit',
  waiting: 'Looking for what is due…',
  nothing: 'Nothing is due',
  comma: ', ',
  danger: (count) => `${count} at once`,
  due: (count) => `${count} due`,
  soon: (count) => `${count} soon`,
  more: (count) => `${count} more…`,
  days: (left) => {
    if (left === 0) return 'due today'
    const count = Math.abs(left) === 1 ? '1 day' : `${Math.abs(left)} days`
    return left < 0 ? `${count} late` : `in ${count}`
  },
  urgency: { danger: 'at once', due: 'due', soon: 'soon' },
  wholeVault: {
    'check-due': 'Quarterly check',
    'check-overdue': 'Quarterly check',
    'backup-missing': 'Backup',
    'backup-failed': 'Backup',
    'backup-former': 'Backup',
    'drill-due': 'Drill',
    'former-way-in': 'Handover',
  },
  other: 'Something else',
  problem: {
    expired: 'The time for showing what is due is over; extend it in the settings',
    'slot-removed': 'The vault does not know the key of this computer any more; switch it on again',
    'keychain-closed': 'The system keychain is not open, so what is due is not known',
    'vault-missing': 'The vault is not where it was',
    'vault-busy': 'The vault is open elsewhere; looking again later',
    'vault-suspect': 'The vault differs from what was seen last; please open it',
    unreadable: 'What is due cannot be read now; please open the vault',
  },
  toldTitle: 'Beian Vault is still in the tray',
  toldText:
    'It goes on telling what is due; the vault is locked. To end it, choose Quit in the tray menu.',
}

const WORDS: Record<Preferences['language'], TrayWords> = { 'zh-CN': ZH, en: EN }

export function trayWordsOf({ language }: Pick<Preferences, 'language'>): TrayWords {
  return WORDS[language]
}
