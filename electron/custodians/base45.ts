const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'
const BASE = ALPHABET.length

/** Writes bytes in the alphabet that a QR code packs tightest: base45, RFC 9285. */
export function encodeBase45(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 2) {
    const high = bytes[at] ?? 0
    const low = bytes[at + 1]
    const value = low === undefined ? high : high * 256 + low
    text += digit(value % BASE) + digit(Math.floor(value / BASE) % BASE)
    if (low !== undefined) text += digit(Math.floor(value / BASE ** 2))
  }
  return text
}

/** Undefined for what is no base45. */
export function decodeBase45(text: string): Uint8Array | undefined {
  if (text.length % 3 === 1) return undefined
  const bytes: number[] = []
  for (let at = 0; at < text.length; at += 3) {
    const digits = [...text.slice(at, at + 3)].map((character) => ALPHABET.indexOf(character))
    if (digits.includes(-1)) return undefined
    const value = digits.reduceRight((sum, one) => sum * BASE + one, 0)
    if (value >= 256 ** (digits.length - 1)) return undefined
    if (digits.length === 3) bytes.push(value >> 8)
    bytes.push(value & 255)
  }
  return Uint8Array.from(bytes)
}

function digit(value: number): string {
  return ALPHABET.charAt(value)
}
