import { concat, utf8 } from './bytes.ts'
import { wordsOf } from './check-words.ts'
import { hash } from './hash.ts'

const WORDS = 6
/** Six words are 48 bits: so many rounds make looking for another request or vault with the same ones cost 2^62. */
const ROUNDS = 16_384

/**
 * A digest that two people compare by its first six words.
 *
 * @param domain - what kind of thing is named.
 * @returns 32 bytes.
 */
export function slowDigest(domain: string, bytes: Uint8Array): Uint8Array {
  const prefix = utf8(domain)
  let digest = hash(concat(prefix, bytes))
  for (let round = 1; round < ROUNDS; round++) digest = hash(concat(prefix, digest))
  return digest
}

/** The six words of a digest. */
export function fingerprintOf(digest: Uint8Array): string[] {
  return wordsOf(digest.subarray(0, WORDS))
}
