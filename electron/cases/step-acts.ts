import type { CaseChange } from '../../shared/case-view.ts'
import type { Guide, Step } from '../../shared/guides/guide.ts'
import { guideOf } from '../../shared/guides/guide-list.ts'
import type { CaseStep, RecoveryCase } from '../../shared/records/recovery-case.ts'
import { invalidValue } from '../ledger/invalid-value.ts'
import type { Session } from '../session.ts'
import type { RecordId } from '../vault/vault.ts'
import { isRegistered, needsRegistration } from './blocking.ts'
import type { Moment } from './change.ts'
import { changeCase, filled, notInGuide, requireDocuments, toldMoment } from './change.ts'
import { startClocks, stopClocks } from './clock-acts.ts'
import { branchesOf, progressOf } from './progress.ts'

/** How a step was gone, as a person tells it. */
export type StepDetails = {
  doneOn?: string | undefined
  doneTime?: string | undefined
  person?: string | undefined
  channel?: string | undefined
  reference?: string | undefined
  note?: string | undefined
  documentIds?: readonly RecordId[] | undefined
}

export type StepInput = StepDetails & {
  id: RecordId
  stepId: string
  state: CaseStep['state']
  answer?: string | undefined
  branch?: number | undefined
  isCorrection?: boolean | undefined
}

/**
 * Records a step of the guide that is followed; its clocks start and stop by it.
 *
 * @throws VaultError `invalid-value` (fields `stepId`, `answer`, `branch`, `note`, `doneOn`), `record-not-found`
 */
export function recordStep(session: Session, input: StepInput): CaseChange {
  const { id, stepId, state } = input
  return changeCase(
    session,
    id,
    (data) => ({ action: 'case.step', facts: { ...stepFacts(data, stepId), state } }),
    (before, moment) => {
      const { guide, step } = requireStep(before.guideId, stepId)
      const data = input.isCorrection === true ? withoutLast(before, guide, step) : before
      requirePossible(data, guide, step, input)
      const record = stepRecord(session, guide.id, input, moment)
      return { data: withStep(data, guide, step, record) }
    },
  )
}

/** Takes the last record of a step away, with the clocks that it started and stopped. */
export function undoStep(session: Session, id: RecordId, stepId: string): CaseChange {
  return changeCase(
    session,
    id,
    (data) => ({ action: 'case.step-undone', facts: stepFacts(data, stepId) }),
    (data) => {
      const { guide, step } = requireStep(data.guideId, stepId)
      return { data: withoutLast(data, guide, step) }
    },
  )
}

/** For the trail, in words: a later version may have other steps. */
function stepFacts({ guideId }: RecoveryCase, stepId: string): Record<string, string> {
  const guide = guideOf(guideId)
  const step = guide?.steps.find((one) => one.id === stepId)
  return { guide: guide?.code ?? guideId, step: step?.title.zh ?? stepId }
}

/** The record of a step, by what a person told and who the custodian is. */
export function stepRecord(
  session: Session,
  guideId: string,
  input: StepDetails & Pick<StepInput, 'stepId' | 'state' | 'answer' | 'branch'>,
  moment: Moment,
): CaseStep {
  const { stepId, state, answer, branch } = input
  const record: CaseStep = {
    guideId,
    stepId,
    state,
    ...toldMoment(input, moment),
    recordedAt: moment.now,
    person: filled(input.person) ?? moment.person,
    documentIds: requireDocuments(session, input.documentIds ?? []),
  }
  const [channel, reference, note] = [input.channel, input.reference, input.note].map(filled)
  if (channel !== undefined) record.channel = channel
  if (reference !== undefined) record.reference = reference
  if (note !== undefined) record.note = note
  if (answer !== undefined) record.answer = answer
  if (branch !== undefined && state === 'failed') record.branch = branch
  return record
}

/** A case with one more record of a step, and its clocks. */
export function withStep(
  data: RecoveryCase,
  guide: Guide,
  step: Step,
  record: CaseStep,
): RecoveryCase {
  const { at } = record
  const stopped = [...(step.stopsClocks ?? []), ...clocksOfReopened(guide, step, record)]
  const isOver = (clock: RecoveryCase['clocks'][number]) =>
    clock.guideId === guide.id && stopped.includes(clock.clockId)
  const clocks = stopClocks(data.clocks, isOver, at)
  const started = record.state === 'done' ? (step.startsClocks ?? []) : []
  return {
    ...data,
    steps: [...data.steps, record],
    clocks: startClocks(clocks, guide.id, started, at),
  }
}

/** What a failure opens again had clocks of its own: a returned order has no deadline any more. */
function clocksOfReopened(guide: Guide, step: Step, record: CaseStep): string[] {
  const target = record.branch === undefined ? undefined : branchesOf(step)[record.branch]?.to
  if (record.state !== 'failed' || target === undefined || !('step' in target)) return []
  const from = guide.steps.findIndex((one) => one.id === target.step)
  const to = guide.steps.indexOf(step)
  if (from === -1 || from > to) return []
  return guide.steps.slice(from, to + 1).flatMap((one) => one.startsClocks ?? [])
}

function withoutLast(data: RecoveryCase, guide: Guide, step: Step): RecoveryCase {
  const index = data.steps.findLastIndex(
    (one) => one.stepId === step.id && (one.guideId === guide.id || step.isPreFlight === true),
  )
  const record = data.steps[index]
  if (record === undefined) throw notInGuide('record of the step')
  const isStarted = (clock: RecoveryCase['clocks'][number]) =>
    clock.guideId === guide.id &&
    clock.startedAt === record.at &&
    step.startsClocks?.includes(clock.clockId) === true
  const clocks = data.clocks
    .filter((clock) => !isStarted(clock))
    .map((clock) => {
      const { stoppedAt, ...running } = clock
      return stoppedAt === record.at && clock.guideId === guide.id ? running : clock
    })
  return { ...data, steps: data.steps.filter((one) => one !== record), clocks }
}

function requireStep(guideId: string, stepId: string): { guide: Guide; step: Step } {
  const guide = guideOf(guideId)
  const step = guide?.steps.find((one) => one.id === stepId)
  if (guide === undefined || step === undefined) throw notInGuide('step')
  return { guide, step }
}

function requirePossible(data: RecoveryCase, guide: Guide, step: Step, input: StepInput): void {
  const { state, answer, branch } = input
  const standing = progressOf(guide, data).standings.find((one) => one.step === step)
  if (standing?.state === 'waiting' || standing?.state === 'not-applicable') {
    throw invalidValue('stepId', 'not-allowed')
  }
  if (state === 'failed') {
    const isKnown = branch === undefined || branchesOf(step)[branch] !== undefined
    if (!isKnown) throw invalidValue('branch', 'not-allowed')
    return
  }
  const isMissing = needsRegistration(data) && !isRegistered(data)
  if (state === 'skipped') {
    if (step.isRegistration === true && isMissing) throw invalidValue('stepId', 'not-allowed')
    if (step.isOptional !== true && filled(input.note) === undefined) {
      throw invalidValue('note', 'required')
    }
    return
  }
  // The outcome and the new password are recorded by calls of their own, if not under another guide already.
  if (step.isOutcome === true && data.outcome === undefined)
    throw invalidValue('stepId', 'not-allowed')
  if (step.isRegistration === true && (isMissing || data.registrations.length === 0)) {
    throw invalidValue('stepId', 'not-allowed')
  }
  if (step.question === undefined) return
  if (answer === undefined) throw invalidValue('answer', 'required')
  if (!step.question.answers.some((one) => one.id === answer)) {
    throw invalidValue('answer', 'not-allowed')
  }
}
