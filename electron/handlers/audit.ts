import { VaultError } from '../../shared/errors.ts'
import { auditLine } from '../audit-line.ts'
import type { Handlers } from '../handlers.ts'
import type { Session } from '../session.ts'

/** The trail of what was done, newest first. */
export function auditHandlers(session: Session): Pick<Handlers, 'audit.list' | 'audit.verify'> {
  return {
    'audit.list': ({ beforeSequence, limit }) => {
      const open = session.open()
      const query = beforeSequence === undefined ? { limit } : { beforeSequence, limit }
      return open.vault.audit(query).map((record) => auditLine(open, record))
    },
    'audit.verify': () => {
      const { vault } = session.open()
      try {
        return { ...vault.verifyAudit(), isIntact: true }
      } catch (error) {
        if (error instanceof VaultError && error.code === 'vault-damaged') {
          return { entries: 0, isIntact: false }
        }
        throw error
      }
    },
  }
}
