import { randomBytes } from 'node:crypto'
import { VaultError } from '../../shared/errors.ts'
import { concat, u8, utf8 } from './bytes.ts'
import { mac } from './hash.ts'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
export const GROUPS = 8
/** Of a share of a split kit: see split-kit.ts. */
export const SHARE_GROUPS = 10
const DATA_DIGITS = 4
const GROUP_DIGITS = DATA_DIGITS + 1
export const CODE_BYTES = 20
const KIT = 2
const SALT_BYTES = 16

/** A new recovery code: 160 random bits. */
export function makeRecoveryCode(): Uint8Array {
  return new Uint8Array(randomBytes(CODE_BYTES))
}

/** Writes a code as 8 groups of 4 digits of Crockford's base32 and a checking digit each. */
export function formatRecoveryCode(code: Uint8Array): string[] {
  return formatGroups(code)
}

/**
 * Reads a code as a person types it: lower case, O for 0, I and L for 1, any spaces and dashes.
 *
 * @throws VaultError `wrong-recovery-kit` with fact `group` (1 to 8) where a group has a typing error.
 */
export function parseRecoveryCode(text: string): Uint8Array {
  if (countGroups(text) === SHARE_GROUPS) {
    throw new VaultError('wrong-recovery-kit', 'this is a share of a split kit', {
      facts: { reason: 'share' },
    })
  }
  return parseGroups(text, GROUPS)
}

/** Writes bytes, five at a time, as two groups each. */
export function formatGroups(bytes: Uint8Array): string[] {
  const digits = toDigits(bytes)
  return Array.from({ length: digits.length / DATA_DIGITS }, (_, group) => {
    const data = digits.slice(group * DATA_DIGITS, (group + 1) * DATA_DIGITS)
    return [...data, checkDigit(data, group)].map((digit) => ALPHABET.charAt(digit)).join('')
  })
}

/** How many groups were typed; a part of one counts. */
export function countGroups(text: string): number {
  return Math.ceil(readDigits(text).length / GROUP_DIGITS)
}

/**
 * Reads a known number of groups.
 *
 * @throws VaultError `wrong-recovery-kit` with fact `group` (from 1) where one has a typing error.
 */
export function parseGroups(text: string, groups: number): Uint8Array {
  const typed = readDigits(text)
  if (typed.length !== groups * GROUP_DIGITS) {
    throw new VaultError('wrong-recovery-kit', 'the recovery code has another length', {
      facts: { digits: typed.length },
    })
  }
  const data: number[] = []
  for (let group = 0; group < groups; group++) {
    const digits = typed.slice(group * GROUP_DIGITS, (group + 1) * GROUP_DIGITS)
    const own = digits.slice(0, DATA_DIGITS)
    if (digits.includes(-1) || checkDigit(own, group) !== digits[DATA_DIGITS]) {
      throw new VaultError('wrong-recovery-kit', 'a group of the recovery code is mistyped', {
        facts: { group: group + 1 },
      })
    }
    data.push(...own)
  }
  return fromDigits(data)
}

/** Whether what was typed is this group, by the same rules as a whole code. */
export function isSameGroup(group: string, typed: string): boolean {
  const digits = readDigits(typed)
  return digits.map((digit) => ALPHABET.charAt(digit)).join('') === group && !digits.includes(-1)
}

export function makeKitParameters(): Uint8Array {
  return concat(u8(KIT), randomBytes(SALT_BYTES))
}

/** The slot's key. 160 random bits need no slow derivation. */
export function kitSlotKey(
  vaultId: Uint8Array,
  parameters: Uint8Array,
  code: Uint8Array,
): Uint8Array {
  if (parameters.length !== 1 + SALT_BYTES || parameters[0] !== KIT) {
    throw new VaultError('vault-damaged', 'the recovery slot is altered', {
      facts: { table: 'slot' },
    })
  }
  return mac(code, concat(utf8('beian-recovery-kit'), vaultId, parameters.subarray(1)))
}

function readDigits(text: string): number[] {
  const plain = text.toUpperCase().replace(/[\s\-‐-―－]/g, '')
  return [...plain.replaceAll('O', '0').replace(/[IL]/g, '1')].map((character) =>
    ALPHABET.indexOf(character),
  )
}

/** A checking digit over GF(32), x^5 + x^2 + 1: each place has its own weight, and so has the group's number. */
function checkDigit(data: readonly number[], group: number): number {
  let check = 0
  let weight = 1
  for (const digit of [...data, group + 1]) {
    weight = multiply(weight, 2)
    check ^= multiply(weight, digit)
  }
  return check
}

function multiply(a: number, b: number): number {
  let product = 0
  let factor = a
  for (let rest = b; rest > 0; rest >>>= 1) {
    if (rest & 1) product ^= factor
    factor <<= 1
    if (factor & 32) factor ^= 0b100101
  }
  return product
}

function toDigits(bytes: Uint8Array): number[] {
  const digits: number[] = []
  let buffer = 0
  let bits = 0
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0xfff
    bits += 8
    while (bits >= 5) {
      bits -= 5
      digits.push((buffer >>> bits) & 31)
    }
  }
  return digits
}

function fromDigits(digits: readonly number[]): Uint8Array {
  const bytes = new Uint8Array((digits.length * 5) / 8)
  let buffer = 0
  let bits = 0
  let offset = 0
  for (const digit of digits) {
    buffer = ((buffer << 5) | digit) & 0xfff
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes[offset++] = (buffer >>> bits) & 255
    }
  }
  return bytes
}
