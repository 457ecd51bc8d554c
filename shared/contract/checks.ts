/** Quarterly checks, tasks, and the working-day calendar. */
export const CHECK_CALLS = {} as const
