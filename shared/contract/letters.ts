/** 文书: letters written from the ledger. */
export const LETTER_CALLS = {} as const
