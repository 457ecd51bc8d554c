import { describe, expect, it } from 'vitest'
import { openSteps, progressOf } from '../../../electron/cases/progress.ts'
import type { Guide, Step } from '../../../shared/guides/guide.ts'
import type { CaseStep, RecoveryCase } from '../../../shared/records/recovery-case.ts'

const words = (zh: string) => ({ zh, en: zh })

function step(id: string, more: Partial<Step> = {}): Step {
  return { id, title: words(id), text: words(id), sources: [], ...more }
}

/** A guide of seven steps, with every way to branch. */
const GUIDE: Guide = {
  id: 'a1',
  code: 'X',
  kind: 'route',
  title: words('x'),
  summary: words('x'),
  isRetiredByMessages: false,
  preconditions: [],
  steps: [
    step('look', { isPreFlight: true }),
    step('ask', {
      question: {
        text: words('?'),
        answers: [
          { id: 'here', text: words('here') },
          { id: 'later', text: words('later'), to: { step: 'result' } },
          { id: 'elsewhere', text: words('elsewhere'), to: { guide: 'm' } },
          { id: 'never', text: words('never'), to: { end: 'not-possible' } },
        ],
      },
    }),
    step('extra', { isOptional: true }),
    step('only-here', { onlyIf: { step: 'ask', answers: ['here'] } }),
    step('send', {
      failures: [
        { when: words('back'), to: { step: 'ask' } },
        { when: words('trouble'), to: { guide: 't1' } },
        { when: words('on'), to: { step: 'result' } },
      ],
    }),
    step('result', { isOutcome: true }),
    step('change', { onlyIfOutcome: ['sent'] }),
  ],
  materials: [],
  clocks: [],
  outcomes: ['sent'],
  failures: [],
  notes: [],
}

function gone(stepId: string, more: Partial<CaseStep> = {}): CaseStep {
  return {
    guideId: 'a1',
    stepId,
    state: 'done',
    doneOn: '2026-11-22',
    at: 1,
    recordedAt: 1,
    person: '林备案',
    documentIds: [],
    ...more,
  }
}

type Followed = Pick<RecoveryCase, 'steps' | 'outcome' | 'guideChanges'>

function at(steps: CaseStep[], more: Partial<Followed> = {}) {
  return progressOf(GUIDE, { steps, guideChanges: [], ...more })
}

const states = (progress: ReturnType<typeof at>) =>
  Object.fromEntries(progress.standings.map((one) => [one.step.id, one.state]))

const sent = { kind: 'sent', at: 1, recordedAt: 1, person: '林' } as const

