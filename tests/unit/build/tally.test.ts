import { describe, expect, it } from 'vitest'
import {
  failureLines,
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
      stepTally('lint', 0),
      stepTally('types', 0),
      vitestTally(unitReport, 0),
      playwrightTally(e2eReport, 0),
    ])
    expect(resultLine(total)).toBe('10 passed, 0 failed, 1 skipped')
  })

  it('says nothing of skipped tests when there are none', () => {
    expect(resultLine({ passed: 2, failed: 0, skipped: 0, failures: [] })).toBe(
      '2 passed, 0 failed',
    )
  })

  it('counts a failing lint or type check as a failure', () => {
    expect(sumTallies([stepTally('lint', 1), playwrightTally(e2eReport, 0)]).failed).toBe(1)
  })
})

describe('a runner', () => {
  it('that wrote no report has failed', () => {
    expect(vitestTally(undefined, 0)).toMatchObject({ passed: 0, failed: 1, skipped: 0 })
    expect(playwrightTally(undefined, 0).failed).toBe(1)
  })

  it('that ended badly without naming a test has failed', () => {
    expect(vitestTally(unitReport, 1)).toMatchObject({ passed: 7, failed: 1, skipped: 1 })
  })

  it('is not counted twice when it named the test that failed', () => {
    const failing = { stats: { expected: 2, unexpected: 1, flaky: 0, skipped: 0 } }
    expect(playwrightTally(failing, 1)).toMatchObject({ passed: 2, failed: 1, skipped: 0 })
  })

  it('that ran nothing has failed', () => {
    const empty = { stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 } }
    expect(playwrightTally(empty, 0).failed).toBe(1)
  })

  it('that passed a test only at the second try has failed', () => {
    const flaky = { stats: { expected: 2, unexpected: 0, flaky: 1, skipped: 0 } }
    expect(playwrightTally(flaky, 0)).toMatchObject({ passed: 2, failed: 1, skipped: 0 })
  })
})

describe('what failed', () => {
  it('is not told of when nothing did', () => {
    expect(failureLines(vitestTally(unitReport, 0))).toEqual([])
  })

  it('is named with its file and its reason, unit test or file that did not load', () => {
    const report = {
      ...unitReport,
      numFailedTests: 1,
      testResults: [
        {
          name: '/home/someone/vault/tests/unit/a.test.ts',
          status: 'failed',
          assertionResults: [
            { status: 'passed', fullName: 'a vault opens', failureMessages: [] },
            {
              status: 'failed',
              fullName: 'a vault locks',
              failureMessages: ['Error: not locked\n\n  at 1\n  at 2\n  at 3'],
            },
          ],
        },
        { name: 'tests/unit/b.test.ts', status: 'failed', message: 'no such module' },
      ],
    }
    expect(failureLines(vitestTally(report, 1))).toEqual([
      '── failed',
      '✗ tests/unit/a.test.ts › a vault locks\n    Error: not locked\n      at 1\n      at 2',
      '✗ tests/unit/b.test.ts\n    no such module',
    ])
  })

  it('is named with its file and its reason in the window too, at whatever depth', () => {
    const failing = (message: string, status: string) => ({
      status,
      results: [{ errors: [{ message }] }],
    })
    const report = {
      stats: { expected: 1, unexpected: 1, flaky: 1, skipped: 0 },
      suites: [
        {
          title: 'lock.spec.ts',
          specs: [
            { title: 'locks', tests: [{ status: 'expected', results: [{ errors: [] }] }] },
            { title: 'opens', tests: [failing('gone', 'unexpected')] },
          ],
          suites: [
            {
              title: 'at night',
              specs: [{ title: 'locks too', tests: [failing('late', 'flaky')] }],
            },
          ],
        },
      ],
    }
    expect(failureLines(playwrightTally(report, 1))).toEqual([
      '── failed',
      '✗ lock.spec.ts › opens\n    gone',
      '✗ lock.spec.ts › at night › locks too\n    late',
    ])
  })

  it('is the step or the runner where no test is named', () => {
    const total = sumTallies([stepTally('types', 2), playwrightTally(undefined, 1)])
    expect(failureLines(total)).toEqual([
      '── failed',
      '✗ types',
      '✗ e2e: ended with 1 and names no test that failed',
    ])
  })
})
