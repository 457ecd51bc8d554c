import { foldText } from '../../../shared/field/normalise.ts'
import type { Haystack, Slab } from './haystack.ts'
import {
  haystackOf,
  NOT_FOUND,
  PINYIN_INSIDE,
  PINYIN_STARTS,
  rankInHaystack,
  rankInSlab,
  slabOf,
} from './haystack.ts'
import type { NameAlphabet, PinyinName } from './name-match.ts'
import { createNameAlphabet, createNameMatcher, pinyinName, pinyinTerm } from './name-match.ts'

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

/** Searches texts by any fragment, by pinyin and by initials. */
export type TextIndex = {
  put(text: SearchText): void
  remove(id: string): void
  /** Puts the entries in this order, in which equally good hits are told. */
  arrange(ids: readonly string[]): void
  /** The ids in the order they are told in. The same array until that changes. */
  order(): readonly string[]
  /** What has all terms of the query, best first, by its places in the order. An empty query finds everything. */
  places(query: string): Uint32Array
  /** The same by ids, at most `limit`. */
  search(query: string, limit?: number): string[]
  readonly size: number
}

type Entry = {
  id: string
  haystack: Haystack
  /** Indexes of its names in the list of all distinct names. */
  names: readonly number[]
}

/** The entries in the order they are told in, with their texts laid out for searching. */
type Arrangement = {
  entries: readonly Entry[]
  ids: readonly string[]
  slab: Slab | undefined
}

/** What the last query found, as places in the arrangement, and what its terms were in each name. */
type Found = {
  query: string
  places: readonly number[]
  nameRanks: ReadonlyMap<string, Int8Array>
}

const MAX_TERMS = 8
/** So few candidates are searched one by one. */
const FEW = 1_000

/** What a folded query asks for, all at once. Control characters are no text: one of them divides the index. */
export function termsOf(folded: string): string[] {
  return folded
    .split(/[\s,;、，；\p{Cc}]+/u)
    .filter(Boolean)
    .slice(0, MAX_TERMS)
}

export function createTextIndex(): TextIndex {
  const byId = new Map<string, Entry>()
  const nameIndexes = new Map<string, number>()
  const names: (PinyinName | undefined)[] = []
  const alphabet = createNameAlphabet()
  let arrangement: Arrangement | undefined
  let last: Found | undefined

  const indexOfName = (name: string): number => {
    const known = nameIndexes.get(name)
    if (known !== undefined) return known
    names.push(pinyinName(alphabet, name))
    nameIndexes.set(name, names.length - 1)
    return names.length - 1
  }

  const changed = () => {
    last = undefined
    if (arrangement !== undefined) arrangement.slab = undefined
  }

  const arranged = () => {
    arrangement ??= arrangementOf([...byId.values()])
    return arrangement
  }

  const places = (query: string): Uint32Array => {
    const now = arranged()
    const folded = foldText(query)
    const terms = termsOf(folded)
    if (terms.length === 0) return Uint32Array.from(now.entries.keys())
    // Typing goes on: what the last query did not find, a longer one does not either.
    const before = last !== undefined && folded.startsWith(last.query) ? last : undefined
    let found = before?.places
    const nameRanks = new Map<string, Int8Array>()
    const sums = new Int8Array(now.entries.length)
    for (const term of terms) {
      const ranks = new Int8Array(names.length)
      const ranksBefore = before === undefined ? undefined : ranksOfStart(before.nameRanks, term)
      const rankByName = createNameRanker(term, names, alphabet, ranks, ranksBefore)
      if (rankByName !== undefined) nameRanks.set(term, ranks)
      found =
        found !== undefined && found.length <= FEW
          ? rankSome(now.entries, found, term, rankByName, sums)
          : rankAll(now, found, term, rankByName, sums)
    }
    last = { query: folded, places: found ?? [], nameRanks }
    return bestFirst(last.places, sums)
  }

  return {
    put({ id, primary, secondary, names: texts }) {
      changed()
      const known = new Set<number>()
      for (const name of texts) if (name !== undefined && name !== '') known.add(indexOfName(name))
      const entry = { id, haystack: haystackOf(primary, secondary), names: [...known] }
      // An entry that is known keeps its place.
      const before = byId.get(id)
      if (before !== undefined) {
        Object.assign(before, entry)
        return
      }
      byId.set(id, entry)
      arrangement = undefined
    },
    remove(id) {
      if (!byId.delete(id)) return
      changed()
      arrangement = undefined
    },
    arrange(ids) {
      last = undefined
      arrangement = arrangementOf(ids.flatMap((id) => byId.get(id) ?? []))
    },
    order: () => arranged().ids,
    places,
    search(query, limit = Number.POSITIVE_INFINITY) {
      const { ids } = arranged()
      return Array.from(places(query).subarray(0, limit), (place) => ids[place] ?? '')
    },
    get size() {
      return byId.size
    },
  }
}
/** The best rank that any of an entry's names gives. */
type NameRanker = ((entry: Entry) => number) | undefined

