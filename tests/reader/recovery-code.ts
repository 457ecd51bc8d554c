import { Refusal } from './refusal.ts'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const GROUP_COUNT = 8
const GROUP_DIGITS = 5
const CODE_BYTES = 20

/**
 * Reads a recovery code as printed or typed (section 4.1).
 *
 * @returns 20 bytes.
 * @throws Refusal `bad-recovery-code` for a wrong length, letter or check digit.
 */
export function parseRecoveryCode(text: string): Uint8Array {
  const digits = [...text.replace(/[\s-]/g, '').toUpperCase()].map(digitOf)
  if (digits.length !== GROUP_COUNT * GROUP_DIGITS) throw refused('length')
  let bits = 0n
  for (let group = 0; group < GROUP_COUNT; group++) {
    const data = digits.slice(group * GROUP_DIGITS, group * GROUP_DIGITS + 4)
    if (digits[group * GROUP_DIGITS + 4] !== checkDigit(group, data)) {
      throw refused(`group ${group + 1}`)
    }
    for (const digit of data) bits = (bits << 5n) | BigInt(digit)
  }
  return Uint8Array.from(Buffer.from(bits.toString(16).padStart(2 * CODE_BYTES, '0'), 'hex'))
}

/** α¹·d1 ⊕ α²·d2 ⊕ α³·d3 ⊕ α⁴·d4 ⊕ α⁵·(g + 1) in GF(2^5), α = 2. */
export function checkDigit(group: number, data: readonly number[]): number {
  return [...data, group + 1].reduce((sum, digit, index) => sum ^ timesAlpha(digit, index + 1), 0)
}

/** `digit · α^power`; x^5 + x^2 + 1 is 0b100101. */
function timesAlpha(digit: number, power: number): number {
  let product = digit
  for (let step = 0; step < power; step++) {
    product <<= 1
    if (product & 0b100000) product ^= 0b100101
  }
  return product
}

function digitOf(letter: string): number {
  const digit = ALPHABET.indexOf(letter.replace('O', '0').replace(/[IL]/, '1'))
  if (digit < 0) throw refused('letter')
  return digit
}

const refused = (what: string) => new Refusal('bad-recovery-code', `recovery code: ${what}`)
