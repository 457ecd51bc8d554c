import { AUDIT_GROUPS, type AuditGroup } from '../../../shared/audit-groups.ts'
import { addDays, addMonths, type CalendarDay } from '../../../shared/calendar-day.ts'
import type { CallInput } from '../../../shared/contract.ts'
import type { AuditActionText } from '../../i18n/audit-words.ts'
import type { ScreenTarget } from '../../state/navigation.ts'

export const PERIODS = ['today', 'week', 'month', 'quarter', 'year', 'custom'] as const
export type Period = (typeof PERIODS)[number]

/** What is chosen above the trail. */
export type TrailFilter = {
  text: string
  group?: AuditGroup
  custodianId?: string
  /** A record, and what belongs to it. */
  aboutId?: string
  period?: Period
  /** Of a period of one's own. */
  fromOn?: CalendarDay
  toOn?: CalendarDay
}

export type AskedFilter = CallInput<'audit.query'>['filter']

export const NO_FILTER: TrailFilter = { text: '' }

/** What a screen was opened with: a record, a group, or nothing. */
export function filterOf({ recordId, filter }: ScreenTarget): TrailFilter {
  const group = AUDIT_GROUPS.find((one) => one === filter)
  return {
    text: '',
    ...(recordId !== undefined && { aboutId: recordId }),
    ...(group !== undefined && { group }),
  }
}

/** The filter with some of it set anew; `undefined` lets go. */
export function withChoice(
  filter: TrailFilter,
  changes: { readonly [K in keyof TrailFilter]?: TrailFilter[K] | undefined },
): TrailFilter {
  const all = Object.entries({ ...filter, ...changes })
  // `as`: only what is absent is left out.
  return Object.fromEntries(all.filter(([, value]) => value !== undefined)) as TrailFilter
}

export function isFiltered({ text, ...rest }: TrailFilter): boolean {
  return text.trim() !== '' || Object.keys(rest).length > 0
}

/** In what the vault process understands: days for periods, and for each word the actions that it may mean. */
export function askedFilter(
  { text, period, fromOn, toOn, ...rest }: TrailFilter,
  actions: AuditActionText,
  today: CalendarDay,
): AskedFilter {
  const days = period === 'custom' ? daysOf(fromOn, toOn) : periodDays(period, today)
  const words = text.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8)
  return {
    ...rest,
    ...days,
    ...(words.length > 0 && {
      words: words.map((word) => ({
        text: word.slice(0, 100),
        actions: Object.entries(actions)
          .filter(([, said]) => said.toLowerCase().includes(word))
          .map(([action]) => action),
      })),
    }),
  }
}

/** A quarter and a year are those of the calendar; a week and a month end today. */
export function periodDays(
  period: Exclude<Period, 'custom'> | undefined,
  today: CalendarDay,
): { fromOn?: CalendarDay; toOn?: CalendarDay } {
  switch (period) {
    case undefined:
      return {}
    case 'today':
      return { fromOn: today, toOn: today }
    case 'week':
      return { fromOn: addDays(today, -6), toOn: today }
    case 'month':
      return { fromOn: addDays(addMonths(today, -1), 1), toOn: today }
    case 'quarter': {
      const month = Number(today.slice(5, 7))
      const first = String(month - ((month - 1) % 3)).padStart(2, '0')
      return { fromOn: `${today.slice(0, 4)}-${first}-01`, toOn: today }
    }
    case 'year':
      return { fromOn: `${today.slice(0, 4)}-01-01`, toOn: today }
  }
}

function daysOf(fromOn: CalendarDay | undefined, toOn: CalendarDay | undefined) {
  return { ...(fromOn !== undefined && { fromOn }), ...(toOn !== undefined && { toOn }) }
}
