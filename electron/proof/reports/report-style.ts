const TEXT = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif'

/** Widths of columns in percent; the page's policy allows no style attributes. */
const WIDTHS = Array.from({ length: 100 }, (_, index) => `.w${index + 1}{width:${index + 1}%}`)

/** Of an A4 page. */
export const REPORT_MARGINS_MM = { top: 16, right: 14, bottom: 18, left: 14 } as const

/**
 * Margins and page numbers of a page that is printed without a footer of the printer's.
 *
 * @param foot - as the value of `content`, escaped for CSS.
 * @param page - the words around the numbers of the page.
 */
export function paperStyle(
  isLandscape: boolean,
  foot: string,
  page: readonly [string, string, string],
): string {
  const [before, between, after] = page.map(cssText)
  const { top, right, bottom, left } = REPORT_MARGINS_MM
  return `@page { size: A4 ${isLandscape ? 'landscape' : 'portrait'}; margin: ${top}mm ${right}mm ${bottom}mm ${left}mm;
  @bottom-left { content: ${cssText(foot)}; font: 8pt ${TEXT}; color: #444; width: 75%; text-align: left; }
  @bottom-right { content: ${before} counter(page) ${between} counter(pages) ${after}; font: 8pt ${TEXT}; color: #444; width: 25%; text-align: right; } }`
}

/**
 * Heads of tables stand on each page, rows are not broken, a caption stays with its table. The watermark is fixed,
 * and so on each page.
 */
export const REPORT_STYLE = `
* { box-sizing: border-box; }
body { margin: 0; color: #111; font: 9.5pt/1.5 ${TEXT}; line-break: strict; overflow-wrap: anywhere;
  font-variant-numeric: tabular-nums; orphans: 3; widows: 3; }
h1 { margin: 0 0 3mm; font-size: 17pt; line-height: 1.3; text-wrap: balance; }
h2 { margin: 6mm 0 1.5mm; font-size: 11.5pt; line-height: 1.4; break-after: avoid; }
p { margin: 0 0 1mm; }
.meta { display: grid; grid-template-columns: auto 1fr auto 1fr; gap: 0.6mm 4mm; margin: 0 0 4mm; padding: 2.5mm 0;
  border-block: 0.3mm solid #111; font-size: 8.5pt; }
.meta dt { color: #555; white-space: nowrap; } .meta dd { margin: 0; }
.figures { display: grid; grid-template-columns: repeat(4, 1fr); gap: 2mm; margin: 0 0 2mm; padding: 0; list-style: none;
  break-inside: avoid; }
.figures li { padding: 1.5mm 2.5mm; border: 0.25mm solid #999; border-radius: 1mm; }
.figures b { display: block; font-size: 14pt; line-height: 1.3; }
.figures span { color: #444; font-size: 8.5pt; }
.figures .danger b { color: #a3231d; } .figures .due b { color: #8a5a00; } .figures .good b { color: #1d6b3a; }
.figures .danger { border-color: #a3231d; border-left-width: 1mm; }
.figures .due { border-color: #8a5a00; border-left-width: 1mm; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; font-size: 8.5pt; line-height: 1.4; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { padding: 0.9mm 1.4mm; border: 0.2mm solid #999; text-align: left; vertical-align: top; font-weight: 400; }
th { background: #ededed; font-weight: 600; overflow-wrap: break-word; hyphens: auto; }
/* The first rows stay with the head, and the head with its caption. */
thead, tbody tr:first-child { break-after: avoid; }
.none { color: #555; }
.notes { margin-top: 5mm; color: #444; font-size: 8.5pt; break-inside: avoid; }
.watermark { position: fixed; inset: 0; z-index: -1; display: grid; grid-template-columns: 1fr 1fr; align-content: space-around;
  justify-items: center; color: #e9e9e9; font-size: 20pt; overflow: hidden; }
.watermark span { padding: 14mm 0; white-space: nowrap; transform: rotate(-24deg); }
${WIDTHS.join('')}
`

/** A string of CSS: no character of it can end it, or the style. */
function cssText(text: string): string {
  const safe = text.replaceAll(/[^\p{L}\p{N} ·.,:：，。、（）()_-]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0x20
    return `\\${code.toString(16)} `
  })
  return `"${safe}"`
}
