import { ensureElectron } from '../setup/electron.mjs'
import { isRoot } from '../setup/shell.mjs'
import { ensureBundle } from './bundle.mjs'

/**
 * All that has to be there before a window of ours can open.
 *
 * @returns {Promise<Prepared>}
 */
export async function prepareApp() {
  const prepared = await prepareElectron()
  ensureBundle()
  return prepared
}

/**
 * The same but for the bundle, for who makes another.
 *
 * @returns {Promise<Prepared>}
 *
 * @typedef {object} Prepared
 * @property {import('../setup/electron.mjs').ElectronRuntime} electron
 * @property {NodeJS.ProcessEnv} env For the app and its tests: which Electron, and whether it runs
 * without Chromium's sandbox (root cannot have it).
 */
export async function prepareElectron() {
  const electron = await ensureElectron()
  const env = { ...process.env, BEIAN_ELECTRON: electron.executable }
  return { electron, env: isRoot ? { ...env, BEIAN_NO_SANDBOX: '1' } : env }
}