/**
 * @param ranks - What is found out of each name: they are shared by many entries, and matched once. 0 = not yet.
 * @param ranksBefore - The same of a term that this one begins with: a name without that is one without this.
 */
function createNameRanker(
  term: string,
  names: readonly (PinyinName | undefined)[],
  alphabet: NameAlphabet,
  ranks: Int8Array,
  ranksBefore: Int8Array | undefined,
): NameRanker {
  const letters = pinyinTerm(term)
  if (letters === undefined) return undefined
  const find = createNameMatcher(alphabet, letters)
  return (entry) => {
    let best = NOT_FOUND
    for (const index of entry.names) {
      let rank = ranks[index] ?? 0
      if (rank === 0) {
        const name = ranksBefore?.[index] === NOT_FOUND ? undefined : names[index]
        const at = name === undefined ? -1 : find(name)
        rank = at === -1 ? NOT_FOUND : at === 0 ? PINYIN_STARTS : PINYIN_INSIDE
        ranks[index] = rank
      }
      if (rank < best) best = rank
    }
    return best
  }
}

/** Adds the term's ranks to the sums of those places that have it, and returns these. */
function rankSome(
  entries: readonly Entry[],
  places: readonly number[],
  term: string,
  rankByName: NameRanker,
  sums: Int8Array,
): number[] {
  return places.filter((place) => {
    const entry = entries[place]
    if (entry === undefined) return false
    let rank = rankInHaystack(entry.haystack, term)
    if (rank > PINYIN_STARTS && rankByName !== undefined) rank = Math.min(rank, rankByName(entry))
    sums[place] = (sums[place] ?? 0) + rank
    return rank !== NOT_FOUND
  })
}

/** The same for all entries, or many of them. */
function rankAll(
  arrangement: Arrangement,
  places: readonly number[] | undefined,
  term: string,
  rankByName: NameRanker,
  sums: Int8Array,
): number[] {
  const { entries } = arrangement
  arrangement.slab ??= slabOf(entries.map((entry) => entry.haystack))
  const ranks = new Int8Array(entries.length).fill(NOT_FOUND)
  rankInSlab(arrangement.slab, term, ranks)
  const found: number[] = []
  const take = (place: number) => {
    let rank = ranks[place] ?? NOT_FOUND
    const entry = entries[place]
    if (rank > PINYIN_STARTS && rankByName !== undefined && entry !== undefined) {
      rank = Math.min(rank, rankByName(entry))
    }
    if (rank === NOT_FOUND) return
    sums[place] = (sums[place] ?? 0) + rank
    found.push(place)
  }
  if (places === undefined) for (let place = 0; place < entries.length; place += 1) take(place)
  else for (const place of places) take(place)
  return found
}

/** The places with the lowest sums first, otherwise in their order. */
function bestFirst(places: readonly number[], sums: Int8Array): Uint32Array {
  const starts = new Uint32Array(MAX_TERMS * NOT_FOUND + 2)
  for (const place of places) {
    const next = (sums[place] ?? 0) + 1
    starts[next] = (starts[next] ?? 0) + 1
  }
  for (let sum = 1; sum < starts.length; sum += 1) {
    starts[sum] = (starts[sum] ?? 0) + (starts[sum - 1] ?? 0)
  }
  const ordered = new Uint32Array(places.length)
  for (const place of places) {
    const sum = sums[place] ?? 0
    const at = starts[sum] ?? 0
    ordered[at] = place
    starts[sum] = at + 1
  }
  return ordered
}

function arrangementOf(entries: readonly Entry[]): Arrangement {
  return { entries, ids: entries.map(({ id }) => id), slab: undefined }
}

function ranksOfStart(ranks: ReadonlyMap<string, Int8Array>, term: string): Int8Array | undefined {
  for (const [start, known] of ranks) if (term.startsWith(start)) return known
  return undefined
}
