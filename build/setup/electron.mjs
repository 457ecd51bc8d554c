import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fallbackElectron, hasFallback } from './fallback-electron.mjs'
import { fetchOfficialElectron } from './official-electron.mjs'
import { ROOT, readJson } from './paths.mjs'
import { SetupError, say } from './shell.mjs'
import {
  COMPILER,
  isBindingCompiled,
  placeRebuiltBinding,
  removeRebuiltBinding,
} from './sqlite-binding.mjs'
import { ensureSystem } from './system.mjs'

/**
 * An Electron that is ready to start, with all that it needs of the system and of better-sqlite3.
 *
 * @typedef {object} ElectronRuntime
 * @property {string} executable
 * @property {string} folder What electron-builder calls `electronDist`.
 * @property {string} version
 * @property {boolean} isOfficial False: the fallback, for running from source and testing only.
 */

/**
 * The Electron to run on: the official one, fetched at every start that still lacks it; where it
 * cannot be had the fallback, said aloud.
 *
 * @returns {Promise<ElectronRuntime>}
 * @throws {SetupError} where there is neither.
 */
export async function ensureElectron() {
  const official = await officialElectron()
  if (official !== undefined) {
    ensureSystem(official.executable)
    removeRebuiltBinding()
    return official
  }
  if (!hasFallback()) {
    throw new SetupError(
      `Electron ${wantedVersion()} could not be downloaded, and there is no fallback for ${process.platform}-${process.arch}.\n` +
        'Set ELECTRON_MIRROR to a mirror you can reach (an address that ends in /), or HTTPS_PROXY,\n' +
        'or ELECTRON_OVERRIDE_DIST_PATH to an unpacked official Electron; then run the command again.',
    )
  }
  const fallback = await fallbackElectron()
  // One look at the system for all of it: who has to install something is told once.
  ensureSystem(fallback.executable, isBindingCompiled() ? [] : COMPILER)
  placeRebuiltBinding()
  say(
    `WARNING: running on the fallback Electron ${fallback.version}, 测试运行时: old, unofficial, pinned only by hash.\n` +
      `         For trying and testing from source. Keep no real passwords in it. It is never packaged.`,
  )
  return fallback
}

/** @returns {Promise<ElectronRuntime | undefined>} undefined when it cannot be had here. */
export async function officialElectron() {
  return overridden() ?? installed() ?? (await fetched())
}

/** The official version that package.json pins. */
export function wantedVersion() {
  return readJson(path.join(ROOT, 'package.json')).devDependencies.electron
}

/** @returns {ElectronRuntime | undefined} the Electron of ELECTRON_OVERRIDE_DIST_PATH. */
function overridden() {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (!folder) return undefined
  const runtime = officialIn(path.resolve(folder))
  if (runtime !== undefined) return runtime
  throw new SetupError(
    `ELECTRON_OVERRIDE_DIST_PATH holds no Electron ${wantedVersion()} (executable and file "version"): ${folder}`,
  )
}

/** @returns {ElectronRuntime | undefined} */
function installed() {
  return officialIn(path.join(ROOT, 'node_modules/electron/dist'))
}

/** @returns {Promise<ElectronRuntime | undefined>} */
async function fetched() {
  return (await fetchOfficialElectron(wantedVersion())) ? installed() : undefined
}

/**
 * @param {string} folder
 * @returns {ElectronRuntime | undefined}
 */
function officialIn(folder) {
  const executable = path.join(folder, executableName())
  const versionFile = path.join(folder, 'version')
  if (!existsSync(executable) || !existsSync(versionFile)) return undefined
  const version = readFileSync(versionFile, 'utf8').trim().replace(/^v/, '')
  if (version !== wantedVersion()) return undefined
  return { executable, folder, version, isOfficial: true }
}

function executableName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return process.platform === 'win32' ? 'electron.exe' : 'electron'
}
