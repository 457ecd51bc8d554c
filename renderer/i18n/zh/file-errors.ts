import type { VaultErrorCode, VaultErrorFacts } from '../../../shared/errors.ts'
import type { ErrorWords } from './errors.ts'

/** Of files that come and go: spreadsheets, papers, copies, other managers' files, sheets of a handover. */
export const zhFileErrors = {
  'file-too-large': () => ({
    title: '这个文件太大了。',
    kept: '没有读入任何内容。',
    next: '请把表格拆成几份再导入。',
  }),
  'file-too-complex': () => ({
    title: '这个文件展开后大得不正常，已停止读取。',
    kept: '没有读入任何内容。',
    next: '请用 Excel 或 WPS 另存为新的 .xlsx 或 .csv 再试；来历不明的文件请不要使用。',
  }),
  'file-unreadable': () => ({
    title: '读不懂这个文件。',
    kept: '没有读入任何内容。',
    next: '请用 Excel 或 WPS 另存为 .xlsx 或 .csv 再试。',
  }),
  'file-encrypted': () => ({
    title: '这个表格设了打开密码，读不了。',
    kept: '没有读入任何内容。',
    next: '请在 Excel 或 WPS 中取消打开密码，另存一份再导入；导入后记得删除。',
  }),
  'file-old-format': () => ({
    title: '这是旧格式的表格（如 .xls、.et、.ods、.xlsb）。',
    kept: '没有读入任何内容。',
    next: '请用 Excel 或 WPS 打开，另存为 .xlsx 再导入。',
  }),
  'file-has-no-rows': () => ({
    title: '表格里没有数据行。',
    kept: '没有读入任何内容。',
    next: '请检查工作表和表头所在的行。',
  }),
  'import-papers-too-large': ({ megabytes, papers }) => ({
    title: `要作为资料存入的附件太多或太大，一次导入放不下${papers === undefined ? '' : `：至多 ${papers} 个，共 ${megabytes} MB`}。`,
    kept: '没有导入任何内容，保险库没有改动。',
    next: '请少选一些带附件的条目，分几次导入。文件不大而附件惊人的，可能是有人做的手脚：来历不明的文件请不要使用。',
  }),
  'file-over-limit': ({ name }) => ({
    title: `${fileWords(name)}超过 50 MB。`,
    kept: '这个文件没有加入，其他内容不变。',
    next: '请降低扫描分辨率（200 dpi 已足够），或把它拆成几份再添加。',
  }),
  'file-type-refused': ({ name }) => ({
    title: `${fileWords(name)}不是可以保存的文件。`,
    kept: '这个文件没有加入，其他内容不变。',
    next: '可以保存图片（JPG、PNG、WebP、GIF、HEIC、TIFF）、PDF、OFD，以及不带宏的 .docx、.xlsx 和 .txt。扩展名对而仍被拒绝，说明内容已损坏或与扩展名不符。',
  }),
  'file-empty': ({ name }) => ({
    title: `${fileWords(name)}是空文件。`,
    kept: '这个文件没有加入，其他内容不变。',
    next: '请检查文件是否已完整下载或扫描完成。',
  }),
  'files-too-many': () => ({
    title: '一次添加的文件合计超过 256 MB。',
    kept: '已读入的文件还在，超出的没有加入。',
    next: '请先保存，再添加其余的文件。',
  }),
  'backup-folder-missing': () => ({
    title: '备份文件夹现在不在。',
    kept: '保险库照常可用，没有丢失任何内容。',
    next: '插上移动硬盘或连上网络位置后再试，或另选一个文件夹。',
  }),
  'no-newer-backup': () => ({
    title: '还没有更新的备份。',
    kept: '旧备份都没有删除。',
    next: '请先做一份新备份，再删除离任的人还能打开的旧备份。',
  }),
  'copy-has-newer-keys': () => ({
    title: '另一份已经更换过全部密钥。',
    kept: '两份文件都没有改动。',
    next: '请锁定后打开那一份，再把这一份合并进去：这一份离任的人可能还打得开。',
  }),
  'copy-went-apart': () => ({
    title: '这一份另换过全部密钥，与现在的保险库不是同一支。',
    kept: '两份文件都没有改动，也没有取用其中的任何内容。',
    next: '被移除的人可能用旧副本自行换钥。请先查清它从哪里来；不要用它替换保险库，确有需要的内容请对照原件手工录入。',
  }),
  'backup-replaced': () => ({
    title: '这个文件不是登记的那份备份了。',
    kept: '备份目录里的记录和保险库都没有改动。',
    next: '文件的修订号或校验词与登记的不同，可能被人换过。请查清后再用；要看其内容，可用“选择文件…”打开。',
  }),
  'merge-undecided': () => ({
    title: '还有记录没有选择用哪一份。',
    kept: '什么都没有合并。',
    next: '比较期间保险库又有改动；列表已更新，请选完再合并。',
  }),
  'no-backup-open': () => ({
    title: '没有打开的备份。',
    kept: '保险库没有改动。',
    next: '请重新打开要查看的备份。',
  }),
  'file-not-shown': () => ({
    title: '这个文件打不开。',
    kept: '文件原样保存在匣内，没有改动。',
    next: '它可能已损坏、设了打开密码，或画面过大。可以填写理由后导出原件，用其他软件检查。',
  }),
  'foreign-key-wrong': () => ({
    title: '密码或密钥文件不对',
    kept: '文件没有打开，保险库没有改动。',
    next: '请核对这个文件自己的密码（不是保险库的主口令）；若它还要密钥文件，请一并选上。',
  }),
  'import-not-open': () => ({
    title: '导入已经结束。',
    kept: '没有再写入任何内容。',
    next: '请重新选择文件。',
  }),
  cancelled: () => ({ title: '已取消。', kept: '没有写入任何内容。', next: '可以随时重新开始。' }),
  'handover-open': ({ number, name }) => ({
    title: `“${name ?? ''}”已有一份没有结案的交接（${number ?? ''}）。`,
    kept: '没有新建交接。',
    next: '请在“交接”里继续那一份。',
  }),
  'handover-not-done': ({ open }) => ({
    title:
      Number(open) > 0 ? `还有 ${open} 项没有办完，不能结案。` : '离任者还能打开保险库，不能结案。',
    kept: '交接保持原样。',
    next: '请逐项办完；确实办不了的，写明原因后结案，该项会一直标红提醒。',
  }),
  'handover-own-way': () => ({
    title: '不能移除自己。',
    kept: '什么都没有改动。',
    next: '请由留下的保管人解锁后做这一步。',
  }),
  'sheet-not-drawn-up': () => ({
    title: '交接单还没有生成，无法签名或导出。',
    kept: '什么都没有改动。',
    next: '请先生成交接单，核对后再签名。',
  }),
  'sheet-unreadable': () => ({
    title: '这不是备案匣导出的交接单文件，或者文件已损坏。',
    kept: '什么都没有改动。',
    next: '请选择“导出签名文件”得到的 .json 文件。',
  }),
} satisfies Partial<Record<VaultErrorCode, (facts: VaultErrorFacts) => ErrorWords>>

/** A file by its name, where it is known. */
function fileWords(name: string | number | undefined): string {
  return name === undefined ? '这个文件' : `「${name}」`
}
