/** Words of the recovery kit page. */
export const zhKit = {
  title: '恢复包',
  lead: '忘记主口令时，只有这张纸能打开保险库。现在打印它，放进保险柜或交给另一位保管人。',
  onceWarning: '它只显示这一次。离开本页后无法再看，只能重新制作。',
  code: '恢复码',
  checkWords: '核对词',
  revision: '版本',
  vaultId: '保险库编号',
  print: '打印',
  printed: '已送去打印。',
  retypeTitle: '看着打印的纸，输入这两组',
  group: (number: number) => `第 ${number} 组`,
  confirm: '确认并启用',
  confirming: '正在启用…',
  done: '恢复包已启用。',
  later: '稍后再做',
  laterText: '没有恢复包，忘记主口令就再也打不开保险库。备案匣会一直提醒，直到做好为止。',
  laterConfirm: '我明白，稍后再做',
  cancel: '继续制作',
  preparing: '正在制作恢复包…',
  skipToLedger: '进入台账',
  missingNotice: '还没有恢复包：一旦忘记主口令，没有别的办法打开保险库。',
  makeNow: '现在制作',
  openedByKit: '这次是用恢复包打开的，新的主口令已设好。请再制作一份新的恢复包。',
  onlyRead:
    '这个文件现在不能写入，恢复包只以只读方式打开，不能设定新的主口令。这次打开已记下；这台电脑能写入保险库时，会记入审计并告知其他保管人。',
  newTitle: '设定新的主口令',
  newOwn: (name = '') =>
    `恢复包已打开保险库。请先为${name === '' ? '自己' : `“${name}”`}设定新的主口令，旧的主口令随即失效，然后才能看到内容。`,
  newSplit:
    '分持恢复包属于单位，不属于某个人。请填写您的姓名并设定主口令：您将成为一位新的保管人，以后用它解锁。原来就是保管人、忘了主口令的，也这样进来，姓名请写出区别；原来的那一位由您或别人在“交接”里移除。',
  newPassphrase: '新的主口令',
  newTold: '这次打开已记入审计；其他保管人下次解锁时会看到。',
  newSet: '设定并继续',
  newSetting: '正在设定…',
  newLock: '不设定，锁定',
}
export type KitText = typeof zhKit
