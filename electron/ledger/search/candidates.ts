import { foldText } from '../../../shared/field/normalise.ts'
import type { RecordKind } from '../../../shared/records/record.ts'
import type { RecordId } from '../../vault/vault.ts'
import { rowIdsOf } from '../row.ts'
import type { RecordStore } from '../store.ts'
import { createNameAlphabet, createNameMatcher, pinyinName, pinyinTerm } from './name-match.ts'
import type { TextVisitor } from './row-text.ts'
import { visitRowTexts } from './row-text.ts'

/** The kinds that lines are found by, those in front of which most others stand on a line. */
const KINDS: readonly RecordKind[] = [
  'provider',
  'entity',
  'service',
  'domain',
  'contact',
  'credential',
]

/**
 * The ids of all lines on which a term is found, and of some on which it is not, by looking at each record
 * once: a search that comes before its index is there need not build it.
 *
 * @param term - Folded, not empty, without blanks.
 * @returns undefined when there are more than `most`.
 */
export function candidateRows(
  store: RecordStore,
  term: string,
  most: number,
): Set<RecordId> | undefined {
  const isInText = textTest(term)
  const isInName = nameTest(term)
  let isFound = false
  const look: TextVisitor = (_list, text, isName) => {
    if (isFound || text === undefined || text === '') return
    isFound = isInText(text) || (isName === true && isInName(text))
  }
  const rows = new Set<RecordId>()
  for (const kind of KINDS) {
    for (const record of store.kinds[kind]) {
      if (record.trashedAt !== undefined) continue
      isFound = false
      visitRowTexts(record, look)
      if (!isFound) continue
      for (const id of rowIdsOf(store, record)) rows.add(id)
      if (rows.size > most) return undefined
    }
  }
  return rows
}

/** ASCII and common Chinese: folding changes no more of it than the case of letters. */
const PLAIN = /^[!-~\u4e00-\u9fff]*$/

/** Whether a text has the term, or may have it. Most texts need not be folded to tell that they have not. */
function textTest(term: string): (text: string) => boolean {
  const hasNoCase = term.toUpperCase() === term
  return (text) =>
    text.includes(term) || (!(hasNoCase && PLAIN.test(text)) && foldText(text).includes(term))
}

/** Whether a name has the term by its pinyin. Names are shared by many records: each is read once. */
function nameTest(term: string): (name: string) => boolean {
  const letters = pinyinTerm(term)
  if (letters === undefined) return () => false
  const alphabet = createNameAlphabet()
  const find = createNameMatcher(alphabet, letters)
  const known = new Map<string, boolean>()
  return (name) => {
    let isIn = known.get(name)
    if (isIn === undefined) {
      const read = pinyinName(alphabet, name)
      isIn = read !== undefined && find(read) !== -1
      known.set(name, isIn)
    }
    return isIn
  }
}
