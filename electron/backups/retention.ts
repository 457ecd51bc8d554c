import { type CalendarDay, dayOf, daysBetween } from '../../shared/calendar-day.ts'
import type { BackupReason } from '../../shared/records/backup.ts'

export type KeptCandidate = { id: string; madeAt: number; reason?: BackupReason | undefined }

const DAILY_COUNT = 7
const WEEKLY_COUNT = 4
const MONTHLY_COUNT = 12
/** What a person asked for stays that many days, whatever else was made on its day. */
const OWN_DAYS: Readonly<Partial<Record<BackupReason, number>>> = {
  person: 7,
  'before-restore': 30,
  'before-merge': 30,
}

/**
 * Which backups stay: the newest of each of the last 7 days, 4 weeks and 12 months that have one, and for
 * some days those that a person asked for. The newest of all always stays.
 */
export function keptBackups(backups: readonly KeptCandidate[], now: number): Set<string> {
  const newestFirst = [...backups].sort((a, b) => b.madeAt - a.madeAt)
  const kept = new Set<string>()
  const keepNewestOf = (count: number, periodOf: (day: CalendarDay) => string) => {
    const periods = new Set<string>()
    for (const { id, madeAt } of newestFirst) {
      const period = periodOf(dayOf(madeAt))
      if (periods.has(period)) continue
      if (periods.size === count) return
      periods.add(period)
      kept.add(id)
    }
  }
  keepNewestOf(DAILY_COUNT, (day) => day)
  keepNewestOf(WEEKLY_COUNT, weekOf)
  keepNewestOf(MONTHLY_COUNT, (day) => day.slice(0, 7))
  const today = dayOf(now)
  for (const { id, madeAt, reason = 'session' } of newestFirst) {
    const days = OWN_DAYS[reason]
    if (days !== undefined && daysBetween(dayOf(madeAt), today) < days) kept.add(id)
  }
  return kept
}

/** A week from Monday to Sunday, named by its number since one Monday. */
function weekOf(day: CalendarDay): string {
  return String(Math.floor(daysBetween('2024-01-01', day) / 7))
}
