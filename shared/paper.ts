import { addDays, type CalendarDay } from './calendar-day.ts'
import type { Document } from './records/document.ts'

/** What wants a look at a paper of 资料, worst first; worked out, never stored. */
export const PAPER_STANDINGS = [
  'expired',
  'expiring',
  'no-scan',
  'side-missing',
  'unsealed',
  'fine',
] as const
export type PaperStanding = (typeof PAPER_STANDINGS)[number]

/** A paper's end is told so many days before. */
const EXPIRING_DAYS = 90

type Facts = Pick<Document, 'kind' | 'validUntilOn' | 'files' | 'sealState'>

/** How a paper stands on `today`. */
export function paperStanding(data: Facts, today: CalendarDay): PaperStanding {
  const { validUntilOn, files, sealState } = data
  if (validUntilOn !== undefined && validUntilOn < today) return 'expired'
  if (validUntilOn !== undefined && validUntilOn <= addDays(today, EXPIRING_DAYS)) return 'expiring'
  if (files.length === 0) return 'no-scan'
  if (isSideMissing(data)) return 'side-missing'
  return sealState === 'unsealed' ? 'unsealed' : 'fine'
}

/** Whether an ID card's scans are told apart by side and one of the two is not there. */
export function isSideMissing({ kind, files }: Pick<Document, 'kind' | 'files'>): boolean {
  if (kind !== 'id-card') return false
  const sides = new Set(files.map(({ side }) => side))
  return sides.has('front') !== sides.has('back')
}
