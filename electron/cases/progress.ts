import type { StepState } from '../../shared/case-view.ts'
import type { Branch, Guide, Step, Target } from '../../shared/guides/guide.ts'
import type { CaseStep, RecoveryCase } from '../../shared/records/recovery-case.ts'

/** How a step of a guide stands in a case. */
export type Standing = {
  step: Step
  state: StepState
  /** The record that counts. */
  record?: CaseStep
  attempts: number
  leadsTo?: Target
  /** Nothing more is to be done about it. */
  isSettled: boolean
}

export type Progress = {
  standings: Standing[]
  /** What comes next; absent: nothing can be done here. */
  next?: Standing
  /** Where the guide led away or ended, once it has. */
  ended?: { standing: Standing; target: Exclude<Target, { step: string }> }
  settledCount: number
  /** Steps that apply, optional ones left out. */
  stepCount: number
}

type Followed = Pick<RecoveryCase, 'steps' | 'outcome' | 'guideChanges'>

/**
 * Where a case stands in a guide: what was done, what applies, what comes next.
 *
 * A failure or answer that leads back to an earlier step opens all from that step on again; one that leads
 * forward leaves the steps between out. What led to another guide is asked anew when the case comes back.
 * Whatever no longer counts stays in the record.
 */
export function progressOf(guide: Guide, followed: Followed): Progress {
  const valid = validRecords(guide, followed)
  const standings: Standing[] = []
  let ended: Progress['ended']
  let leftOutBefore = -1
  for (const [index, step] of guide.steps.entries()) {
    const { last, attempts } = valid[index] ?? { attempts: 0 }
    const isReached = ended === undefined && index >= leftOutBefore
    const state =
      last?.state ?? (isReached ? openState(step, standings, followed) : 'not-applicable')
    const leadsTo = last === undefined ? undefined : targetOf(step, last)
    const forward = placeOf(guide, leadsTo)
    const leadsForward = forward !== undefined && forward > index
    const standing: Standing = {
      step,
      state,
      attempts,
      isSettled: state === 'failed' ? isWayOut(leadsTo, leadsForward) : isThrough(state),
      ...(last === undefined ? {} : { record: last }),
      ...(leadsTo === undefined ? {} : { leadsTo }),
    }
    standings.push(standing)
    if (leadsForward) leftOutBefore = Math.max(leftOutBefore, forward)
    // A trouble on the way is left for its own guide and come back from; an answer leads away for good.
    const isEnd = leadsTo !== undefined && !('step' in leadsTo)
    if (isEnd && (state === 'done' || 'end' in leadsTo)) {
      ended ??= { standing, target: leadsTo }
    }
  }
  const counted = standings.filter(
    ({ step, state }) => step.isOptional !== true && state !== 'not-applicable',
  )
  const progress: Progress = {
    standings,
    settledCount: counted.filter((one) => one.isSettled).length,
    stepCount: counted.length,
  }
  if (ended !== undefined) return { ...progress, ended }
  const next = nextOf(standings)
  return next === undefined ? progress : { ...progress, next }
}

/** Steps that must still be gone before a case may end, in their order. */
export function openSteps({ standings }: Progress): Standing[] {
  return standings.filter(
    ({ step, state, isSettled }) =>
      step.isOptional !== true && !isSettled && (state === 'open' || state === 'failed'),
  )
}

/** Where the failures of a step, and of the guide as a whole, may lead: the list that `branch` counts in. */
export function branchesOf(step: Step): readonly Branch[] {
  return step.failures ?? []
}

type Valid = { last?: CaseStep; attempts: number }

/** For each step its last record, unless a later one led back before it. */
function validRecords(guide: Guide, { steps, guideChanges }: Followed): Valid[] {
  const found: Valid[] = guide.steps.map(() => ({ attempts: 0 }))
  const cameAt = guideChanges.findLast((change) => change.toGuideId === guide.id)?.at ?? 0
  for (const record of steps) {
    const index = guide.steps.findIndex((step) => isRecordOf(step, guide, record))
    const step = guide.steps[index]
    const entry = found[index]
    if (step === undefined || entry === undefined) continue
    const target = targetOf(step, record)
    const hasComeBack = target !== undefined && 'guide' in target && record.recordedAt <= cameAt
    const attempts = entry.attempts + 1
    found[index] = hasComeBack ? { attempts } : { last: record, attempts }
    const back = placeOf(guide, target)
    if (back === undefined || back > index) continue
    for (let at = back; at <= index; at += 1) found[at] = { attempts: found[at]?.attempts ?? 0 }
  }
  return found
}

/** The common pre-flight is done once a case, under whichever guide. */
function isRecordOf(step: Step, guide: Guide, record: CaseStep): boolean {
  if (record.stepId !== step.id) return false
  return record.guideId === guide.id || step.isPreFlight === true
}

function targetOf(step: Step, record: CaseStep): Target | undefined {
  if (record.state === 'failed') {
    return record.branch === undefined ? undefined : branchesOf(step)[record.branch]?.to
  }
  if (record.state === 'skipped') return undefined
  return step.question?.answers.find((answer) => answer.id === record.answer)?.to
}

function placeOf(guide: Guide, target: Target | undefined): number | undefined {
  if (target === undefined || !('step' in target)) return undefined
  const index = guide.steps.findIndex((step) => step.id === target.step)
  return index === -1 ? undefined : index
}

function openState(step: Step, before: readonly Standing[], { outcome }: Followed): StepState {
  const { onlyIf, onlyIfOutcome } = step
  if (onlyIf !== undefined) {
    const asked = before.find((standing) => standing.step.id === onlyIf.step)
    if (asked?.record === undefined) {
      return asked === undefined || asked.state === 'not-applicable' ? 'not-applicable' : 'waiting'
    }
    const { answer } = asked.record
    if (answer === undefined || !onlyIf.answers.includes(answer)) return 'not-applicable'
  }
  if (onlyIfOutcome !== undefined) {
    if (outcome === undefined) return 'waiting'
    if (!onlyIfOutcome.includes(outcome.kind)) return 'not-applicable'
  }
  return 'open'
}

function isThrough(state: StepState): boolean {
  return state === 'done' || state === 'skipped' || state === 'not-applicable'
}

/** A failure is settled where it leads on or ends the guide; a trouble to be solved is not. */
function isWayOut(leadsTo: Target | undefined, leadsForward: boolean): boolean {
  return leadsTo !== undefined && (leadsForward || 'end' in leadsTo)
}

/** The first that is open; an optional one only while nothing after it was done. */
function nextOf(standings: readonly Standing[]): Standing | undefined {
  const lastRecorded = standings.findLastIndex((one) => one.record !== undefined)
  return standings.find((one, index) => {
    if (one.isSettled || (one.state !== 'open' && one.state !== 'failed')) return false
    return one.step.isOptional !== true || index > lastRecorded
  })
}
