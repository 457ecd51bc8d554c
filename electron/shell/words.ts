import type { Preferences } from '../../shared/preferences.ts'

/** The few words main says itself: menus, system dialogs, notifications. The window has dictionaries of its own. */
export type ShellWords = typeof ZH

const ZH = {
  appName: '备案匣',
  vaultFile: '备案匣保险库',
  openVault: '打开保险库',
  createVault: '新建保险库',
  openSpreadsheet: '选择台账表格',
  spreadsheet: '表格',
  openFiles: '选择资料文件',
  paperFiles: '图片、PDF 和文档',
  backupFolder: '选择备份文件夹',
  saveFile: '保存',
  allFiles: '所有文件',
  menuFile: '文件',
  menuLock: '锁定',
  lockQuestion: '有未保存的修改，锁定会丢掉它们。',
  lockQuestionText: '已经保存的内容不受影响。',
  keepEditing: '继续编辑',
  menuQuit: '退出',
  menuEdit: '编辑',
  menuUndo: '撤销',
  menuRedo: '重做',
  menuCut: '剪切',
  menuCopy: '复制',
  menuPaste: '粘贴',
  menuSelectAll: '全选',
  menuView: '显示',
  menuZoomIn: '放大',
  menuZoomOut: '缩小',
  menuZoomReset: '实际大小',
  menuFullScreen: '全屏',
  linkQuestion: '将在系统浏览器中打开以下网址：',
  linkOpen: '打开',
  cancel: '取消',
  remindersTitle: '备案匣提醒',
  remindersDanger: (count: number) => `${count} 项已逾期或须立即处理`,
  remindersDue: (count: number) => `${count} 项到期待办`,
  hopelessTitle: '备案匣无法启动保险库进程',
  hopelessText:
    '保险库进程多次意外结束。已保存的内容没有丢失。请重新启动备案匣；若仍如此，请重新安装。',
}

const EN: ShellWords = {
  appName: 'Beian Vault',
  vaultFile: 'Beian vault',
  openVault: 'Open vault',
  createVault: 'New vault',
  openSpreadsheet: 'Choose a spreadsheet',
  spreadsheet: 'Spreadsheet',
  openFiles: 'Choose files',
  paperFiles: 'Pictures, PDF and documents',
  backupFolder: 'Choose a folder for backups',
  saveFile: 'Save',
  allFiles: 'All files',
  menuFile: 'File',
  menuLock: 'Lock',
  lockQuestion: 'There are changes that are not saved. Locking throws them away.',
  lockQuestionText: 'What was saved is not touched.',
  keepEditing: 'Keep editing',
  menuQuit: 'Quit',
  menuEdit: 'Edit',
  menuUndo: 'Undo',
  menuRedo: 'Redo',
  menuCut: 'Cut',
  menuCopy: 'Copy',
  menuPaste: 'Paste',
  menuSelectAll: 'Select all',
  menuView: 'View',
  menuZoomIn: 'Zoom in',
  menuZoomOut: 'Zoom out',
  menuZoomReset: 'Actual size',
  menuFullScreen: 'Full screen',
  linkQuestion: 'This address will open in your browser:',
  linkOpen: 'Open',
  cancel: 'Cancel',
  remindersTitle: 'Beian Vault',
  remindersDanger: (count) => `${count} overdue or to be done at once`,
  remindersDue: (count) => `${count} due`,
  hopelessTitle: 'Beian Vault cannot start its vault process',
  hopelessText:
    'The vault process ended several times by itself. What was saved is not lost. Start Beian Vault again; if it goes on, reinstall it.',
}

const WORDS: Record<Preferences['language'], ShellWords> = { 'zh-CN': ZH, en: EN }

export function wordsOf(preferences: Preferences): ShellWords {
  return WORDS[preferences.language]
}
