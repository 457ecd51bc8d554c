/** Custodians, joining, kits, handovers, company rules. */
export const zhCustody = {}
