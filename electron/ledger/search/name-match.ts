import { readingsOf } from './pinyin.ts'

/** A name prepared for pinyin: its letters, digits and Chinese characters, lower case, nothing else. */
export type PinyinName = {
  characters: string
  /** Bit per letter a–z that some character's reading, or the character itself, starts with. */
  initials: number
}

/** Prepares a name; undefined when there is nothing to be read in pinyin. */
export function pinyinName(name: string): PinyinName | undefined {
  const characters = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
  let initials = 0
  let hasReadings = false
  for (const character of characters) {
    const readings = readingsOf(character)
    if (readings.length > 0) hasReadings = true
    for (const reading of readings) initials |= letterBit(reading.charCodeAt(0))
    initials |= letterBit(character.charCodeAt(0))
  }
  return hasReadings ? { characters, initials } : undefined
}

/**
 * Where in the name the term begins: each character of the name may be given as itself, by its full
 * pinyin, or by the first letters of it, in any mixture (星河科技 by 星hekj, xhkj, xinghekeji).
 * -1 when nowhere.
 */
export function findInName(name: PinyinName, term: string): number {
  const bit = letterBit(term.charCodeAt(0))
  if (bit !== 0 && (name.initials & bit) === 0) return -1
  const { characters } = name
  for (let start = 0; start < characters.length; start += 1) {
    if (matchesFrom(characters, start, term, 0)) return start
  }
  return -1
}

function matchesFrom(characters: string, at: number, term: string, from: number): boolean {
  if (from === term.length) return true
  const character = characters[at]
  if (character === undefined) return false
  if (character === term[from] && matchesFrom(characters, at + 1, term, from + 1)) return true
  for (const reading of readingsOf(character)) {
    let length = commonPrefixLength(reading, term, from)
    for (; length > 0; length -= 1) {
      if (matchesFrom(characters, at + 1, term, from + length)) return true
    }
  }
  return false
}

function commonPrefixLength(reading: string, term: string, from: number): number {
  let length = 0
  while (length < reading.length && reading.charCodeAt(length) === term.charCodeAt(from + length)) {
    length += 1
  }
  return length
}

function letterBit(charCode: number): number {
  const letter = charCode - 97
  return letter >= 0 && letter < 26 ? 1 << letter : 0
}
