import type { PROOF_CALLS } from '../../shared/contract/proof.ts'
import type { Handlers } from '../handlers.ts'
import type { Session } from '../session.ts'

/** Audit export, reports, moving in and out of other programs. */
export function proofHandlers(_session: Session): Pick<Handlers, keyof typeof PROOF_CALLS> {
  return {}
}
