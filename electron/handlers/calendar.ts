import type { CALENDAR_CALLS } from '../../shared/contract/calendar.ts'
import { importNotice, listCalendar, previewNotice, removeNotice } from '../cases/notices.ts'
import type { Handlers } from '../handlers.ts'
import type { Session } from '../session.ts'

/** The working-day calendar. */
export function calendarHandlers(session: Session): Pick<Handlers, keyof typeof CALENDAR_CALLS> {
  return {
    'calendar.list': () => listCalendar(session),
    'calendar.previewNotice': ({ text }) => previewNotice(session, text),
    'calendar.importNotice': ({ text, source }) => importNotice(session, text, source),
    'calendar.removeNotice': ({ id }) => removeNotice(session, id),
  }
}
