import { type CalendarDay, dayOf } from '../../../shared/calendar-day.ts'
import type { ReportChoice } from '../../../shared/contract/reports.ts'
import { enReport } from '../../../shared/reports/en.ts'
import type { Report, ReportTable } from '../../../shared/reports/report.ts'
import { type ReportWords, zhReport } from '../../../shared/reports/zh.ts'
import type { OpenVault } from '../../session.ts'
import type { AuditIndex } from '../audit-index.ts'

/** What every report is made from. */
export type ReportContext = {
  open: OpenVault
  /** Up to date when the report is begun. */
  index: AuditIndex
  words: ReportWords
  choice: ReportChoice
  today: CalendarDay
  /** Unix ms. */
  now: number
}

/** What a report says besides what all of them say. */
export type ReportBody = Pick<Report, 'figures' | 'tables'> & {
  notes?: readonly string[]
  isLandscape?: boolean
}

export const REPORT_WORDS = { 'zh-CN': zhReport, en: enReport } as const

/** @param shares - Widths of the columns, compared with each other. */
export function table(
  caption: string,
  labels: readonly string[],
  shares: readonly number[],
  rows: readonly (readonly string[])[],
  { none }: ReportWords,
): ReportTable {
  const columns = labels.map((label, index) => ({ label, share: shares[index] ?? 1 }))
  return { caption, columns, rows, rowCount: rows.length, none }
}

/** Whether a moment lies in the period. */
export function isWithin({ fromOn, toOn }: ReportChoice, at: number): boolean {
  const day = dayOf(at)
  return day >= fromOn && day <= toOn
}

/** Such as `66.7 %`; a dash where there is nothing to be measured. */
export function rate(part: number, whole: number): string {
  return whole === 0 ? '—' : `${((part / whole) * 100).toFixed(1)} %`
}

/** A moment to the minute, as the clock in Shanghai shows it. */
export function minuteOf(at: number): string {
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}
