import { runOnDisplay } from '../setup/display.mjs'
import { discardBundle } from './bundle.mjs'
import { prepareElectron } from './prepare.mjs'

/**
 * The app with hot reload of the window and a restart when the main side changes.
 *
 * @param {string[]} args For the app, such as `--demo`.
 */
export async function dev(args) {
  const { env } = await prepareElectron()
  discardBundle()
  return runOnDisplay(process.execPath, ['build/dev.ts', ...args], { env })
}
