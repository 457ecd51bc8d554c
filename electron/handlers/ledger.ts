import { dayOf } from '../../shared/calendar-day.ts'
import { VaultError } from '../../shared/errors.ts'
import { sweepAttachments } from '../documents/sweep.ts'
import type { Handlers } from '../handlers.ts'
import { drawerOf } from '../ledger/drawer.ts'
import { searchEverywhere } from '../ledger/everywhere.ts'
import { healthOf } from '../ledger/health.ts'
import { ledgerRows, rowCount } from '../ledger/ledger.ts'
import { searchRowOrdinals } from '../ledger/search/search-tables.ts'
import { warmSearch } from '../ledger/search/warm-up.ts'
import type { Session } from '../session.ts'

/** 台账: its lines, its search, a filing's drawer, 总览. */
export function ledgerHandlers(
  session: Session,
): Pick<
  Handlers,
  'ledger.rows' | 'ledger.search' | 'ledger.searchEverywhere' | 'ledger.drawer' | 'ledger.health'
> {
  const today = () => dayOf(session.now())
  return {
    'ledger.rows': ({ from, count }) => {
      const { ledger } = session.open()
      const rows = ledgerRows(ledger, today(), from, count)
      const total = rowCount(ledger)
      // The first screen comes first; while the window unpacks the others, search is made ready.
      if (from + count >= total) void tidyUp(session)
      else if (from > 0) void warmSearch(session)
      return { rows, total }
    },
    'ledger.search': ({ query }) => {
      const { ledger } = session.open()
      ledger.search.askedAtMs = performance.now()
      return { ordinals: searchRowOrdinals(ledger.search, ledger, ledger.rowTable, query) }
    },
    'ledger.searchEverywhere': ({ query }) => searchEverywhere(session.open().ledger, query),
    'ledger.drawer': ({ id }) => drawerOf(session, id),
    'ledger.health': () => healthOf(session),
  }
}

/** What follows an unlock in the background. A lock in between ends it; a full disk only puts it off. */
async function tidyUp(session: Session): Promise<void> {
  await warmSearch(session)
  try {
    sweepAttachments(session)
  } catch (error) {
    if (!(error instanceof VaultError)) throw error
  }
}
