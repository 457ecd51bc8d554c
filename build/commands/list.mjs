import { bench } from './bench.mjs'
import { bundle } from './bundle.mjs'
import { format, lint, types } from './checks.mjs'
import { dev } from './dev.mjs'
import { icons } from './icons.mjs'
import { prepareApp } from './prepare.mjs'
import { start } from './start.mjs'
import { check, e2e, test, unit } from './test.mjs'

/**
 * What `npm run` can do. A command takes the words after `--` and gives the exit code.
 *
 * @typedef {(args: string[]) => number | Promise<number>} Command
 */

/** @type {ReadonlyMap<string, Command>} */
export const COMMANDS = new Map(
  /** @type {[string, Command][]} */ ([
    ['start', start],
    ['dev', dev],
    ['build', bundle],
    ['test', test],
    ['check', check],
    ['unit', unit],
    ['e2e', e2e],
    ['lint', lint],
    ['types', types],
    ['format', format],
    ['bench', bench],
    ['package', packageApp],
    ['icons', icons],
    ['setup', setup],
  ]),
)

/** Set-up alone: what `npm start` does before the window. */
async function setup() {
  await prepareApp()
  return 0
}

/**
 * electron-builder takes most of a second to load: only this command waits for it.
 *
 * @param {string[]} args
 */
async function packageApp(args) {
  const command = await import('./package.mjs')
  return command.packageApp(args)
}
