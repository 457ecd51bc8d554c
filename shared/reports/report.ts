/** What is made for an inspection. */
export const REPORT_KINDS = ['ledger', 'compliance', 'risks', 'custodians', 'drills'] as const
export type ReportKind = (typeof REPORT_KINDS)[number]

export const REPORT_LANGUAGES = ['zh-CN', 'en'] as const
export type ReportLanguage = (typeof REPORT_LANGUAGES)[number]

export type ReportTone = 'good' | 'due' | 'danger'

/** A number that stands above the tables. */
export type ReportFigure = { label: string; value: string; tone?: ReportTone }

export type ReportTable = {
  caption: string
  /** `share`: how wide a column is, compared with the others. */
  columns: readonly { label: string; share: number }[]
  rows: readonly (readonly string[])[]
  /** How many rows there are; a preview holds fewer. */
  rowCount: number
  /** What stands there when there are none. */
  none: string
  note?: string
}

/** A report in the words of its language, ready to be shown, printed or written. Never a secret. */
export type Report = {
  kind: ReportKind
  language: ReportLanguage
  title: string
  isLandscape: boolean
  /** Whose, of when, made by whom, from which state of the vault. */
  meta: readonly { label: string; value: string }[]
  figures: readonly ReportFigure[]
  tables: readonly ReportTable[]
  notes: readonly string[]
  /** Across each page: who took it out and when. */
  watermark: string
  /** At the foot of each page: the revision and its check words. */
  foot: string
}
