import { dayOf } from '../../shared/calendar-day.ts'
import { drillResult } from '../../shared/drill-result.ts'
import type { Drill } from '../../shared/records/drill.ts'
import { newRecordId } from '../ledger/store.ts'
import { writeRecords } from '../ledger/write.ts'
import type { Session } from '../session.ts'

/** Records a result, with its entry in the trail. */
export function recordDrill(session: Session, result: Omit<Drill, 'on'>): void {
  const now = session.now()
  const id = newRecordId()
  const data: Drill = { ...result, on: dayOf(now) }
  const overview = { kind: 'drill' as const, data, createdAt: now, updatedAt: now }
  const facts = {
    kind: data.kind,
    person: data.person,
    result: drillResult(data),
    ...shareFacts(data),
  }
  writeRecords(
    session,
    [{ type: 'put', id, overview, expectedRevision: 0 }],
    [{ action: 'drill.recorded', recordId: id, facts }],
  )
}

/** Which shares were tried, whose they are and what came of each, in the order typed. */
function shareFacts({ shares = [] }: Drill): Record<string, string> {
  if (shares.length === 0) return {}
  return {
    shares: shares.map(({ number }) => number).join('+'),
    holder: shares.map(({ holder = '?' }) => holder).join('、'),
    found: shares.map(({ finding }) => finding).join('+'),
  }
}
