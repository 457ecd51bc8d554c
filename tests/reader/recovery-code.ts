import { ascii, createByteReader, isEqual } from './bytes.ts'
import { hash, mac } from './keys.ts'
import { Refusal } from './refusal.ts'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const GROUP_COUNT = 8
const SHARE_GROUP_COUNT = 10
const GROUP_DIGITS = 5

/**
 * Reads a recovery code as printed or typed (section 4.1).
 *
 * @returns 20 bytes.
 * @throws Refusal `bad-recovery-code` for a wrong length, letter or check digit.
 */
export function parseRecoveryCode(text: string): Uint8Array {
  return parseGroups(text, GROUP_COUNT)
}

/**
 * The slot key of a split kit from shares as printed (section 4.2).
 *
 * @throws Refusal `bad-recovery-code` for a share that is mistyped, of another kit, or wrong.
 */
export function splitKitKey(
  vaultId: Uint8Array,
  parameters: Uint8Array,
  codes: readonly string[],
): Uint8Array {
  const reader = createByteReader(parameters, 'slot parameters')
  if (reader.uint(1) !== 3) throw refused('slot')
  const salt = reader.take(16)
  const setId = reader.take(4)
  const threshold = reader.uint(1)
  const digests = Array.from({ length: reader.uint(1) }, () => reader.take(16))
  reader.end()
  const shares = codes
    .map((code) => parseGroups(code, SHARE_GROUP_COUNT))
    .map((share) => {
      const index = (share[0] ?? 0) % 16
      const digest = hash(ascii('beian-kit-share'), vaultId, salt, share).subarray(0, 16)
      const isOfKit =
        share[0] === threshold * 16 + index &&
        isEqual(share.subarray(1, 5), setId) &&
        isEqual(digest, digests[index - 1] ?? new Uint8Array(0))
      if (!isOfKit) throw refused(`share ${index}`)
      return { index, value: share.subarray(5) }
    })
  const [first, second] = shares
  if (threshold !== 2 || !first || !second || first.index === second.index) throw refused('shares')
  const difference = first.index ^ second.index
  const ofFirst = divide(second.index, difference)
  const ofSecond = divide(first.index, difference)
  const code = first.value.map(
    (byte, at) => times(byte, ofFirst) ^ times(second.value[at] ?? 0, ofSecond),
  )
  return mac(code, ascii('beian-split-kit'), vaultId, salt)
}

/** a · b in GF(2^8) with x^8 + x^4 + x^3 + x + 1. */
function times(a: number, b: number): number {
  let product = 0
  for (let bit = 0, power = a; bit < 8; bit++) {
    if (b & (1 << bit)) product ^= power
    power = power & 0x80 ? ((power << 1) ^ 0x11b) & 0xff : power << 1
  }
  return product
}

/** a / b, found by trying. */
function divide(a: number, b: number): number {
  for (let quotient = 0; quotient < 256; quotient++) if (times(quotient, b) === a) return quotient
  throw refused('shares')
}

/** 4 data digits and a check digit a group, 5 bytes each two groups. */
function parseGroups(text: string, groupCount: number): Uint8Array {
  const digits = [...text.replace(/[\s-]/g, '').toUpperCase()].map(digitOf)
  if (digits.length !== groupCount * GROUP_DIGITS) throw refused('length')
  let bits = 0n
  for (let group = 0; group < groupCount; group++) {
    const data = digits.slice(group * GROUP_DIGITS, group * GROUP_DIGITS + 4)
    if (digits[group * GROUP_DIGITS + 4] !== checkDigit(group, data)) {
      throw refused(`group ${group + 1}`)
    }
    for (const digit of data) bits = (bits << 5n) | BigInt(digit)
  }
  return Uint8Array.from(Buffer.from(bits.toString(16).padStart(groupCount * 5, '0'), 'hex'))
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
