import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Session } from '../../session.ts'
import { fillRecords, fillRows } from './search-tables.ts'

/** Calls that arrive meanwhile wait no longer than this. */
const SLICE_MS = 6

const warming = new WeakSet<object>()

/**
 * Makes both searches ready in the background, once a ledger: that of 台账 first. Resolves when they are.
 */
export async function warmSearch(session: Session): Promise<void> {
  const { ledger } = session.open()
  if (warming.has(ledger)) return
  warming.add(ledger)
  do await nextTurn()
  while (!fillRows(ledger.search, ledger, ledger.rowTable, SLICE_MS))
  do await nextTurn()
  while (!fillRecords(ledger.search, ledger, SLICE_MS))
}
