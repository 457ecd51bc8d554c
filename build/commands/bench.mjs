import { runOnDisplay } from '../setup/display.mjs'
import { prepareApp } from './prepare.mjs'

/**
 * Measures what docs/performance.md tells; `--json FILE` writes the figures.
 *
 * @param {string[]} args
 */
export async function bench(args) {
  const { env } = await prepareApp()
  return runOnDisplay(process.execPath, ['tests/bench/bench.ts', ...args], { env })
}
