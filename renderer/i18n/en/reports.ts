import type { ReportsText } from '../zh/reports.ts'

/** Words of the reports' tab. */
export const enReports: ReportsText = {
  choose: 'Kind of report',
  kind: {
    ledger: 'Ledger',
    compliance: 'Rotation and checks',
    risks: 'Open risks',
    custodians: 'Custodians',
    drills: 'Backups and drills',
  },
  about: {
    ledger: 'Filings with the columns you choose; of a password only that there is one',
    compliance: 'How much of rotation and quarterly checks was done, and what is missing',
    risks: 'Overdue, hollow filings, sole custodian, dead channels, handovers left open',
    custodians: 'Who can open what, and what they saw and took out in the period',
    drills: 'Whether kits, backups and deputies were tried',
  },
  period: 'Period',
  periods: {
    quarter: 'This quarter',
    'last-quarter': 'Last quarter',
    year: 'This year',
    'last-year': 'Last year',
    custom: 'From … to …',
  },
  from: 'from',
  to: 'to',
  language: 'Language of the report',
  languages: { 'zh-CN': '中文', en: 'English' },
  columns: 'Columns',
  columnsHint: 'Choose at least one',
  print: 'Print',
  savePdf: 'Save PDF',
  saveXlsx: 'Save sheet',
  saved: (fileName) => `“${fileName}” is saved and in the trail.`,
  printed: 'Sent to the printer and in the trail.',
  making: 'Putting the report together…',
  writing: {
    pdf: (rows) => `Laying out ${rows.toLocaleString('en')} rows as a PDF…`,
    xlsx: (rows) => `Writing ${rows.toLocaleString('en')} rows as a sheet…`,
    print: (rows) => `Laying out ${rows.toLocaleString('en')} rows for the printer…`,
  },
  cancelled: 'Cancelled. No file was written and nothing printed.',
  preview: 'Preview of the report',
}
