import { isHan, readingsOf } from './pinyin.ts'

/** A name prepared for pinyin: its letters, digits and Chinese characters, lower case, nothing else. */
export type PinyinName = {
  text: string
  /** Its characters as indexes of the alphabet. */
  characters: Uint16Array
}

/** All distinct characters of the names. Names are matched character by character, so each is looked at once a query. */
export type NameAlphabet = { readonly indexes: Map<string, number>; readonly characters: string[] }

export function createNameAlphabet(): NameAlphabet {
  return { indexes: new Map(), characters: [] }
}

/** Prepares a name; undefined when there is nothing to be read in pinyin. */
export function pinyinName(alphabet: NameAlphabet, name: string): PinyinName | undefined {
  const text = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
  const characters = [...text]
  if (!characters.some(isHan)) return undefined
  const indexes = characters.map((character) => {
    const known = alphabet.indexes.get(character)
    if (known !== undefined) return known
    alphabet.characters.push(character)
    alphabet.indexes.set(character, alphabet.characters.length - 1)
    return alphabet.characters.length - 1
  })
  return { text, characters: Uint16Array.from(indexes) }
}

/** A folded term as names are searched for it; undefined when it cannot be pinyin, as a number cannot. */
export function pinyinTerm(term: string): string | undefined {
  const letters = term.replace(/[^\p{L}\p{N}]/gu, '')
  return /[a-z]/.test(letters) || [...letters].some(isHan) ? letters : undefined
}

/** Tells where in a name a term begins; -1 when nowhere. */
export type NameMatcher = (name: PinyinName) => number

/**
 * Looks for a term in names: each character may be given as itself, by its full pinyin, or by the first
 * letters of it, in any mixture (星河科技 by 星hekj, xhkj, xinghekeji).
 *
 * @param term - Lower case, letters, digits and Chinese characters only.
 */
export function createNameMatcher(alphabet: NameAlphabet, term: string): NameMatcher {
  if (!/[a-z]/.test(term)) return ({ text }) => text.indexOf(term)
  /** For each place in the term and each character, which lengths of the term the character can stand for. */
  const lengths = Array.from(term, () => unknownLengths(alphabet.characters.length))

  const lengthsAt = (from: number, index: number): number => {
    let row = lengths[from]
    if (row === undefined) return 0
    if (index >= row.length) {
      // A name that was added since brought new characters.
      const wider = unknownLengths(2 * alphabet.characters.length)
      wider.set(row)
      lengths[from] = wider
      row = wider
    }
    const known = row[index] ?? UNKNOWN
    if (known !== UNKNOWN) return known
    const bits = lengthBits(alphabet.characters[index] ?? '', term, from)
    row[index] = bits
    return bits
  }

  const matchesFrom = (characters: Uint16Array, at: number, from: number): boolean => {
    if (from === term.length) return true
    const index = characters[at]
    if (index === undefined) return false
    const bits = lengthsAt(from, index)
    for (let length = MAX_LENGTH; length > 0; length -= 1) {
      if ((bits & (1 << length)) === 0) continue
      if (matchesFrom(characters, at + 1, from + length)) return true
    }
    return false
  }

  return ({ characters }) => {
    for (let start = 0; start < characters.length; start += 1) {
      if (matchesFrom(characters, start, 0)) return start
    }
    return -1
  }
}

/** The longest syllables, such as zhuang, have six letters. */
const MAX_LENGTH = 6
/** No set of lengths: bit 0 is never one. */
const UNKNOWN = 0xff

function unknownLengths(count: number): Uint8Array {
  return new Uint8Array(count).fill(UNKNOWN)
}

/** Bit n is set when the character can stand for the next n letters of the term. */
function lengthBits(character: string, term: string, from: number): number {
  let bits = term.startsWith(character, from) ? 1 << character.length : 0
  for (const reading of readingsOf(character)) {
    for (let length = 1; length <= reading.length; length += 1) {
      if (reading.charCodeAt(length - 1) !== term.charCodeAt(from + length - 1)) break
      bits |= 1 << length
    }
  }
  return bits
}
