/** Audit export, reports, moving in and out of other programs. */
export const zhProof = {}
