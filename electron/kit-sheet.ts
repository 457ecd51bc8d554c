import { randomBytes } from 'node:crypto'
import { dayOf } from '../shared/calendar-day.ts'
import { qrDrawing } from '../shared/qr-code.ts'

/** What a printed recovery kit says. */
export type KitSheet = {
  /** The recovery code, in groups as they are printed and retyped. */
  groups: string[]
  checkWords: string[]
  vaultId: string
  revision: number
  fileName: string
  custodianName: string
  /** Unix ms. */
  preparedAt: number
  /** Set: this page is one of several, two of which open the vault. */
  share?: { holder: string; number: number; count: number }
}

/** The page of a recovery kit, A4, for paper only: no script, nothing from outside. */
export function renderKitSheet(sheet: KitSheet): string {
  const nonce = randomBytes(16).toString('base64')
  const { share } = sheet
  const { size, path } = qrDrawing(sheet.groups.join('-'), 'medium')
  const groups = sheet.groups.map(
    (group, index) => `<li><b>${index + 1}</b><code>${escapeHtml(group)}</code></li>`,
  )
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'nonce-${nonce}'">
<title>备案匣恢复包</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<header><h1>${titleOf(sheet)}</h1><p>${leadOf(sheet)}</p></header>
<div class="code">
<ol>${groups.join('')}</ol>
<svg viewBox="0 0 ${size} ${size}" role="img" aria-label="恢复码二维码"><path d="${path}"/></svg>
</div>
<dl>
<dt>保险库文件</dt><dd>${escapeHtml(sheet.fileName)}</dd>
${holderLines(sheet)}
<dt>制作日期</dt><dd>${dayOf(sheet.preparedAt)}</dd>
<dt>保险库编号</dt><dd><code>${escapeHtml(sheet.vaultId)}</code></dd>
<dt>版本与核对词</dt><dd>第 ${sheet.revision} 版：${sheet.checkWords.map(escapeHtml).join(' ')}</dd>
</dl>
<section>
<h2>如何使用</h2>
<ul>
<li>${share === undefined ? '在解锁页选择“改用恢复包”，依次输入上面的各组字符' : '在解锁页选择“改用恢复包”“恢复包分成了几份”，依次输入任意两份的各组字符'}。不分大小写；0 与 O、1 与 I 和 L 视为相同。</li>
<li>二维码的内容与上面的字符相同，不能联网打开；只用不联网的扫码枪读取。</li>
<li>打开后必须先设置新的主口令，再制作新的恢复包；新的确认后，本页即失效。</li>
<li>核对词对应制作时的版本。恢复旧备份后，可与应用中显示的核对词比较。</li>
</ul>
<h2>如何保管</h2>
<ul>
<li>${share === undefined ? '锁入保险柜或交由单位指定的第二人保管，不要与电脑放在一起。' : '由上面写明的人单独封存，不要与其他几份放在一起，也不要由同一个人保管两份。'}</li>
<li>不要拍照、扫描、复印，不要存入网盘、邮箱或聊天工具。</li>
<li>怀疑被他人看到时，立即制作新的恢复包。</li>
</ul>
</section>
<footer><span>保管处：＿＿＿＿＿＿＿＿＿＿</span><span>保管人签字：＿＿＿＿＿＿＿＿</span><span>日期：＿＿＿＿＿＿＿</span></footer>
</body>
</html>`
}

function titleOf({ share }: KitSheet): string {
  if (share === undefined) return '备案匣 · 恢复包'
  return `备案匣 · 分持恢复包 第 ${share.number} 份（共 ${share.count} 份）`
}

function leadOf({ share }: KitSheet): string {
  return share === undefined
    ? '主口令遗失时，凭此页可以打开保险库。请像对待公章一样保管。'
    : '任意两份合在一起可以打开保险库，单独一份什么也打不开。请像对待公章一样保管。'
}

function holderLines({ share, custodianName }: KitSheet): string {
  if (share === undefined) return `<dt>保管人</dt><dd>${escapeHtml(custodianName)}</dd>`
  return `<dt>本份由谁保管</dt><dd>${escapeHtml(share.holder)}</dd>
<dt>制作人</dt><dd>${escapeHtml(custodianName)}</dd>`
}

const STYLE = `
@page { size: A4; margin: 18mm; }
body { font: 11pt/1.6 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; color: #111; margin: 0; }
h1 { font-size: 20pt; margin: 0 0 2mm; } h2 { font-size: 12pt; margin: 6mm 0 1mm; } header p { margin: 0 0 6mm; }
.code { display: grid; grid-template-columns: 1fr 38mm; gap: 6mm; align-items: start; margin: 0 0 6mm; }
.code svg { width: 38mm; height: 38mm; }
ol { list-style: none; display: grid; grid-template-columns: repeat(3, 1fr); gap: 3mm; margin: 0; padding: 0; }
li b { display: block; font-size: 8pt; color: #555; font-weight: 400; }
ol li { border: 0.4mm solid #111; border-radius: 1.5mm; padding: 2mm 3mm; }
ol code { font: 700 16pt/1.3 "DejaVu Sans Mono", Menlo, Consolas, monospace; letter-spacing: 1mm; }
dl { display: grid; grid-template-columns: 32mm 1fr; gap: 1mm 4mm; margin: 0; } dt { color: #555; } dd { margin: 0; }
ul { margin: 0; padding-left: 6mm; }
footer { margin-top: 12mm; display: flex; justify-content: space-between; }
`

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
