import type { zhProof } from '../zh/proof.ts'

/** Audit export, reports, moving in and out of other programs. */
export const enProof: typeof zhProof = {}
