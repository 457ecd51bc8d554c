import { spawnSync } from 'node:child_process'
import net from 'node:net'
import path from 'node:path'
import { ROOT } from './paths.mjs'
import { say } from './shell.mjs'

const RELEASES = 'https://github.com/electron/electron/releases/download/'
/** A machine that cannot connect in this time cannot download 100 MB either. */
const CONNECT_TIMEOUT_MS = 3000
const DOWNLOAD_TIMEOUT_MS = 20 * 60_000

/**
 * Downloads the official Electron by its own installer, which checks it against the SHA-256 list in
 * the `electron` package and honours ELECTRON_MIRROR, npm's `electron_mirror` and the rest.
 *
 * @param {string} version
 * @returns {Promise<boolean>} false when it cannot be had; the reason has been said.
 */
export async function fetchOfficialElectron(version) {
  const door = downloadDoor(process.env)
  if (!(await answers(door))) {
    say(`Electron ${version} cannot be downloaded: ${door.hostname} does not answer`)
    return false
  }
  say(`downloading Electron ${version} from ${door.hostname} (about 120 MB, once)`)
  const installer = path.join(ROOT, 'node_modules/electron/install.js')
  const env = hasProxy(process.env)
    ? { ...process.env, ELECTRON_GET_USE_PROXY: 'true' }
    : process.env
  const { status, stderr } = spawnSync(process.execPath, [installer], {
    cwd: path.dirname(installer),
    env: { ...env, ELECTRON_OVERRIDE_DIST_PATH: '' },
    stdio: ['ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
    timeout: DOWNLOAD_TIMEOUT_MS,
  })
  if (status === 0) return true
  const lines = stderr.split('\n')
  const reason =
    lines.find((line) => /checksum/i.test(line)) ?? lines.find((line) => /error/i.test(line))
  say(`Electron ${version} cannot be downloaded: ${reason?.trim() ?? 'no answer in time'}`)
  return false
}

/**
 * The first host a download has to reach: the proxy where there is one, else the mirror, else the
 * release host.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {URL}
 */
export function downloadDoor(env) {
  const address =
    proxy(env) ??
    env['npm_config_electron_mirror'] ??
    env['NPM_CONFIG_ELECTRON_MIRROR'] ??
    env['npm_package_config_electron_mirror'] ??
    env['ELECTRON_MIRROR'] ??
    RELEASES
  return URL.canParse(address) ? new URL(address) : new URL(RELEASES)
}

/** @param {NodeJS.ProcessEnv} env */
function proxy(env) {
  return env['HTTPS_PROXY'] ?? env['https_proxy']
}

/** @param {NodeJS.ProcessEnv} env */
function hasProxy(env) {
  return proxy(env) !== undefined
}

/**
 * @param {URL} url
 * @returns {Promise<boolean>} whether the host takes a connection.
 */
function answers(url) {
  const port = Number(url.port) || (url.protocol === 'http:' ? 80 : 443)
  return new Promise((resolve) => {
    const socket = net.connect({ host: url.hostname, port, timeout: CONNECT_TIMEOUT_MS })
    const end = (/** @type {boolean} */ answered) => {
      socket.destroy()
      resolve(answered)
    }
    socket.once('connect', () => end(true))
    socket.once('timeout', () => end(false))
    socket.once('error', () => end(false))
  })
}
