/** 仿宋 for the text, 黑体 for headings, 小标宋 for the title, 宋体 in tables: as official papers are set. */
export const LETTER_FONTS = {
  text: ['FangSong', 'STFangsong', 'FangSong_GB2312', 'Noto Serif CJK SC', 'Noto Sans CJK SC'],
  heading: ['SimHei', 'Heiti SC', 'STHeiti', 'Noto Sans CJK SC'],
  title: ['FZXiaoBiaoSong-B05S', '方正小标宋简体', 'STZhongsong', 'Songti SC', 'Noto Serif CJK SC'],
  table: ['SimSun', 'Songti SC', 'STSong', 'Noto Serif CJK SC', 'Noto Sans CJK SC'],
} as const

function stack(fonts: readonly string[]): string {
  return `${fonts.map((font) => `"${font}"`).join(', ')}, serif`
}

/** Of an A4 page. */
export const MARGINS_MM = {
  letter: { top: 25, right: 26, bottom: 24, left: 27 },
  form: { top: 18, right: 16, bottom: 20, left: 18 },
} as const

/** Widths of columns in percent; the page's policy allows no style attributes. */
const WIDTHS = Array.from({ length: 100 }, (_, index) => `.w${index + 1}{width:${index + 1}%}`)

/**
 * `line-break: strict` keeps closing marks from beginning a line and opening ones from ending it; parts that
 * belong together stay on one page.
 */
export const LETTER_STYLE = `
:root { text-spacing-trim: trim-start; }
/* Borders of tables lie half outside: a hair of room keeps them on the paper. */
body { margin: 0; padding: 0 0.3mm; color: #000; font: 14pt/1.65 ${stack(LETTER_FONTS.text)};
  line-break: strict; word-break: normal; overflow-wrap: anywhere; text-align: justify;
  orphans: 2; widows: 2; font-variant-east-asian: normal; }
body.form { font-size: 11pt; line-height: 1.55; }
h1 { margin: 0 0 7mm; text-align: center; text-wrap: balance;
  font: 700 22pt/1.35 ${stack(LETTER_FONTS.title)}; letter-spacing: 0.06em; break-after: avoid; }
.form h1 { margin-bottom: 4mm; font-size: 18pt; }
h2 { margin: 2mm 0 0; text-indent: 2em; font: 400 1em/1.65 ${stack(LETTER_FONTS.heading)}; break-after: avoid; }
.form h2 { text-indent: 0; margin-top: 3mm; }
p { margin: 0; text-indent: 2em; text-wrap: pretty; }
p.lead-in { break-after: avoid; }
p.addressee { text-indent: 0; margin-bottom: 2mm; }
p.note { text-indent: 0; font-size: 0.8em; line-height: 1.5; margin: 2mm 0; }
/* In a block of its own, so that a justified line does not pull the blank's line apart. */
.blank { display: inline-block; max-width: 100%; text-indent: 0; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; margin: 2mm 0 4mm;
  font: 11pt/1.45 ${stack(LETTER_FONTS.table)}; text-align: start; }
.form table { font-size: 9.5pt; line-height: 1.45; margin: 1mm 0 3mm; }
caption { text-align: start; font: 400 12pt/1.6 ${stack(LETTER_FONTS.heading)}; break-after: avoid; }
.form caption { font-size: 10pt; }
th, td { border: 0.3mm solid #000; padding: 1mm 1.6mm; vertical-align: middle; font-weight: 400; }
.form th, .form td { padding: 0.8mm 1.4mm; }
thead { display: table-header-group; }
thead th { text-align: center; background: #f2f2f2; }
tr { break-inside: avoid; }
tr.long { break-inside: auto; }
tr.long td { vertical-align: top; }
.name { display: inline-block; max-width: 100%; }
.facts { break-inside: avoid; }
.facts th { text-align: start; background: #f2f2f2; }
td.none { text-align: center; }
.annexes { margin-top: 4mm; }
.annexes p { break-after: avoid; }
.annexes ol { list-style: none; margin: 0; padding: 0 0 0 2em; }
.annexes li { display: grid; grid-template-columns: 1.6em 1fr; break-inside: avoid; }
.signatures { display: grid; grid-template-columns: 1fr 1fr; gap: 5mm; margin: 8mm 0 4mm;
  break-inside: avoid; break-before: avoid; font: 12pt/1.6 ${stack(LETTER_FONTS.table)}; text-align: start; }
.form .signatures { grid-template-columns: 1fr 1fr 1fr; gap: 3mm; margin-top: 4mm; font-size: 10pt; }
.box { border: 0.3mm solid #000; padding: 2.5mm 3mm; display: flex; flex-direction: column; break-inside: avoid; }
.box:only-child { grid-column: 2; }
.form .box:only-child { grid-column: 3; }
.box p { text-indent: 0; }
.box .mark { min-height: 13mm; }
.form .box .mark { min-height: 11mm; }
.box .mark-seal { flex: 1; min-height: 42mm; display: grid; place-items: center; color: #666; font-size: 0.85em; }
.box .mark-signature:first-of-type { flex: 1; }
.box .line { margin-top: auto; }
${WIDTHS.join('')}
`

/** Margins and page numbers of a page that is printed without a footer of the printer's. */
export function paperStyle(layout: keyof typeof MARGINS_MM): string {
  const { top, right, bottom, left } = MARGINS_MM[layout]
  return `@page { size: A4; margin: ${top}mm ${right}mm ${bottom}mm ${left}mm;
  @bottom-center { content: "第 " counter(page) " 页　共 " counter(pages) " 页"; font: 9pt ${stack(LETTER_FONTS.table)}; } }`
}
