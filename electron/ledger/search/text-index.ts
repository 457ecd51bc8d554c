import { foldText } from '../../../shared/field/normalise.ts'
import type { PinyinName } from './name-match.ts'
import { findInName, pinyinName } from './name-match.ts'
import { isHan } from './pinyin.ts'

/** What can be found of one record. */
export type SearchText = {
  id: string
  /** Names, numbers, domains: what people look for first. */
  primary: readonly (string | undefined)[]
  /** What else may lead to it: people, phones, accounts. */
  secondary: readonly (string | undefined)[]
  /** Names that are also found by pinyin. */
  names: readonly (string | undefined)[]
}

type Entry = {
  id: string
  /** Folded texts, each between line feeds. */
  haystack: string
  primaryEnd: number
  /** Indexes into `names`. */
  names: readonly number[]
}

/** Searches texts by any fragment, by pinyin and by initials. */
export type TextIndex = {
  put(text: SearchText): void
  remove(id: string): void
  /** Puts the entries in this order, in which equally good hits are told. */
  arrange(ids: readonly string[]): void
  /** Ids of what has all terms of the query, best first. An empty query finds everything. */
  search(query: string, limit?: number): string[]
  readonly size: number
}

/** How good a hit of one term is; less is better. */
const EXACT = 0
const STARTS = 1
const PINYIN_STARTS = 2
const INSIDE = 3
const PINYIN_INSIDE = 4
const SECONDARY = 5
const NOT_FOUND = 6

const PINYIN_TERM = /[a-z]/
const MAX_TERMS = 8

export function createTextIndex(): TextIndex {
  const byId = new Map<string, Entry>()
  /** The entries as searched; undefined after one came or went. */
  let arranged: Entry[] | undefined = []
  const nameIndexes = new Map<string, number>()
  const names: (PinyinName | undefined)[] = []
  /** Typing goes on: what the last query did not find, a longer one does not either. */
  let last: { query: string; entries: Entry[] } | undefined

  const indexOfName = (name: string): number => {
    const known = nameIndexes.get(name)
    if (known !== undefined) return known
    names.push(pinyinName(name))
    nameIndexes.set(name, names.length - 1)
    return names.length - 1
  }

  const makeEntry = (text: SearchText): Entry => {
    const primary = joinFolded(text.primary)
    const known = new Set<number>()
    for (const name of text.names) {
      if (name !== undefined && name !== '') known.add(indexOfName(name))
    }
    return {
      id: text.id,
      haystack: primary + joinFolded(text.secondary).slice(1),
      primaryEnd: primary.length,
      names: [...known],
    }
  }

  return {
    put(text) {
      const before = byId.get(text.id)
      last = undefined
      // An entry that is known keeps its place.
      if (before !== undefined) {
        Object.assign(before, makeEntry(text))
        return
      }
      byId.set(text.id, makeEntry(text))
      arranged = undefined
    },
    remove(id) {
      if (!byId.delete(id)) return
      arranged = undefined
      last = undefined
    },
    arrange(ids) {
      arranged = []
      last = undefined
      for (const id of ids) {
        const entry = byId.get(id)
        if (entry !== undefined) arranged.push(entry)
      }
    },
    search(query, limit = Number.POSITIVE_INFINITY) {
      arranged ??= [...byId.values()]
      const folded = foldText(query)
      const terms = termsOf(folded)
      if (terms.length === 0) return ids(arranged, limit)
      const isLonger = last !== undefined && last.query !== '' && folded.startsWith(last.query)
      const candidates = isLonger && last !== undefined ? last.entries : arranged
      const buckets: Entry[][] = []
      const found: Entry[] = []
      const matchers = terms.map((term) => createMatcher(term, names))
      for (const entry of candidates) {
        const rank = rankOf(entry, matchers)
        if (rank === undefined) continue
        found.push(entry)
        const bucket = buckets[rank]
        if (bucket === undefined) buckets[rank] = [entry]
        else bucket.push(entry)
      }
      last = { query: folded, entries: found }
      return ids(buckets.flat(), limit)
    },
    get size() {
      return byId.size
    },
  }
}

type Matcher = (entry: Entry) => number

/** Worst terms count: a hit is as good as the sum of its terms. */
function rankOf(entry: Entry, matchers: readonly Matcher[]): number | undefined {
  let sum = 0
  for (const match of matchers) {
    const rank = match(entry)
    if (rank === NOT_FOUND) return undefined
    sum += rank
  }
  return sum
}

function createMatcher(term: string, names: readonly (PinyinName | undefined)[]): Matcher {
  const isPinyin = PINYIN_TERM.test(term) || [...term].some(isHan)
  const pinyinTerm = term.replace(/[^\p{L}\p{N}]/gu, '')
  /** Names are shared by many entries: each is matched once. 0 = not yet. */
  const nameRanks = isPinyin && pinyinTerm !== '' ? new Int8Array(names.length) : undefined

  const rankOfName = (index: number): number => {
    if (nameRanks === undefined) return NOT_FOUND
    const known = nameRanks[index]
    if (known !== undefined && known !== 0) return known
    const name = names[index]
    const at = name === undefined ? -1 : findInName(name, pinyinTerm)
    const rank = at === -1 ? NOT_FOUND : at === 0 ? PINYIN_STARTS : PINYIN_INSIDE
    nameRanks[index] = rank
    return rank
  }

  return (entry) => {
    const best = rankOfText(entry, term)
    if (best <= PINYIN_STARTS || nameRanks === undefined) return best
    let rank = best
    for (const index of entry.names) rank = Math.min(rank, rankOfName(index))
    return rank
  }
}

function rankOfText({ haystack, primaryEnd }: Entry, term: string): number {
  let at = haystack.indexOf(term)
  if (at === -1) return NOT_FOUND
  if (at >= primaryEnd) return SECONDARY
  // A few later places may be better than the first: a domain that is the term, after a name that holds it.
  let best = INSIDE
  for (let tries = 0; at !== -1 && at < primaryEnd && tries < 4; tries += 1) {
    if (haystack.charCodeAt(at - 1) === LINE_FEED) {
      if (haystack.charCodeAt(at + term.length) === LINE_FEED) return EXACT
      best = STARTS
    }
    at = haystack.indexOf(term, at + 1)
  }
  return best
}

const LINE_FEED = 10

/** `\n` before, between and after, so that beginnings and ends of texts can be told. */
function joinFolded(texts: readonly (string | undefined)[]): string {
  let joined = '\n'
  for (const text of texts) {
    if (text !== undefined && text !== '') joined += `${foldText(text)}\n`
  }
  return joined
}

function termsOf(folded: string): string[] {
  return folded
    .split(/[\s,;、，；]+/)
    .filter(Boolean)
    .slice(0, MAX_TERMS)
}

function ids(entries: readonly Entry[], limit: number): string[] {
  const result: string[] = []
  for (const entry of entries) {
    if (result.length >= limit) break
    result.push(entry.id)
  }
  return result
}
