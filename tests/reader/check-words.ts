import { ascii, uint } from './bytes.ts'
import type { HeadRow } from './container.ts'
import { hash } from './keys.ts'

const CHECK_WORDS = 8

/** The places of the eight check words in the list of 256 (section 11). */
export const checkWordIndexes = (vaultId: Uint8Array, head: HeadRow): number[] => [
  ...hash(ascii('beian-check-words'), vaultId, uint(head.revision, 8), head.mac).subarray(
    0,
    CHECK_WORDS,
  ),
]
