/**
 * How many tests ended how. Playwright's *flaky* (passed at a second try) counts as failed.
 *
 * @typedef {object} Tally
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {readonly string[]} failures What failed, and the first words of why.
 */

/**
 * The last line of every test command.
 *
 * @param {Tally} tally
 */
export function resultLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/**
 * Every failure once more: a long run has told of it thousands of lines before its end.
 *
 * @param {Tally} tally
 * @returns {readonly string[]} lines; none when nothing failed.
 */
export function failureLines({ failures }) {
  return failures.length === 0 ? [] : ['── failed', ...failures.map((failure) => `✗ ${failure}`)]
}

/** @param {readonly Tally[]} tallies */
export function sumTallies(tallies) {
  return tallies.reduce((sum, tally) => ({
    passed: sum.passed + tally.passed,
    failed: sum.failed + tally.failed,
    skipped: sum.skipped + tally.skipped,
    failures: [...sum.failures, ...tally.failures],
  }))
}

/**
 * Lint and types are not tests: they add nothing when they pass, one failure when they do not.
 *
 * @param {string} name
 * @param {number} status Exit code.
 * @returns {Tally}
 */
export function stepTally(name, status) {
  return status === 0
    ? { passed: 0, failed: 0, skipped: 0, failures: [] }
    : { passed: 0, failed: 1, skipped: 0, failures: [name] }
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
      failures: list(report, 'testResults').flatMap(vitestFailures),
    },
    'unit and vectors',
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
      failures: list(report, 'suites').flatMap((suite) => playwrightFailures(suite, '')),
    },
    'e2e',
    status,
  )
}

/**
 * A runner that failed without naming a test (a file that does not load, no test at all, a crash)
 * still failed.
 *
 * @param {Tally} tally
 * @param {string} name The runner's.
 * @param {number} status
 * @returns {Tally}
 */
function atLeastOneFailure(tally, name, status) {
  const isBroken = status !== 0 || tally.passed + tally.failed + tally.skipped === 0
  if (!isBroken || tally.failed > 0) return tally
  const unnamed = `${name}: ended with ${status} and names no test that failed`
  const failures = tally.failures.length === 0 ? [unnamed] : tally.failures
  return { ...tally, failed: 1, failures }
}

/**
 * @param {unknown} file One of vitest's `testResults`: a test file.
 * @returns {string[]}
 */
function vitestFailures(file) {
  const name = text(file, 'name').replace(/^.*(?=tests\/)/, '')
  const failed = list(file, 'assertionResults').filter((test) => text(test, 'status') === 'failed')
  if (failed.length === 0 && text(file, 'status') === 'failed') {
    return [described(name, text(file, 'message'))]
  }
  return failed.map((test) =>
    described(`${name} › ${text(test, 'fullName')}`, String(list(test, 'failureMessages')[0])),
  )
}

/**
 * @param {unknown} suite One of Playwright's `suites`: a file, or a `describe` in it.
 * @param {string} above The titles it stands under.
 * @returns {string[]}
 */
function playwrightFailures(suite, above) {
  const title = [above, text(suite, 'title')].filter(Boolean).join(' › ')
  return [
    ...list(suite, 'specs')
      .filter((spec) => list(spec, 'tests').some(isPlaywrightFailure))
      .map((spec) => described(`${title} › ${text(spec, 'title')}`, playwrightReason(spec))),
    ...list(suite, 'suites').flatMap((inner) => playwrightFailures(inner, title)),
  ]
}

/** @param {unknown} test */
function isPlaywrightFailure(test) {
  return ['unexpected', 'flaky'].includes(text(test, 'status'))
}

/**
 * @param {unknown} spec
 * @returns {string} what its first failing try said.
 */
function playwrightReason(spec) {
  const errors = list(spec, 'tests')
    .flatMap((test) => list(test, 'results'))
    .flatMap((result) => list(result, 'errors'))
  return text(errors[0], 'message')
}

const REASON_LINES = 3

/**
 * @param {string} name
 * @param {string} reason
 */
function described(name, reason) {
  const lines = reason.split('\n').filter((line) => line.trim() !== '')
  return [name, ...lines.slice(0, REASON_LINES)].join('\n    ')
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
 * @param {string} name
 */
function text(value, name) {
  const found = isObject(value) ? value[name] : undefined
  return typeof found === 'string' ? found : ''
}

/**
 * @param {unknown} value
 * @param {string} name
 * @returns {readonly unknown[]}
 */
function list(value, name) {
  const found = isObject(value) ? value[name] : undefined
  return Array.isArray(found) ? found : []
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isObject(value) {
  return typeof value === 'object' && value !== null
}
