/** Backups, restoring, merging copies, drills. */
export const BACKUP_CALLS = {} as const
