import type { DOCUMENT_CALLS } from '../../shared/contract/documents.ts'
import type { Handlers } from '../handlers.ts'
import type { Session } from '../session.ts'

/** 资料: papers and their files. */
export function documentsHandlers(_session: Session): Pick<Handlers, keyof typeof DOCUMENT_CALLS> {
  return {}
}
