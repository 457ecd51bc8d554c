import { isHeadless, runOnDisplay } from '../setup/display.mjs'
import { ROOT } from '../setup/paths.mjs'
import { isRoot, say } from '../setup/shell.mjs'
import { prepareApp } from './prepare.mjs'

/**
 * Opens the app with the words after `--` (`--demo`, `--smoke`). Without a display it runs on a
 * virtual one, and a picture of its first screen is what there is to see.
 *
 * @param {string[]} args
 */
export async function start(args) {
  const { electron, env } = await prepareApp()
  const words = [...args]
  if (isHeadless) {
    const isSmoke = words.includes('--smoke')
    if (!isSmoke) words.push('--screenshot')
    // Chromium complains at length about the desktop services that such a machine does not have.
    words.push('--log-level=3')
    say(
      isSmoke
        ? 'no display: a virtual one is used; the screenshot will be out/smoke.png'
        : 'no display: a virtual one is used; the screenshot will be out/start.png. Ctrl+C ends the app.',
    )
  }
  const sandbox = isRoot ? ['--no-sandbox'] : []
  return runOnDisplay(electron.executable, [...sandbox, ROOT, ...words], { env })
}
