import type { BACKUP_CALLS } from '../../shared/contract/backups.ts'
import type { Handlers } from '../handlers.ts'
import type { Session } from '../session.ts'

/** Backups, restoring, merging copies, drills. */
export function backupsHandlers(_session: Session): Pick<Handlers, keyof typeof BACKUP_CALLS> {
  return {}
}
