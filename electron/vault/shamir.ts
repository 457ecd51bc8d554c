import { randomBytes } from 'node:crypto'
import { sodium } from './sodium.ts'

/** One share: the value of each byte's polynomial at `x`, 1 to 255. */
export type Share = { x: number; y: Uint8Array }

/**
 * Splits a secret so that any `threshold` of the shares give it back and fewer tell nothing of it.
 *
 * Shamir's scheme over GF(2^8) with the polynomial x^8 + x^4 + x^3 + x + 1, byte by byte; the secret is the
 * value at 0, the shares those at 1, 2, 3 … Multiplication neither branches on secrets nor looks them up in
 * a table; more about timing JavaScript cannot promise.
 *
 * @see A. Shamir, How to share a secret, Communications of the ACM 22 (1979).
 */
export function splitSecret(secret: Uint8Array, count: number, threshold: number): Share[] {
  const coefficients = Array.from(
    { length: threshold - 1 },
    () => new Uint8Array(randomBytes(secret.length)),
  )
  const shares = Array.from({ length: count }, (_, index) => {
    const x = index + 1
    const y = new Uint8Array(secret.length)
    for (const coefficient of coefficients.toReversed()) {
      for (const [at, byte] of coefficient.entries()) y[at] = multiply((y[at] ?? 0) ^ byte, x)
    }
    for (const [at, byte] of secret.entries()) y[at] = (y[at] ?? 0) ^ byte
    return { x, y }
  })
  for (const coefficient of coefficients) sodium.memzero(coefficient)
  return shares
}

/** The secret from as many shares as the threshold, all with another `x`: Lagrange's interpolation at 0. */
export function combineSecret(shares: readonly Share[]): Uint8Array {
  const secret = new Uint8Array(shares[0]?.y.length ?? 0)
  for (const { x, y } of shares) {
    let weight = 1
    for (const other of shares) {
      if (other.x !== x) weight = multiply(weight, multiply(other.x, invert(other.x ^ x)))
    }
    for (const [at, byte] of y.entries()) secret[at] = (secret[at] ?? 0) ^ multiply(weight, byte)
  }
  return secret
}

/** a · b in GF(2^8). */
function multiply(a: number, b: number): number {
  let product = 0
  let factor = a
  for (let bit = 0; bit < 8; bit++) {
    product ^= factor & -((b >>> bit) & 1)
    factor = ((factor << 1) ^ (0x11b & -(factor >>> 7))) & 0xff
  }
  return product
}

/** a to the power of 254, which is 1 / a. */
function invert(a: number): number {
  let power = a
  let inverse = 1
  for (let bit = 1; bit < 8; bit++) {
    power = multiply(power, power)
    inverse = multiply(inverse, power)
  }
  return inverse
}
