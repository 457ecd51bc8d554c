import { addDays, addMonths, dayOf } from '../../shared/calendar-day.ts'
import { newRecordId } from '../ledger/store.ts'
import type { RecordChange } from '../vault/vault.ts'
import { addCases } from './demo-cases.ts'
import { addChecks } from './demo-checks.ts'
import type { Add, Clock } from './demo-draft.ts'
import { addFirms } from './demo-firms.ts'
import { addJinli } from './demo-jinli.ts'
import { addLetters } from './demo-letters.ts'
import { addXinghe } from './demo-xinghe.ts'
import { addYunfan } from './demo-yunfan.ts'

/**
 * The filings of `--demo`: three entities in 北京, 广东 and 四川 with websites, an App and a 小程序, a filing
 * of before 2009, passwords in every state, three recoveries, letters. All names and numbers are invented; domains end in `.example`.
 *
 * @param now - Unix ms; states are relative to it.
 */
export function demoChanges(now: number): RecordChange[] {
  const today = dayOf(now)
  const clock: Clock = {
    days: (count) => addDays(today, count),
    months: (count) => addMonths(today, count),
    at: now,
  }
  const changes: RecordChange[] = []
  const add: Add = (kind, data, secret) => {
    const id = newRecordId()
    // Each a second after the one before: lists have an order, and the newest is this moment.
    const at = now - 3_600_000 + changes.length * 1_000
    const overview = { kind, data, createdAt: at, updatedAt: at }
    changes.push({
      type: 'put',
      id,
      overview,
      expectedRevision: 0,
      ...(secret === undefined ? {} : { secret }),
    })
    return id
  }
  const firms = addFirms(add, clock)
  addXinghe(add, clock, firms)
  addYunfan(add, clock, firms)
  addJinli(add, clock, firms)
  addChecks(add, clock, changes)
  addCases(add, clock, firms, changes)
  addLetters(add, clock, firms, changes)
  return changes
}
