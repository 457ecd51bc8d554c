/** Custodians, joining, kits, handovers, company rules. */
export const CUSTODY_CALLS = {} as const