describe('progress in a guide', () => {
  it('begins with the first step; what hangs on an answer or outcome waits', () => {
    const progress = at([])
    expect(progress.next?.step.id).toBe('look')
    expect(states(progress)).toEqual({
      look: 'open',
      ask: 'open',
      extra: 'open',
      'only-here': 'waiting',
      send: 'open',
      result: 'open',
      change: 'waiting',
    })
  })

  it('opens and leaves out steps by the answer', () => {
    const here = at([gone('look'), gone('ask', { answer: 'here' })])
    expect(states(here)['only-here']).toBe('open')
    const later = at([gone('look'), gone('ask', { answer: 'later' })])
    expect(states(later)).toMatchObject({
      extra: 'not-applicable',
      'only-here': 'not-applicable',
      send: 'not-applicable',
      result: 'open',
    })
    expect(later.next?.step.id).toBe('result')
  })

  it('offers an optional step only until something after it was done', () => {
    const before = [gone('look'), gone('ask', { answer: 'here' })]
    expect(at(before).next?.step.id).toBe('extra')
    expect(at([...before, gone('only-here')]).next?.step.id).toBe('send')
    expect(openSteps(at(before)).map((one) => one.step.id)).not.toContain('extra')
  })

  it('opens all again from the step that a failure leads back to', () => {
    const progress = at([
      gone('look'),
      gone('ask', { answer: 'here' }),
      gone('only-here'),
      gone('send', { state: 'failed', branch: 0 }),
    ])
    expect(states(progress)).toMatchObject({
      look: 'done',
      ask: 'open',
      'only-here': 'waiting',
      send: 'open',
    })
    expect(progress.next?.step.id).toBe('ask')
    expect(progress.standings.find((one) => one.step.id === 'send')?.attempts).toBe(1)
  })

  it('counts a step that was done again after a failure', () => {
    const progress = at([
      gone('look'),
      gone('ask', { answer: 'here' }),
      gone('only-here'),
      gone('send', { state: 'failed', branch: 0 }),
      gone('ask', { answer: 'here' }),
      gone('only-here'),
      gone('send'),
    ])
    expect(progress.next?.step.id).toBe('result')
    expect(progress.standings.find((one) => one.step.id === 'send')?.attempts).toBe(2)
  })

  it('stays at a failure whose trouble has a guide of its own, until it has come back', () => {
    const steps = [
      gone('look'),
      gone('ask', { answer: 'here' }),
      gone('only-here'),
      gone('send', { state: 'failed', branch: 1, recordedAt: 10 }),
    ]
    const stuck = at(steps)
    expect(stuck.next).toMatchObject({ state: 'failed', leadsTo: { guide: 't1' } })
    expect(openSteps(stuck).map((one) => one.step.id)).toContain('send')
    const common = { reason: '好了', person: '林' }
    const back = at(steps, {
      guideChanges: [
        { fromGuideId: 'a1', toGuideId: 't1', at: 20, ...common },
        { fromGuideId: 't1', toGuideId: 'a1', at: 30, ...common },
      ],
    })
    expect(states(back)['send']).toBe('open')
  })

  it('is through with a failure that leads on', () => {
    const progress = at([
      gone('look'),
      gone('ask', { answer: 'here' }),
      gone('only-here'),
      gone('send', { state: 'failed', branch: 2 }),
    ])
    expect(progress.next?.step.id).toBe('result')
    expect(openSteps(progress).map((one) => one.step.id)).toEqual(['result'])
  })

  it('ends where an answer leads away or nowhere', () => {
    const away = at([gone('look'), gone('ask', { answer: 'elsewhere' })])
    expect(away.next).toBeUndefined()
    expect(away.ended?.target).toEqual({ guide: 'm' })
    expect(openSteps(away)).toEqual([])
    const never = at([gone('look'), gone('ask', { answer: 'never' })])
    expect(never.ended?.target).toEqual({ end: 'not-possible' })
  })

  it('asks anew what led away, once the case has come back', () => {
    const steps = [gone('look'), gone('ask', { answer: 'elsewhere', recordedAt: 10 })]
    const change = { fromGuideId: 'm', toGuideId: 'a1', at: 20, reason: '账号找回了', person: '林' }
    expect(at(steps, { guideChanges: [change] }).next?.step.id).toBe('ask')
  })

  it('takes the common pre-flight as done whichever guide it was done under', () => {
    const progress = at([
      gone('look', { guideId: 'm' }),
      gone('ask', { guideId: 'm', answer: 'here' }),
    ])
    expect(states(progress)).toMatchObject({ look: 'done', ask: 'open' })
  })

  it('opens what an outcome calls for, and nothing else', () => {
    const all = [gone('look'), gone('ask', { answer: 'later' }), gone('result')]
    expect(at(all, { outcome: { ...sent } }).next?.step.id).toBe('change')
    const other = at(all, { outcome: { ...sent, kind: 'reset-by-user' } })
    expect(states(other)['change']).toBe('not-applicable')
    expect(other.next).toBeUndefined()
    expect([other.settledCount, other.stepCount]).toEqual([3, 3])
  })

  it('lets a skipped question open nothing that hangs on its answer', () => {
    const progress = at([gone('look'), gone('ask', { state: 'skipped', note: '不适用' })])
    expect(states(progress)).toMatchObject({ ask: 'skipped', 'only-here': 'not-applicable' })
  })
})
