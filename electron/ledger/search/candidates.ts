import { foldText } from '../../../shared/field/normalise.ts'
import type { RecordKind } from '../../../shared/records/record.ts'
import type { RecordId } from '../../vault/vault.ts'
import { rowIdsOf } from '../row.ts'
import type { RecordStore } from '../store.ts'
import { liveRecords } from '../store.ts'
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
  const isInName = nameTest(term)
  let isFound = false
  const look: TextVisitor = (_list, text, isName) => {
    if (isFound || text === undefined || text === '') return
    isFound = foldText(text).includes(term) || (isName === true && isInName(text))
  }
  const rows = new Set<RecordId>()
  for (const kind of KINDS) {
    for (const record of liveRecords(store, kind)) {
      isFound = false
      visitRowTexts(record, look)
      if (!isFound) continue
      for (const id of rowIdsOf(store, record)) rows.add(id)
      if (rows.size > most) return undefined
    }
  }
  return rows
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
