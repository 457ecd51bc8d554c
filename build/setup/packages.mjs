import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { ROOT, readJson } from './paths.mjs'
import { must, run, SetupError, say } from './shell.mjs'

/** No package of ours needs its install script, so none runs. */
const CI_FLAGS = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']

/** Runs `npm ci` when what is installed is not what the lock says. */
export function installPackages() {
  const lock = readJson(path.join(ROOT, 'package-lock.json'))
  const hidden = path.join(ROOT, 'node_modules/.package-lock.json')
  if (existsSync(hidden) && isInstalled(lock, readJson(hidden))) return
  say('npm ci (packages of package-lock.json)')
  const [program, args] = npm(CI_FLAGS)
  if (run(program, args) !== 0) {
    throw new SetupError(
      'npm ci failed. Is the npm registry reachable (npm ping)? Behind a proxy set HTTPS_PROXY, ' +
        'for a mirror `npm config set registry <address>`, then run the command again.',
    )
  }
}

/**
 * Whether `installed`, the lock npm leaves in node_modules, holds every package of `lock` by hash.
 * Optional packages (binaries of other systems) may be absent, but not different.
 *
 * @param {Lock} lock
 * @param {Lock} installed
 */
export function isInstalled(lock, installed) {
  return Object.entries(lock.packages).every(([place, wanted]) => {
    if (place === '') return true
    const found = installed.packages[place]
    if (found === undefined) return wanted.optional === true || wanted.devOptional === true
    return found.version === wanted.version && found.integrity === wanted.integrity
  })
}

/**
 * Installs a private package of `build/runtime/` by its lock into `folder`, which appears only
 * when all of it is there.
 *
 * @param {'node' | 'electron'} name
 * @param {string} folder
 */
export function installPrivatePackage(name, folder) {
  const partial = `${folder}.${process.pid}`
  rmSync(partial, { recursive: true, force: true })
  mkdirSync(partial, { recursive: true })
  for (const file of ['package.json', 'package-lock.json']) {
    cpSync(path.join(ROOT, 'build/runtime', name, file), path.join(partial, file))
  }
  const [program, args] = npm(CI_FLAGS)
  must(program, args, `Fetching build/runtime/${name} from the npm registry`, { cwd: partial })
  moveInto(partial, folder)
}

/**
 * Gives a finished folder its name; when another run was faster, its folder stays.
 *
 * @param {string} partial
 * @param {string} folder
 */
export function moveInto(partial, folder) {
  mkdirSync(path.dirname(folder), { recursive: true })
  try {
    renameSync(partial, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
    rmSync(partial, { recursive: true, force: true })
  }
}

/**
 * How to start npm: the one that started us, run by this Node, else the one in the path.
 *
 * @param {readonly string[]} args
 * @returns {[string, string[]]}
 */
function npm(args) {
  const script = process.env['npm_execpath']
  if (script !== undefined && /npm-cli\.[cm]?js$/.test(script) && existsSync(script)) {
    return [process.execPath, [script, ...args]]
  }
  return process.platform === 'win32'
    ? ['cmd.exe', ['/d', '/c', 'npm', ...args]]
    : ['npm', [...args]]
}

/**
 * What we read of a package-lock.json (version 3).
 *
 * @typedef {{ packages: Record<string, LockedPackage> }} Lock
 * @typedef {{ version?: string, integrity?: string, resolved?: string, optional?: boolean, devOptional?: boolean, hasInstallScript?: boolean }} LockedPackage
 */
