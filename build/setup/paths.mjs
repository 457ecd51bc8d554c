import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout: everything the project owns is below it. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/**
 * Where downloads and compiled parts are kept between clones: the user's cache folder, not the
 * checkout, so that a fresh clone finds them again.
 *
 * @param {NodeJS.ProcessEnv} [env]
 */
export function cacheRoot(env = process.env) {
  if (env['XDG_CACHE_HOME']) return path.join(env['XDG_CACHE_HOME'], 'beian-vault')
  if (process.platform === 'darwin') return path.join(os.homedir(), 'Library/Caches/beian-vault')
  if (process.platform === 'win32') {
    return path.join(env['LOCALAPPDATA'] ?? os.homedir(), 'beian-vault', 'Cache')
  }
  return path.join(os.homedir(), '.cache', 'beian-vault')
}

/**
 * The cache folder of one private package of `build/runtime/`, named after its lock: another lock
 * is another folder, so nothing old is ever taken for something new.
 *
 * @param {'node' | 'electron'} name
 */
export function runtimeCache(name) {
  const lock = path.join(ROOT, 'build/runtime', name, 'package-lock.json')
  return path.join(cacheRoot(), `${name}-${sha256(readFileSync(lock)).slice(0, 12)}`)
}

/** @param {string | Uint8Array} data */
export function sha256(data) {
  return createHash('sha256').update(data).digest('hex')
}

/** @param {string} file */
export function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'))
}
