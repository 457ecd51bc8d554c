import { foldText } from '../../../shared/field/normalise.ts'

/** How good a hit of one term is; less is better. */
export const EXACT = 0
export const STARTS = 1
export const PINYIN_STARTS = 2
export const INSIDE = 3
export const PINYIN_INSIDE = 4
export const SECONDARY = 5
export const NOT_FOUND = 6

/** Stands between the texts people look for first and those that only may lead to the record. */
const DIVIDER = '\u0001'
const LINE_FEED = 10
const ASCII = /^[ -~]*$/

/**
 * The folded texts of one record, each between line feeds. Those of ASCII alone stand apart: they take a byte
 * a character and are searched faster, and what is typed is mostly ASCII.
 */
export type Haystack = { ascii: string; other: string }

export function haystackOf(
  primary: readonly (string | undefined)[],
  secondary: readonly (string | undefined)[],
): Haystack {
  const haystack = { ascii: '\n', other: '\n' }
  addFolded(haystack, primary)
  haystack.ascii += `${DIVIDER}\n`
  haystack.other += `${DIVIDER}\n`
  addFolded(haystack, secondary)
  return haystack
}

/** How well a folded term is found in one record's texts. */
export function rankInHaystack({ ascii, other }: Haystack, term: string): number {
  const rank = rankInPart(other, 0, other.length, term)
  return ASCII.test(term) ? Math.min(rank, rankInPart(ascii, 0, ascii.length, term)) : rank
}

/**
 * The texts of many records in two long strings: finding a term in them takes one call a hit instead of
 * one a record.
 */
export type Slab = { ascii: Part; other: Part }
type Part = { text: string; starts: Int32Array }

export function slabOf(haystacks: readonly Haystack[]): Slab {
  return {
    ascii: partOf(haystacks.map((one) => one.ascii)),
    other: partOf(haystacks.map((one) => one.other)),
  }
}

/** For each record of the slab how well the folded term is found in it, lowered in `ranks`. */
export function rankInSlab(slab: Slab, term: string, ranks: Int8Array): void {
  rankInSlabPart(slab.other, term, ranks)
  if (ASCII.test(term)) rankInSlabPart(slab.ascii, term, ranks)
}

function rankInSlabPart({ text, starts }: Part, term: string, ranks: Int8Array): void {
  let index = 0
  let at = text.indexOf(term)
  while (at !== -1) {
    while ((starts[index + 1] ?? Number.POSITIVE_INFINITY) <= at) index += 1
    const end = starts[index + 1] ?? text.length
    const rank = rankAt(text, at, end, term)
    if (rank < (ranks[index] ?? NOT_FOUND)) ranks[index] = rank
    index += 1
    at = text.indexOf(term, end)
  }
}

function rankInPart(text: string, from: number, end: number, term: string): number {
  const at = text.indexOf(term, from)
  return at === -1 ? NOT_FOUND : rankAt(text, at, end, term)
}

/** The best rank of the hit at `at` and the next few before `end`: a domain may be the term that a name only holds. */
function rankAt(text: string, at: number, end: number, term: string): number {
  const divider = text.indexOf(DIVIDER, at)
  if (divider === -1 || divider >= end) return SECONDARY
  let best = INSIDE
  let hit = at
  for (let tries = 0; hit !== -1 && hit < divider && tries < 4; tries += 1) {
    if (text.charCodeAt(hit - 1) === LINE_FEED) {
      if (text.charCodeAt(hit + term.length) === LINE_FEED) return EXACT
      best = STARTS
    }
    hit = text.indexOf(term, hit + 1)
  }
  return best
}

function addFolded(haystack: Haystack, texts: readonly (string | undefined)[]): void {
  for (const text of texts) {
    if (text === undefined || text === '') continue
    const folded = foldText(text)
    if (ASCII.test(folded)) haystack.ascii += `${folded}\n`
    else haystack.other += `${folded}\n`
  }
}

function partOf(texts: readonly string[]): Part {
  const starts = new Int32Array(texts.length)
  let start = 0
  for (const [index, text] of texts.entries()) {
    starts[index] = start
    start += text.length
  }
  return { text: texts.join(''), starts }
}
