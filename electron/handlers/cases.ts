import type { CASE_CALLS } from '../../shared/contract/cases.ts'
import type { Handlers } from '../handlers.ts'
import type { Session } from '../session.ts'

/** Recovery cases and guides. */
export function casesHandlers(_session: Session): Pick<Handlers, keyof typeof CASE_CALLS> {
  // `as`: under way; until then a call is `internal`.
  return {} as Pick<Handlers, keyof typeof CASE_CALLS>
}
