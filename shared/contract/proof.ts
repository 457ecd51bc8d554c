/** Audit export, reports, moving in and out of other programs. */
export const PROOF_CALLS = {} as const
