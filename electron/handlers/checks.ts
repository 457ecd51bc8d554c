import type { CHECK_CALLS } from '../../shared/contract/checks.ts'
import type { Handlers } from '../handlers.ts'
import type { Session } from '../session.ts'

/** Quarterly checks, tasks, and the working-day calendar. */
export function checksHandlers(_session: Session): Pick<Handlers, keyof typeof CHECK_CALLS> {
  return {}
}
