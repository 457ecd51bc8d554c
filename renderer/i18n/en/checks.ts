import type { zhChecks } from '../zh/checks.ts'

/** Quarterly checks, tasks, and the working-day calendar. */
export const enChecks: typeof zhChecks = {}
