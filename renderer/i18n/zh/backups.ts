/** Backups, restoring, merging copies, drills. */
export const zhBackups = {}
