import { VaultError } from '../../shared/errors.ts'

export type DecodedText = { text: string; encoding: string }

/**
 * The text of a csv file, whatever program wrote it: a byte order mark decides; otherwise UTF-8 if
 * it is valid UTF-8, UTF-16 if every other byte of its beginning is zero, and else GB18030 (what
 * Excel and WPS write on a Chinese Windows; GBK and GB2312 are parts of it) or Big5, whichever gives
 * more of the words that headers here use.
 *
 * @throws VaultError `file-unreadable` when it is no text.
 */
export function decodeText(bytes: Uint8Array, knownWords: readonly string[]): DecodedText {
  const marked = markedEncoding(bytes)
  if (marked !== undefined) return decode(bytes, marked)
  const utf16 = guessUtf16(bytes)
  if (utf16 !== undefined) return decode(bytes, utf16)
  if (bytes.subarray(0, 4096).includes(0)) {
    throw new VaultError('file-unreadable', 'binary, not text')
  }
  for (const encoding of ['utf-8'] as const) {
    const text = tryDecode(bytes, encoding)
    if (text !== undefined) return { text, encoding }
  }
  return bestOf(bytes, ['gb18030', 'big5'], knownWords)
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

/** UTF-16 without a mark: ASCII in it (commas, digits) leaves zeros on one side only. */
function guessUtf16(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 4096)
  let even = 0
  let odd = 0
  for (const [index, byte] of sample.entries()) {
    if (byte !== 0) continue
    if (index % 2 === 0) even += 1
    else odd += 1
  }
  const few = sample.length / 50
  if (odd > few && even <= odd / 20) return 'utf-16le'
  if (even > few && odd <= even / 20) return 'utf-16be'
  return undefined
}

function bestOf(
  bytes: Uint8Array,
  encodings: readonly string[],
  knownWords: readonly string[],
): DecodedText {
  let best: DecodedText | undefined
  let bestScore = -1
  for (const encoding of encodings) {
    const text = tryDecode(bytes, encoding)
    if (text === undefined) continue
    const head = text.slice(0, 4000)
    const score = knownWords.filter((word) => head.includes(word)).length
    if (score > bestScore) {
      best = { text, encoding }
      bestScore = score
    }
  }
  // Cut off in the middle of a character, or with a stray byte: still more use than refusing.
  return best ?? { text: new TextDecoder('gb18030').decode(bytes), encoding: 'gb18030' }
}

/** @throws VaultError `file-unreadable`: what carries a mark must be what the mark says. */
function decode(bytes: Uint8Array, encoding: string): DecodedText {
  const text = tryDecode(bytes, encoding)
  if (text === undefined) throw new VaultError('file-unreadable', `not valid ${encoding}`)
  return { text, encoding }
}

function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
