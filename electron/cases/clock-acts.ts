import type { CalendarDay } from '../../shared/calendar-day.ts'
import type { CaseChange } from '../../shared/case-view.ts'
import { guideOf } from '../../shared/guides/guide-list.ts'
import type { CaseClock, RecoveryCase } from '../../shared/records/recovery-case.ts'
import { invalidValue } from '../ledger/invalid-value.ts'
import { newRecordId } from '../ledger/store.ts'
import type { Session } from '../session.ts'
import type { RecordId } from '../vault/vault.ts'
import { changeCase, notInGuide, toldMoment } from './change.ts'
import { ruleOf } from './clocks.ts'

type Clocks = RecoveryCase['clocks']

/** Stops those of a guide that run. */
export function stopClocks(
  clocks: Clocks,
  isStopped: (clock: CaseClock) => boolean,
  at: number,
): Clocks {
  return clocks.map((clock) =>
    clock.stoppedAt === undefined && isStopped(clock)
      ? { ...clock, stoppedAt: Math.max(at, clock.startedAt) }
      : clock,
  )
}

/** Starts clocks of a guide; one that runs already is started anew. */
export function startClocks(
  clocks: Clocks,
  guideId: string,
  clockIds: readonly string[],
  at: number,
): Clocks {
  const isOld = (clock: CaseClock) => clock.guideId === guideId && clockIds.includes(clock.clockId)
  return [
    ...stopClocks(clocks, isOld, at),
    ...clockIds.map((clockId) => ({ id: newRecordId(), guideId, clockId, startedAt: at })),
  ]
}

/** By hand, for what no step starts. */
export function startClock(
  session: Session,
  input: {
    id: RecordId
    clockId: string
    startedOn?: CalendarDay | undefined
    startedTime?: string | undefined
  },
): CaseChange {
  const { id, clockId, startedOn, startedTime } = input
  return changeCase(
    session,
    id,
    ({ guideId }) => ({
      action: 'case.clock-start',
      facts: { clock: ruleOf(guideOf(guideId), clockId)?.title.zh ?? clockId },
    }),
    (data, moment) => {
      if (ruleOf(guideOf(data.guideId), clockId) === undefined) throw notInGuide('clock')
      const { at } = toldMoment({ doneOn: startedOn, doneTime: startedTime }, moment)
      return { data: { ...data, clocks: startClocks(data.clocks, data.guideId, [clockId], at) } }
    },
  )
}

export function stopClock(session: Session, id: RecordId, clockRecordId: RecordId): CaseChange {
  return changeCase(session, id, { action: 'case.clock-stop' }, (data, { now }) => {
    requireRunning(data, clockRecordId)
    const clocks = stopClocks(data.clocks, (clock) => clock.id === clockRecordId, now)
    return { data: { ...data, clocks } }
  })
}

/** The day that a notice, bureau or provider named takes the place of the guide's figures. */
export function setClockDue(
  session: Session,
  id: RecordId,
  clockRecordId: RecordId,
  dueOn: CalendarDay | null,
): CaseChange {
  const facts = { untilOn: dueOn ?? '' }
  return changeCase(session, id, { action: 'case.clock-due', facts }, (data) => {
    requireRunning(data, clockRecordId)
    const clocks = data.clocks.map((clock) => {
      if (clock.id !== clockRecordId) return clock
      const { dueOn: _before, ...rest } = clock
      return dueOn === null ? rest : { ...rest, dueOn }
    })
    return { data: { ...data, clocks } }
  })
}

function requireRunning({ clocks }: RecoveryCase, clockRecordId: RecordId): void {
  const clock = clocks.find((one) => one.id === clockRecordId)
  if (clock === undefined) throw notInGuide('clock')
  if (clock.stoppedAt !== undefined) throw invalidValue('clockRecordId', 'not-allowed')
}
