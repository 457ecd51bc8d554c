import type { CUSTODY_CALLS } from '../../shared/contract/custody.ts'
import type { Handlers } from '../handlers.ts'
import type { Session } from '../session.ts'

/** Custodians, joining, kits, handovers, company rules. */
export function custodyHandlers(_session: Session): Pick<Handlers, keyof typeof CUSTODY_CALLS> {
  return {}
}
