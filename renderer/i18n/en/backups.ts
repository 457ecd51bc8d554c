import type { zhBackups } from '../zh/backups.ts'

/** Backups, restoring, merging copies, drills. */
export const enBackups: typeof zhBackups = {}
