import type { AUDIT_CALLS } from '../../shared/contract/audit.ts'
import { auditLine } from '../audit-line.ts'
import { custodianNames } from '../custodian-names.ts'
import type { Handlers } from '../handlers.ts'
import { createOneWork } from '../one-work.ts'
import type { AuditIndex } from '../proof/audit-index.ts'
import { auditPeople, queryAudit } from '../proof/audit-query.ts'
import { checkTrail } from '../proof/trail-check.ts'
import { exportTrail } from '../proof/trail-export.ts'
import type { Session } from '../session.ts'
import type { Vault } from '../vault/vault.ts'

/** 审计: the trail of what was done, its check, and its way out. */
export function auditHandlers(
  session: Session,
  verifierPath: string | URL,
  indexOf: (vault: Vault) => AuditIndex,
): Pick<Handlers, keyof typeof AUDIT_CALLS> {
  const verifying = createOneWork()
  return {
    'audit.list': ({ beforeSequence, limit }) => {
      const open = session.open()
      const query = beforeSequence === undefined ? { limit } : { beforeSequence, limit }
      const nameOf = custodianNames(open)
      return open.vault.audit(query).map((record) => auditLine(open, record, nameOf))
    },
    'audit.query': (asked) => {
      const open = session.open()
      return queryAudit(open, indexOf(open.vault), asked)
    },
    'audit.people': () => {
      const open = session.open()
      return auditPeople(open, indexOf(open.vault))
    },
    'audit.verify': () => verifying.run((signal) => checkTrail(session, signal)),
    'audit.cancelVerify': verifying.stop,
    'audit.export': () => exportTrail(session, verifierPath),
  }
}
