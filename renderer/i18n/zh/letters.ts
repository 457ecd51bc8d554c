/** 文书: letters written from the ledger. */
export const zhLetters = {}
