/** Quarterly checks, tasks, and the working-day calendar. */
export const zhChecks = {}
