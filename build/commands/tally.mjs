/**
 * How many tests ended how. Playwright's *flaky* (passed at a second try) counts as failed.
 *
 * @typedef {{ passed: number, failed: number, skipped: number }} Tally
 */

/**
 * The last line of every test command.
 *
 * @param {Tally} tally
 */
export function resultLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/** @param {readonly Tally[]} tallies */
export function sumTallies(tallies) {
  return tallies.reduce((sum, tally) => ({
    passed: sum.passed + tally.passed,
    failed: sum.failed + tally.failed,
    skipped: sum.skipped + tally.skipped,
  }))
}

/**
 * Lint and types are not tests: they add nothing when they pass, one failure when they do not.
 *
 * @param {number} status Exit code.
 * @returns {Tally}
 */
export function stepTally(status) {
  return { passed: 0, failed: status === 0 ? 0 : 1, skipped: 0 }
}

/**
 * @param {unknown} report vitest's JSON report; undefined when it wrote none.
 * @param {number} status Exit code.
 */
export function vitestTally(report, status) {
  return atLeastOneFailure(
    {
      passed: count(report, 'numPassedTests'),
      failed: count(report, 'numFailedTests'),
      skipped: count(report, 'numPendingTests') + count(report, 'numTodoTests'),
    },
    status,
  )
}

/**
 * @param {unknown} report Playwright's JSON report; undefined when it wrote none.
 * @param {number} status Exit code.
 */
export function playwrightTally(report, status) {
  const stats = isObject(report) ? report['stats'] : undefined
  return atLeastOneFailure(
    {
      passed: count(stats, 'expected'),
      failed: count(stats, 'unexpected') + count(stats, 'flaky'),
      skipped: count(stats, 'skipped'),
    },
    status,
  )
}

/**
 * A runner that failed without naming a test (a file that does not load, no test at all, a crash)
 * still failed.
 *
 * @param {Tally} tally
 * @param {number} status
 * @returns {Tally}
 */
function atLeastOneFailure(tally, status) {
  const isBroken = status !== 0 || tally.passed + tally.failed + tally.skipped === 0
  return isBroken && tally.failed === 0 ? { ...tally, failed: 1 } : tally
}

/**
 * @param {unknown} value
 * @param {string} name
 */
function count(value, name) {
  const found = isObject(value) ? value[name] : undefined
  return typeof found === 'number' ? found : 0
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isObject(value) {
  return typeof value === 'object' && value !== null
}
