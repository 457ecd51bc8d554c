import { addDays, addMonths, type CalendarDay } from '../../../../shared/calendar-day.ts'
import type { CallInput } from '../../../../shared/contract.ts'
import { type LedgerColumn, USUAL_COLUMNS } from '../../../../shared/reports/ledger-columns.ts'
import type { ReportKind, ReportLanguage } from '../../../../shared/reports/report.ts'

export const REPORT_PERIODS = ['quarter', 'last-quarter', 'year', 'last-year', 'custom'] as const
export type ReportPeriod = (typeof REPORT_PERIODS)[number]

/** Reports that are about a day: they have no period. */
export const OF_A_DAY: readonly ReportKind[] = ['ledger', 'risks']

export type ReportDraft = {
  kind: ReportKind
  period: ReportPeriod
  fromOn?: CalendarDay | undefined
  toOn?: CalendarDay | undefined
  language: ReportLanguage
  columns: readonly LedgerColumn[]
}

export function firstDraft(language: ReportLanguage): ReportDraft {
  return { kind: 'compliance', period: 'quarter', language, columns: USUAL_COLUMNS }
}

/** What is asked for; undefined while something is missing. */
export function choiceOf(
  { kind, period, fromOn, toOn, language, columns }: ReportDraft,
  today: CalendarDay,
): CallInput<'reports.preview'> | undefined {
  const days = period === 'custom' ? { fromOn, toOn } : reportDays(period, today)
  const first = days.fromOn ?? days.toOn
  const last = days.toOn ?? days.fromOn
  if (first === undefined || last === undefined || first > last) return undefined
  const choice = { kind, language, fromOn: first, toOn: last }
  if (kind !== 'ledger') return choice
  return columns.length === 0 ? undefined : { ...choice, columns: [...columns] }
}

/** Whole quarters and years of the calendar; the present one ends today. */
export function reportDays(
  period: Exclude<ReportPeriod, 'custom'>,
  today: CalendarDay,
): { fromOn: CalendarDay; toOn: CalendarDay } {
  const year = today.slice(0, 4)
  const month = Number(today.slice(5, 7))
  const quarter = `${year}-${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`
  switch (period) {
    case 'quarter':
      return { fromOn: quarter, toOn: today }
    case 'last-quarter':
      return { fromOn: addMonths(quarter, -3), toOn: addDays(quarter, -1) }
    case 'year':
      return { fromOn: `${year}-01-01`, toOn: today }
    case 'last-year':
      return { fromOn: `${Number(year) - 1}-01-01`, toOn: `${Number(year) - 1}-12-31` }
  }
}
