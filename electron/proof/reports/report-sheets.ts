import type { Report, ReportTable } from '../../../shared/reports/report.ts'
import type { SheetToWrite } from '../../spreadsheet/xlsx-writer.ts'
import { REPORT_WORDS } from './report-context.ts'

/** Longest name that spreadsheet programs take. */
const NAME_LENGTH = 31

/** The report as sheets: first what it is, then each table. Every cell is text, so nothing is taken for a formula. */
export function reportSheets(report: Report): SheetToWrite[] {
  const words = REPORT_WORDS[report.language]
  const facts = [
    ...report.meta,
    ...report.figures,
    ...report.notes.map((note) => ({ label: '', value: note })),
  ]
  const info: SheetToWrite = {
    name: words.infoSheet,
    headers: [words.item, words.content],
    rows: [[report.title, report.watermark], ...facts.map(({ label, value }) => [label, value])],
    widths: [26, 80],
    isNotes: true,
  }
  const taken = new Set([info.name])
  return [info, ...report.tables.map((table) => sheetOf(table, words.none, taken))]
}

function sheetOf({ caption, columns, rows }: ReportTable, none: string, taken: Set<string>) {
  const plain = caption.replace(/[\\/?*[\]:']/g, ' ').slice(0, NAME_LENGTH - 2)
  const name = taken.has(plain) ? `${plain} ${taken.size}` : plain
  taken.add(name)
  return {
    name,
    headers: columns.map(({ label }) => label),
    rows: rows.length > 0 ? rows : [columns.map((_, index) => (index === 0 ? none : ''))],
    widths: columns.map(({ share }) => Math.min(60, Math.max(10, Math.round(share * 1.2)))),
  }
}
