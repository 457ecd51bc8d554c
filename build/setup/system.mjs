import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { isHeadless } from './display.mjs'
import { hasProgram, isRoot, must, SetupError, say } from './shell.mjs'

/** What an Electron links to and a bare Debian lacks; 24.04 and 13 call some of them …t64. */
const LIBRARIES = [
  'libgtk-3-0',
  'libnss3',
  'libgbm1',
  'libasound2',
  'libatk-bridge2.0-0',
  'libxss1',
  'libxtst6',
]

const SET_USER_ID = 0o4000

/**
 * Makes sure that `executable` finds its libraries, that Chinese can be drawn, and that there is a
 * virtual display where there is no real one. Linux only; elsewhere the system brings all this.
 *
 * @param {string} executable
 * @param {readonly string[]} [programs] More that is needed, by the names that programs and Debian
 * packages share.
 * @throws {SetupError} with the exact command, when it is not ours to install something.
 */
export function ensureSystem(executable, programs = []) {
  if (process.platform !== 'linux') return
  ensureSandbox(executable)
  const packages = programs.filter((program) => !hasProgram(program))
  const missing = missingLibraries(executable)
  if (missing.length > 0) packages.push(...LIBRARIES)
  if (isHeadless && !(hasProgram('xvfb-run') && hasProgram('xauth'))) packages.push('xvfb', 'xauth')
  if (!hasChineseFont()) packages.push('fontconfig', 'fonts-noto-cjk')
  install(packages, missing)
}

/**
 * Makes sure that a real keyring can be had: the tests seal a key by it. Linux only.
 *
 * @throws {SetupError} with the exact command, when it is not ours to install something.
 */
export function ensureKeyring() {
  if (process.platform !== 'linux') return
  if (hasProgram('dbus-run-session') && hasProgram('gnome-keyring-daemon')) return
  install(['dbus', 'gnome-keyring', 'libsecret-1-0'], [])
}

/**
 * Makes sure that KeePassXC's own program can be had: the tests let it open what the app exports. Linux only.
 *
 * @throws {SetupError} with the exact command, when it is not ours to install something.
 */
export function ensureKeePassXC() {
  if (process.platform !== 'linux') return
  if (!hasProgram('keepassxc-cli')) install(['keepassxc'], [])
}

/**
 * Chromium's sandbox needs either user namespaces or a helper that belongs to root; where a system
 * forbids the first (Ubuntu 24.04, a chroot), Electron ends at once with a trap.
 *
 * @param {string} executable
 */
function ensureSandbox(executable) {
  const helper = path.join(path.dirname(executable), 'chrome-sandbox')
  if (isRoot || !existsSync(helper) || mayMakeNamespaces()) return
  const { uid, mode } = statSync(helper)
  if (uid === 0 && (mode & SET_USER_ID) !== 0) return
  throw new SetupError(
    `This system forbids user namespaces, so the window's sandbox needs its helper. Run this, then the command again:\n  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`,
  )
}

/** Tried, not looked up: sysctls, AppArmor, containers and chroots each have a way to forbid it. */
function mayMakeNamespaces() {
  const { status, error } = spawnSync('unshare', ['--user', '--map-root-user', 'true'])
  return error !== undefined || status === 0
}

/** @param {string} executable */
function missingLibraries(executable) {
  const { stdout } = spawnSync('ldd', [executable], { encoding: 'utf8' })
  return [...(stdout ?? '').matchAll(/^\s*(\S+) => not found/gm)].map(([, name]) => name)
}

function hasChineseFont() {
  const { stdout } = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' })
  return (stdout ?? '').trim() !== ''
}

/**
 * @param {readonly string[]} packages Debian names.
 * @param {readonly (string | undefined)[]} libraries What was found missing, for other systems.
 */
function install(packages, libraries) {
  if (packages.length === 0) return
  if (!existsSync('/etc/debian_version') || !hasProgram('apt-get')) {
    const detail = libraries.length > 0 ? `\nMissing libraries: ${libraries.join(' ')}` : ''
    throw new SetupError(
      `This system lacks what Debian calls: ${packages.join(' ')}.${detail}\nInstall them with your package manager, then run the command again.`,
    )
  }
  if (!isRoot) {
    throw new SetupError(
      `This system lacks something. Run this, then the command again:\n  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${debianNames(packages).join(' ')}`,
    )
  }
  say(`apt-get install ${packages.join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  must('apt-get', ['update', '-qq'], 'Reading the package lists', { env })
  // Only now does apt know the names of this release.
  const names = debianNames(packages)
  const args = ['install', '-y', '-qq', '--no-install-recommends', ...names]
  must('apt-get', args, 'Installing system packages', { env })
}

/**
 * The names this release uses: Debian 13 and Ubuntu 24.04 renamed libraries whose time_t grew.
 *
 * @param {readonly string[]} names
 */
function debianNames(names) {
  const renamed = names.map((name) => `${name}t64`)
  const { stdout } = spawnSync('apt-cache', ['show', '--no-all-versions', ...renamed], {
    encoding: 'utf8',
  })
  const known = new Set([...(stdout ?? '').matchAll(/^Package: (\S+)/gm)].map(([, name]) => name))
  return names.map((name) => (known.has(`${name}t64`) ? `${name}t64` : name))
}
