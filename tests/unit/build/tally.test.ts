import { describe, expect, it } from 'vitest'
import {
  playwrightTally,
  resultLine,
  stepTally,
  sumTallies,
  vitestTally,
} from '../../../build/commands/tally.mjs'

const unitReport = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0 }
const e2eReport = { stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0 } }

describe('the result line', () => {
  it('adds unit and e2e and is silent about lint and types that pass', () => {
    const total = sumTallies([
      stepTally(0),
      stepTally(0),
      vitestTally(unitReport, 0),
      playwrightTally(e2eReport, 0),
    ])
    expect(resultLine(total)).toBe('10 passed, 0 failed, 1 skipped')
  })

  it('says nothing of skipped tests when there are none', () => {
    expect(resultLine({ passed: 2, failed: 0, skipped: 0 })).toBe('2 passed, 0 failed')
  })

  it('counts a failing lint or type check as a failure', () => {
    expect(sumTallies([stepTally(1), playwrightTally(e2eReport, 0)]).failed).toBe(1)
  })
})

describe('a runner', () => {
  it('that wrote no report has failed', () => {
    expect(vitestTally(undefined, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 })
    expect(playwrightTally(undefined, 0).failed).toBe(1)
  })

  it('that ended badly without naming a test has failed', () => {
    expect(vitestTally(unitReport, 1)).toEqual({ passed: 7, failed: 1, skipped: 1 })
  })

  it('is not counted twice when it named the test that failed', () => {
    const failing = { stats: { expected: 2, unexpected: 1, flaky: 0, skipped: 0 } }
    expect(playwrightTally(failing, 1)).toEqual({ passed: 2, failed: 1, skipped: 0 })
  })

  it('that ran nothing has failed', () => {
    const empty = { stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 } }
    expect(playwrightTally(empty, 0).failed).toBe(1)
  })

  it('that passed a test only at the second try has failed', () => {
    const flaky = { stats: { expected: 2, unexpected: 0, flaky: 1, skipped: 0 } }
    expect(playwrightTally(flaky, 0)).toEqual({ passed: 2, failed: 1, skipped: 0 })
  })
})
