import { ledgerRows } from '../../electron/ledger/ledger.ts'
import { rowOf } from '../../electron/ledger/row.ts'
import { ordinalOf } from '../../electron/ledger/rows.ts'
import { searchRows } from '../../electron/ledger/search/search-tables.ts'
import { dayOf } from '../../shared/calendar-day.ts'
import { openLargeVault } from './large-vault.ts'

// One unlock, see coldUnlockMs. Prints milliseconds.
const [, , file, query] = process.argv
if (file === undefined) throw new Error('which vault?')
const { ledger, restMs, close } = await openLargeVault(file)
const today = dayOf(Date.now())
const lines =
  query === undefined
    ? ledgerRows(ledger, today)
    : searchRows(ledger.search, ledger, ledger.rowTable, query).map((id) =>
        rowOf(ledger, id, ordinalOf(ledger.rowTable, id), today),
      )
const ms = restMs()
if (lines.length === 0) throw new Error('nothing was found')
close()
process.stdout.write(String(ms))
