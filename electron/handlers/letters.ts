import type { LETTER_CALLS } from '../../shared/contract/letters.ts'
import type { Handlers } from '../handlers.ts'
import type { Session } from '../session.ts'

/** 文书: letters written from the ledger. */
export function lettersHandlers(_session: Session): Pick<Handlers, keyof typeof LETTER_CALLS> {
  return {}
}
