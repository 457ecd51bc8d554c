import type { DrillLine } from '../../shared/backup-view.ts'
import { addMonths, type CalendarDay, dayOf } from '../../shared/calendar-day.ts'
import { drillResult } from '../../shared/drill-result.ts'
import { DRILL_KINDS, type DrillKind } from '../../shared/records/drill.ts'
import type { LedgerRecord } from '../../shared/records/record.ts'
import type { RecordStore } from '../ledger/store.ts'
import { liveRecords } from '../ledger/store.ts'

/** Each kind is tried once a quarter. */
const DRILL_MONTHS = 3

/** What of the ways in matters for drills; the ledger knows nothing of slots itself. */
export type WaysIn = {
  /** The day the recovery kit was made; absent: there is none. */
  kitMadeOn?: CalendarDay | undefined
  /** Ids of the custodians who have a way in. */
  custodianIds?: ReadonlySet<string>
}

/** Each kind of drill, with its last result and the day it is wanted next. */
export function drillLines(store: RecordStore, waysIn: WaysIn): DrillLine[] {
  return DRILL_KINDS.map((kind) => {
    const drills = [...liveRecords(store, 'drill')].filter(({ data }) => data.kind === kind)
    const last = newest(drills)
    const passed = newest(drills.filter(({ data }) => data.isPassed))
    const since = beginningOf(store, waysIn, kind)
    if (since === undefined) return { kind, isPossible: false, ...lastOf(last) }
    // A drill that failed is wanted again at once, from the day it failed.
    const hasFailed = last !== undefined && drillResult(last.data) === 'failed'
    const base = passed !== undefined && passed.data.on > since ? passed.data.on : since
    const dueOn = hasFailed ? last.data.on : addMonths(base, DRILL_MONTHS)
    return { kind, isPossible: true, ...lastOf(last), dueOn }
  })
}

/** Since when there is something to try; undefined: nothing. */
function beginningOf(
  store: RecordStore,
  { kitMadeOn }: WaysIn,
  kind: DrillKind,
): CalendarDay | undefined {
  switch (kind) {
    case 'kit-retyped':
      return kitMadeOn
    case 'backup-opened':
      return [...liveRecords(store, 'backup')]
        .map(({ data }) => dayOf(data.madeAt))
        .sort()
        .at(0)
    case 'deputy-unlocked':
      return [...liveRecords(store, 'custodian')]
        .filter(({ data }) => data.role === 'deputy' && data.leftOn === undefined)
        .map(({ data }) => data.joinedOn)
        .sort()
        .at(0)
  }
}

function newest(drills: readonly LedgerRecord<'drill'>[]): LedgerRecord<'drill'> | undefined {
  return drills.reduce<LedgerRecord<'drill'> | undefined>(
    (latest, one) => (latest === undefined || one.createdAt >= latest.createdAt ? one : latest),
    undefined,
  )
}

function lastOf(last: LedgerRecord<'drill'> | undefined): Pick<DrillLine, 'last'> {
  if (last === undefined) return {}
  const { on, person, notes, shares } = last.data
  const result = drillResult(last.data)
  return {
    last: {
      on,
      person,
      result,
      ...(notes === undefined ? {} : { notes }),
      ...(shares === undefined ? {} : { shares }),
    },
  }
}
