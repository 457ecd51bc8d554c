import { describe, expect, it } from 'vitest'
import { openSteps, progressOf } from '../../../electron/cases/progress.ts'
import type { Guide } from '../../../shared/guides/guide.ts'
import { GUIDES } from '../../../shared/guides/guide-list.ts'
import type { OutcomeKind, RecoveryCase } from '../../../shared/records/recovery-case.ts'
import { type Walk, walksOf } from './guide-walk.ts'

const ENDS: readonly (OutcomeKind | undefined)[] = ['sent', 'account-regained']

/** Guides that are followed as a case; the quarterly check has a screen of its own. */
const FOLLOWED = GUIDES.filter(({ kind }) => kind !== 'check')

describe.each(FOLLOWED)('guide $code, as a case follows it', (guide) => {
  it.each(walksOf(guide).map((walk) => ({ name: nameOf(walk), walk })))(
    'goes $name',
    ({ walk }) => {
      const outcomes = guide.outcomes.length === 0 ? [undefined] : ENDS
      for (const outcome of outcomes) follow(guide, walk, outcome)
    },
  )
})

/** Records the steps of a walk one by one; each time the next one must be what the engine offers. */
function follow(guide: Guide, walk: Walk, kind: OutcomeKind | undefined): void {
  const followed: Pick<RecoveryCase, 'steps' | 'outcome' | 'guideChanges'> = {
    steps: [],
    guideChanges: [],
  }
  for (const [index, step] of walk.steps.entries()) {
    const at = index + 1
    const { onlyIfOutcome } = step
    if (onlyIfOutcome !== undefined && !(kind && onlyIfOutcome.includes(kind))) continue
    expect(progressOf(guide, followed).next?.step.id).toBe(step.id)
    const answer = walk.answers[step.id]
    followed.steps.push({
      guideId: guide.id,
      stepId: step.id,
      state: 'done',
      doneOn: '2026-03-02',
      at,
      recordedAt: at,
      person: '林知行',
      documentIds: [],
      ...(answer === undefined ? {} : { answer }),
    })
    if (step.isOutcome === true && kind !== undefined) {
      followed.outcome = { kind, at, recordedAt: at, person: '林知行' }
    }
  }
  const progress = progressOf(guide, followed)
  expect(progress.next).toBeUndefined()
  expect(progress.ended?.target).toEqual(walk.leadsTo)
  if (walk.leadsTo !== undefined) return
  expect(openSteps(progress)).toEqual([])
  expect(progress.settledCount).toBe(progress.stepCount)
}

function nameOf({ answers, leadsTo }: Walk): string {
  const given = Object.values(answers).join(', ') || 'straight on'
  return `${given}${leadsTo === undefined ? '' : ` → ${Object.values(leadsTo).join()}`}`
}
