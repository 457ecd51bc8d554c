import type { zhCustody } from '../zh/custody.ts'

/** Custodians, joining, kits, handovers, company rules. */
export const enCustody: typeof zhCustody = {}
