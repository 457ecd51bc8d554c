import type { CALENDAR_CALLS } from '../../shared/contract/calendar.ts'
import type { Handlers } from '../handlers.ts'
import type { Session } from '../session.ts'

/** The working-day calendar. */
export function calendarHandlers(_session: Session): Pick<Handlers, keyof typeof CALENDAR_CALLS> {
  // `as`: under way; until then a call is `internal`.
  return {} as Pick<Handlers, keyof typeof CALENDAR_CALLS>
}
