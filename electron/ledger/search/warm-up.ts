import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises'
import type { Session } from '../../session.ts'
import type { Ledger } from '../ledger.ts'
import { fillRecords, fillRows, searchRowOrdinals } from './search-tables.ts'

/** Calls that arrive meanwhile wait no longer than this. */
const SLICE_MS = 6

/** Somebody who types leaves no longer pauses: meanwhile the window needs the machine more. */
const TYPING_MS = 300

/** Of each sort of search one: letters, more of them, number, name. */
const WARMING_QUERIES = ['a', 'an', '1', '公司'] as const

const warming = new WeakMap<object, Promise<void>>()

/**
 * Makes both searches ready in the background, once a ledger: that of 台账 first. Resolves when they are.
 */
export function warmSearch(session: Session): Promise<void> {
  const { ledger } = session.open()
  const begun = warming.get(ledger) ?? warm(ledger)
  warming.set(ledger, begun)
  return begun
}

async function warm(ledger: Ledger): Promise<void> {
  do await nextTurn()
  while (!fillRows(ledger.search, ledger, ledger.rowTable, SLICE_MS))
  // The first search arranges the lines and is compiled on the way: better now than at the first key.
  for (const query of WARMING_QUERIES) {
    await nextTurn()
    searchRowOrdinals(ledger.search, ledger, ledger.rowTable, query)
  }
  do {
    await nextTurn()
    const typingMs = ledger.search.askedAtMs + TYPING_MS - performance.now()
    if (typingMs > 0) await pause(typingMs)
  } while (!fillRecords(ledger.search, ledger, SLICE_MS))
}
