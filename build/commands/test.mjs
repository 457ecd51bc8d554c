import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from '../setup/paths.mjs'
import { ensureKeePassXC, ensureKeyring } from '../setup/system.mjs'
import { tool } from '../setup/tools.mjs'
import { lint, types } from './checks.mjs'
import { prepareApp } from './prepare.mjs'
import {
  failureLines,
  playwrightTally,
  resultLine,
  stepTally,
  sumTallies,
  vitestTally,
} from './tally.mjs'

const UNIT_REPORT = 'out/unit.json'
const E2E_REPORT = 'out/e2e.json'

/** Everything: lint, types, unit and vectors, e2e in a real window. Ends with the result line. */
export async function test() {
  ensureKeyring()
  ensureKeePassXC()
  const { env } = await prepareApp()
  return conclude([
    step('lint', () => lint([])),
    step('types', () => types([])),
    unitTally([]),
    e2eTally([], env),
  ])
}

/** What can be checked without a window. */
export function check() {
  ensureKeePassXC()
  return conclude([step('lint', () => lint([])), step('types', () => types([])), unitTally([])])
}

/** @param {string[]} args Files or names, as vitest takes them. */
export function unit(args) {
  ensureKeePassXC()
  return conclude([unitTally(args)])
}

/** @param {string[]} args Files or names, as Playwright takes them. */
export async function e2e(args) {
  ensureKeyring()
  const { env } = await prepareApp()
  return conclude([e2eTally(args, env)])
}

/** @typedef {import('./tally.mjs').Tally} Tally */

/**
 * @param {readonly Tally[]} tallies
 * @returns {number} the exit code.
 */
function conclude(tallies) {
  const total = sumTallies(tallies)
  const failures = failureLines(total).join('\n')
  if (failures !== '') console.log(`\n${failures}`)
  console.log(`\n${resultLine(total)}`)
  return total.failed === 0 ? 0 : 1
}

/**
 * @param {string} name
 * @param {() => number} work
 */
function step(name, work) {
  console.log(`\n── ${name}`)
  return stepTally(name, work())
}

/** @param {string[]} args */
function unitTally(args) {
  console.log('\n── unit and vectors')
  const report = freshReport(UNIT_REPORT)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const status = tool('vitest', [
    'run',
    '--config',
    'tests/vitest.config.ts',
    ...reporters,
    ...args,
  ])
  return vitestTally(readReport(report), status)
}

/**
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
function e2eTally(args, env) {
  console.log('\n── e2e')
  const report = freshReport(E2E_REPORT)
  const status = tool('playwright', ['test', '--config', 'tests/playwright.config.ts', ...args], {
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    onDisplay: true,
  })
  return playwrightTally(readReport(report), status)
}

/**
 * An old report must never be taken for the answer of a run that wrote none.
 *
 * @param {string} name
 */
function freshReport(name) {
  const file = path.join(ROOT, name)
  rmSync(file, { force: true })
  return file
}

/**
 * @param {string} file
 * @returns {unknown} undefined when the runner wrote none.
 */
function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}
