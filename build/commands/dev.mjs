import { runOnDisplay } from '../setup/display.mjs'
import { prepareApp } from './prepare.mjs'

/** The app with hot reload of the window and a restart when the main side changes. */
export async function dev() {
  const { env } = await prepareApp()
  return runOnDisplay(process.execPath, ['build/dev.ts'], { env })
}
