import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Session } from '../../session.ts'
import { fillRows } from './search-tables.ts'

/** Calls that arrive meanwhile wait no longer than this. */
const SLICE_MS = 6

const warming = new WeakSet<object>()

/** Makes the search ready in the background, once a ledger. Resolves when it is. */
export async function warmSearch(session: Session): Promise<void> {
  const { ledger } = session.open()
  if (warming.has(ledger)) return
  warming.add(ledger)
  for (;;) {
    await nextTurn()
    if (fillRows(ledger.search, ledger, ledger.rowTable, SLICE_MS)) return
  }
}
