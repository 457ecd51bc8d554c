import { randomBytes } from 'node:crypto'
import { columnPercents } from '../../../shared/reports/column-widths.ts'
import type { Report, ReportTable } from '../../../shared/reports/report.ts'
import { escapeHtml } from '../../letters/letter-page.ts'
import { REPORT_WORDS } from './report-context.ts'
import { paperStyle, REPORT_STYLE } from './report-style.ts'

/** Rows of one table: to lay a longer one out over pages takes more and more time for each. */
const TABLE_ROWS = 500

/** How often the watermark stands on a page. */
const WATERMARKS = 8

/**
 * The report as a page, A4: no script, nothing from outside.
 *
 * @param target - `pdf`: margins and page numbers come from whoever prints. `paper`: from the page itself.
 */
export function renderReportPage(report: Report, target: 'pdf' | 'paper'): string {
  const nonce = randomBytes(16).toString('base64')
  const words = REPORT_WORDS[report.language]
  const paper = target === 'paper' ? paperStyle(report.isLandscape, report.foot, words.page) : ''
  const marks = `<span>${escapeHtml(report.watermark)}</span>`.repeat(WATERMARKS)
  return `<!doctype html>
<html lang="${report.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'nonce-${nonce}'">
<title>${escapeHtml(report.title)}</title>
<style nonce="${nonce}">${REPORT_STYLE}${paper}</style>
</head>
<body>
<div class="watermark" aria-hidden="true">${marks}</div>
<h1>${escapeHtml(report.title)}</h1>
<dl class="meta">${report.meta.map(metaHtml).join('')}</dl>
${figuresHtml(report)}
${report.tables.map((table) => tableHtml(table, report.isLandscape)).join('\n')}
<section class="notes">${report.notes.map((note) => `<p>${escapeHtml(note)}</p>`).join('')}</section>
</body>
</html>`
}

function metaHtml({ label, value }: Report['meta'][number]): string {
  return `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`
}

function figuresHtml({ figures }: Report): string {
  const items = figures.map(
    ({ label, value, tone }) =>
      `<li${tone === undefined ? '' : ` class="${tone}"`}><b>${escapeHtml(value)}</b><span>${escapeHtml(label)}</span></li>`,
  )
  return items.length === 0 ? '' : `<ul class="figures">${items.join('')}</ul>`
}

function tableHtml({ caption, columns, rows, none }: ReportTable, isLandscape: boolean): string {
  const heading = `<h2>${escapeHtml(caption)}</h2>`
  if (rows.length === 0) return `${heading}<p class="none">${escapeHtml(none)}</p>`
  const widths = columnPercents(columns, isLandscape)
  const group = widths.map((width) => `<col class="w${Math.round(width)}">`).join('')
  const heads = columns.map(({ label }) => `<th scope="col">${escapeHtml(label)}</th>`).join('')
  const body = rows.map(
    (row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`,
  )
  const tables: string[] = []
  for (let from = 0; from < body.length; from += TABLE_ROWS) {
    const part = body.slice(from, from + TABLE_ROWS).join('')
    tables.push(
      `<table><colgroup>${group}</colgroup><thead><tr>${heads}</tr></thead><tbody>${part}</tbody></table>`,
    )
  }
  return `${heading}${tables.join('')}`
}
