import type { VaultErrorCode, VaultErrorFacts } from '../../../shared/errors.ts'
import { zhFileErrors } from './file-errors.ts'

/** What happened, what was kept, what to do next. */
export type ErrorWords = { title: string; kept: string; next: string }

type Facts = VaultErrorFacts

/** The words of every expected failure. `facts` are those of the error. */
export const zhErrors = {
  'wrong-passphrase': () => ({
    title: '主口令不对，打不开这个保险库。',
    kept: '保险库没有任何改动。',
    next: '请检查大小写、输入法和全角字符后重新输入；实在想不起来，可以改用恢复包。',
  }),
  'wrong-recovery-kit': (facts: Facts) => ({
    title: zhKitTitle(facts),
    kept: '保险库没有任何改动。',
    next: '请对照打印的恢复包逐组核对；字母 O、I、L 会自动当作 0、1、1。较早打印的恢复包可能已被新的替换。',
  }),
  'passphrase-too-weak': () => ({
    title: '这个主口令太容易被猜到。',
    kept: '什么都没有保存。',
    next: '请加长一些：四五个互不相干的词连在一起，比一串符号更好记也更安全。',
  }),
  'not-a-vault': () => ({
    title: '这个文件不是备案匣的保险库。',
    kept: '文件没有被改动。',
    next: '请选择扩展名为 .beian 的保险库文件。若要导入表格，请先打开保险库，再在台账中点“导入台账”。',
  }),
  'vault-damaged': () => ({
    title: '保险库文件已损坏，无法读取。',
    kept: '文件保持原样，没有尝试任何修复。',
    next: '请从最近的备份中取回一份再打开，并保留这份损坏的文件备查。',
  }),
  'newer-format': () => ({
    title: '这个保险库是由更新版本的备案匣保存的。',
    kept: '文件没有被改动。',
    next: '请把这台电脑上的备案匣升级后再打开。',
  }),
  'schema-altered': () => ({
    title: '保险库的内部结构被改动过。',
    kept: '文件没有被打开，也没有被改动。',
    next: '这不是正常使用会造成的。请保留此文件，改用备份，并查明谁动过它。',
  }),
  'opened-elsewhere': (facts: Facts) => ({
    title:
      facts['host'] === undefined
        ? '这个保险库正在别处打开。'
        : `这个保险库正由 ${facts['user'] ?? '另一位用户'} 在 ${facts['host']} 上打开。`,
    kept: '文件没有被改动。',
    next: '请先在那里锁定或退出，再重试。',
  }),
  'kdf-parameters-refused': ({ reason }) => ({
    title:
      reason === 'too-costly'
        ? '这个文件里的解锁方式太多、太费时，试到一半停了。'
        : '保险库里的口令加固参数不在安全范围内。',
    kept:
      reason === 'too-costly'
        ? '已试过的都不是您的主口令。文件没有改动。'
        : '没有使用您的主口令，也没有占用大量内存。',
    next: '文件可能被改动过。请改用备份，并保留此文件备查。',
  }),
  'forged-vault': () => ({
    title: '这个文件冒充您的保险库：签名对不上。',
    kept: '没有读入其中的任何内容。',
    next: '请不要使用它。改用备份，并查明文件来源。',
  }),
  'vault-locked': () => ({
    title: '保险库已锁定。',
    kept: '已保存的内容都在。',
    next: '请解锁后再试。',
  }),
  'no-vault-chosen': () => ({
    title: '还没有选择保险库。',
    kept: '没有任何改动。',
    next: '请新建或打开一个保险库。',
  }),
  'vault-exists': () => ({
    title: '那里已经有一个同名文件。',
    kept: '原有文件没有被覆盖。',
    next: '请换一个文件名或文件夹。',
  }),
  'read-only': () => ({
    title: '现在是只读打开，不能保存修改。',
    kept: '保险库没有任何改动。',
    next: '锁定后以正常方式重新打开，就可以修改。',
  }),
  'evidence-mode': () => ({
    title: '现在是取证模式，不能保存修改。',
    kept: '保险库保持原样，作为证据。',
    next: '请先与备份比对，查明原因后改用可信的备份。',
  }),
  'disk-full': () => ({
    title: '磁盘空间不足，没有保存成功。',
    kept: '保险库停留在上一次保存的状态，没有损坏。',
    next: '请清出一些空间后重试。',
  }),
  'folder-not-writable': (facts: Facts) =>
    facts['reason'] === 'interrupted-change'
      ? {
          title: '上次保存到一半时中断了，要撤销它才能打开，而这个文件夹不能写入。',
          kept: '中断之前的内容都在；撤销所需的文件就在保险库旁边，请不要删除。',
          next: '请把保险库和它旁边名字以 -journal 结尾的文件一起复制到可写的文件夹，再打开。',
        }
      : {
          title: '这个文件夹不能写入。',
          kept: '没有任何改动。',
          next: '请检查权限，或换一个文件夹。',
        },
  'file-not-found': () => ({
    title: '找不到这个文件。',
    kept: '没有任何改动。',
    next: '它可能被移动、改名，或所在的磁盘没有接上。请重新选择。',
  }),
  'io-failed': () => ({
    title: '读写文件时系统报错。',
    kept: '保险库停留在上一次保存的状态。',
    next: '请检查磁盘或网络盘是否正常，然后重试。',
  }),
  'replaced-while-open': () => ({
    title: '保险库文件在打开期间被换掉或移走了。',
    kept: '这次修改没有保存；之前的修改在被换下的那份文件里。',
    next: '请先暂停同步盘，记下刚才要改的内容，锁定后重新打开并核对；缺少的内容可从同步盘的历史版本或备份找回。',
  }),
  'record-not-found': () => ({
    title: '这条记录已经不在了。',
    kept: '其他内容没有变化。',
    next: '它可能刚被彻底删除。请刷新后再看。',
  }),
  'record-changed-meanwhile': () => ({
    title: '您编辑期间，这条记录被改过。',
    kept: '您填写的内容还在表单里，没有覆盖别处的修改。',
    next: '请关闭表单看看最新内容，再决定怎样修改。',
  }),
  'record-in-use': (facts: Facts) => ({
    title:
      facts['name'] !== undefined && facts['user'] !== undefined
        ? `“${facts['user']}”${Number(facts['count']) > 1 ? `等 ${facts['count']} 条记录` : ''}还在用“${facts['name']}”，不能删除。`
        : '还有别的记录在用它，不能删除。',
    kept: '没有删除任何内容。',
    next: '请先在那些记录里换掉它。',
  }),
  'invalid-value': () => ({
    title: '有的内容不符合规则，没有保存。',
    kept: '您填写的内容还在。',
    next: '请按红色提示改正后再保存。',
  }),
  'password-refused': () => ({
    title: '这个密码不符合规则，没有登记。',
    kept: '原来的密码没有变化。',
    next: '请按提示修改；若是管局或接入商发给您的原始密码，请把来源选为“下发的初始密码”。',
  }),
  'nothing-to-undo': () => ({
    title: '没有可以撤销的操作了。',
    kept: '没有任何改动。',
    next: '之后又有新的修改时，较早的操作就不能再撤销。',
  }),
  'kit-mismatch': ({ share }) => ({
    title: `${share === undefined ? '' : `第 ${share} 份：`}输入的两组与恢复包不一致。`,
    kept: '新的恢复包还没有启用；原有的解锁方式不变。',
    next: '请看着打印出来的纸，而不是屏幕，重新输入。',
  }),
  'ledger-only': () => ({
    title: '这次是以只看台账的方式打开的，不能查看密码和资料，也不能修改。',
    kept: '保险库没有任何改动。',
    next: '请锁定后，由保管人用自己的主口令解锁再做。',
  }),
  'slots-full': ({ reason }) => ({
    title:
      reason === 'too-costly'
        ? '保险库的解锁方式合计太费时，不能再加。'
        : '保险库的解锁方式已满（最多 64 个）。',
    kept: '原有的解锁方式都不变。',
    next:
      reason === 'too-costly'
        ? '请把主口令的加固强度调低一些，或先移除不再需要的解锁方式。'
        : '请先移除已过期的加入申请、钥匙串登记或已离职的保管人。',
  }),
  'join-expired': () => ({
    title: '这次加入的期限已过。',
    kept: '保险库没有任何改动，也没有读出任何内容。',
    next: '请重新生成加入申请，交给保管人再添加一次。',
  }),
  'join-not-found': ({ reason }) => ({
    title:
      reason === 'used' ? '这个加入申请已经用过，或已被移除。' : '这个保险库里还没有您的加入登记。',
    kept: '保险库没有任何改动。',
    next:
      reason === 'used'
        ? '如果您已设置主口令，请直接用它解锁；否则请重新生成加入申请。'
        : '请确认保管人已添加您，并且这里打开的是添加之后的文件。',
  }),
  'join-unconfirmed': () => ({
    title: '这个保险库的核对词还没有核对，或核对之后文件换过了。',
    kept: '保险库没有任何改动，也没有读出任何内容。',
    next: '请重新显示核对词，与添加您的保管人当面或电话逐字核对，一致后再打开。',
  }),
  'keychain-expired': () => ({
    title: '这台电脑钥匙串里的登记已到期。',
    kept: '保险库没有任何改动。',
    next: '请用主口令解锁，再在设置中重新登记。',
  }),
  'wrong-keychain-key': () => ({
    title: '这台电脑钥匙串里的登记打不开这个保险库。',
    kept: '保险库没有任何改动。',
    next: '它可能已被移除。请用主口令解锁，需要时在设置中重新登记。',
  }),
  'keychain-missing': () => ({
    title: '这台电脑上没有可靠的系统钥匙串。',
    kept: '没有开启，保险库没有任何改动。',
    next: 'Linux 上需要 GNOME 密钥环或 KDE 钱包，并在登录时解锁；没有它，钥匙只能明着放在文件旁边，等于没锁。',
  }),
  ...zhFileErrors,
  'second-person-needed': () => ({
    title: '公司规则要求两个人一起做这件事。',
    kept: '什么都没有做，也没有改动。',
    next: '请另一位保管人在这台电脑上输入他的主口令，再继续。',
  }),
  'rule-needs-two': () => ({
    title: '现在只有一个人能打开这个保险库，定不了双人规则。',
    kept: '规则没有改动。',
    next: '请先在“保管人”中添加另一位保管人，等他第一次打开之后再定。',
  }),
  'join-request-unreadable': () => ({
    title: '这里面没有可用的加入申请。',
    kept: '保险库没有任何改动。',
    next: '请选对方导出的 .beian-key 文件，或清晰、完整、不反光的二维码图片；不行就请对方重新导出文件发来。',
  }),
  'join-request-not-here': () => ({
    title: '这台电脑上没有这份加入申请。',
    kept: '什么都没有改动。',
    next: '请在“加入别人的保险库”里重新生成，再把新的文件交给对方。',
  }),
  'passphrase-first': () => ({
    title: '请先设定新的主口令。',
    kept: '保险库已打开，没有任何改动。',
    next: '用恢复包打开后，设定新的主口令才能继续。',
  }),
  'vault-process-ended': () => ({
    title: '保险库进程意外结束，已自动锁定。',
    kept: '已经保存的内容都在；正在进行的那一步没有写入。',
    next: '请重新解锁。若反复出现，请备份后报告此问题。',
  }),
  refused: (facts: Facts) =>
    facts['reason'] === 'kit-read-only'
      ? {
          title: '恢复包只能用来设定新的主口令，不能只读打开。',
          kept: '没有打开保险库，也没有任何改动。',
          next: '请去掉“只读打开”再试。文件或文件夹不能写入时，备案匣会自己以只读方式打开，并告知其他保管人。',
        }
      : {
          title: '这个请求被拒绝。',
          kept: '没有任何改动。',
          next: '请重新打开备案匣后再试。',
        },
  internal: () => ({
    title: '程序内部出错了。',
    kept: '已经保存的内容不受影响；刚才那一步没有完成。',
    next: '请再试一次；若仍然出现，请锁定并重新打开备案匣。',
  }),
} satisfies Record<VaultErrorCode, (facts: Facts) => ErrorWords>

export type ErrorText = Record<VaultErrorCode, (facts: VaultErrorFacts) => ErrorWords>

/** Which sheet of a split kit is meant, and what is wrong with it. */
function zhKitTitle({ reason, share, field, group }: Facts): string {
  if (field !== undefined && group !== undefined)
    return `恢复码不对：您输入的第 ${field} 份，第 ${group} 组有误。`
  if (group !== undefined) return `恢复码不对：第 ${group} 组有误。`
  if (reason === 'share') return '这是分持恢复包中的一份，要和另一份一起用。'
  if (reason === 'single') return '这是一张单独的恢复包，不是分持的一份。'
  if (reason === 'too-few') return '还差一份：分持恢复包要两份一起才能打开。'
  if (reason === 'same-share') return '两次输入的是同一份，需要两份不同的。'
  if (reason === 'other-set') return '这几份不是同一套恢复包。'
  if (reason === 'not-of-vault') return '这套分持恢复包不是这个保险库现在用的。'
  if (share !== undefined) return `第 ${share} 份的内容不对。`
  return '恢复码不对。'
}
