import path from 'node:path'
import { runOnDisplay } from '../setup/display.mjs'
import { ensureElectron } from '../setup/electron.mjs'
import { ROOT } from '../setup/paths.mjs'
import { isRoot } from '../setup/shell.mjs'

/** Draws build/icons/icon.svg in every size a package needs. Run it after the drawing changed. */
export async function icons() {
  const { executable } = await ensureElectron()
  const sandbox = isRoot ? ['--no-sandbox'] : []
  return runOnDisplay(executable, [...sandbox, path.join(ROOT, 'build/icons')])
}
