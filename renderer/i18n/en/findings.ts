import type { FindingText } from '../finding-words.ts'

/** What validators and the password policy say of a value, by finding code. */
export const enFindings: FindingText = {}
