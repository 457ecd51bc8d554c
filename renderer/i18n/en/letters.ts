import type { zhLetters } from '../zh/letters.ts'

/** 文书: letters written from the ledger. */
export const enLetters: typeof zhLetters = {}
