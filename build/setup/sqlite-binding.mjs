import { copyFileSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { nodeHeaders } from './node.mjs'
import { moveInto } from './packages.mjs'
import { ROOT, readJson, runtimeCache } from './paths.mjs'
import { must, say } from './shell.mjs'

const PACKAGE = path.join(ROOT, 'node_modules/better-sqlite3')
/**
 * better-sqlite3 looks here before its prebuilt binaries, in the main process, in worker threads
 * and in utility processes alike (a hook on `require` reaches only the first).
 */
const PLACE = path.join(PACKAGE, 'build/Release/better_sqlite3.node')
/** The prebuilt binary asks for Node-API 10, which Electron 33 does not have: it would crash. */
const FLAGS = { CFLAGS: '-O1', CXXFLAGS: '-O1 -UNAPI_VERSION -DNAPI_EXPERIMENTAL' }

/** What compiling takes, by the names that Debian's programs and packages share. */
export const COMPILER = ['python3', 'make', 'g++']

/** Whether the cache holds the binding of the installed better-sqlite3. */
export function isBindingCompiled() {
  return existsSync(cachedBinding())
}

/**
 * Puts a better-sqlite3 into node_modules that runs on the fallback Electron and on Node 24,
 * compiled from the source in its package when the cache has none.
 */
export function placeRebuiltBinding() {
  const binding = cachedBinding()
  if (!isBindingCompiled()) compile(path.dirname(binding))
  if (existsSync(PLACE) && statSync(PLACE).size === statSync(binding).size) return
  mkdirSync(path.dirname(PLACE), { recursive: true })
  // Under its own name first: a test may be loading the one in place.
  const partial = `${PLACE}.${process.pid}`
  copyFileSync(binding, partial)
  renameSync(partial, PLACE)
}

/** With an official Electron the prebuilt binary is the right one again. */
export function removeRebuiltBinding() {
  rmSync(path.join(PACKAGE, 'build'), { recursive: true, force: true })
}

function cachedBinding() {
  const { version } = readJson(path.join(PACKAGE, 'package.json'))
  return path.join(runtimeCache('electron'), `sqlite-${version}`, 'better_sqlite3.node')
}

/** @param {string} folder Where the binding goes; it appears only when it is whole. */
function compile(folder) {
  say('compiling better-sqlite3 for the fallback Electron (about a minute, once)')
  const work = `${folder}.${process.pid}`
  rmSync(work, { recursive: true, force: true })
  const source = path.join(work, 'better-sqlite3')
  cpSync(PACKAGE, source, { recursive: true })
  rmSync(path.join(source, 'build'), { recursive: true, force: true })
  const headers = path.join(ROOT, 'node_modules/node-addon-api')
  cpSync(headers, path.join(work, 'node_modules/node-addon-api'), { recursive: true })
  const gyp = path.join(ROOT, 'node_modules/node-gyp/bin/node-gyp.js')
  const args = [
    gyp,
    'rebuild',
    '--release',
    '--force_build=1',
    '-j',
    'max',
    `--nodedir=${nodeHeaders()}`,
  ]
  const env = { ...process.env, ...FLAGS }
  must(process.execPath, args, 'Compiling better-sqlite3', { cwd: source, env })
  const done = path.join(work, 'done')
  mkdirSync(done)
  const built = path.join(source, 'build/Release/better_sqlite3.node')
  copyFileSync(built, path.join(done, 'better_sqlite3.node'))
  moveInto(done, folder)
  rmSync(work, { recursive: true, force: true })
}
