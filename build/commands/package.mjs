import { readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { build } from 'electron-builder'
import { FUSES, RELEASE, TESTING } from '../package-config.mjs'
import { ensureElectron, officialElectron } from '../setup/electron.mjs'
import { ROOT, readJson } from '../setup/paths.mjs'
import { must, SetupError, say } from '../setup/shell.mjs'
import { ensureBundle } from './bundle.mjs'
import { differingFuses } from './fuses.mjs'
import { packageRequest, refuseFallback } from './package-request.mjs'

/**
 * Packs the app into `dist/`. On Linux without further words: an unpacked folder and a .tar.gz;
 * `--linux`, `--win`, `--mac`, each with or without targets, as electron-builder takes them.
 * Refused on the fallback Electron unless `--for-testing` says what the package is for.
 *
 * @param {string[]} args
 */
export async function packageApp(args) {
  const request = packageRequest(args, process.platform)
  // Before anything is fetched for a package that will not be made.
  if (!request.isForTesting) refuseFallback((await officialElectron()) !== undefined, false)
  const electron = await ensureElectron()
  refuseFallback(electron.isOfficial, request.isForTesting)
  ensureBundle()

  const isTesting = !electron.isOfficial
  /** @type {{ folder: string, platform: string }[]} */
  const packed = []
  await build({
    ...request.targets,
    config: {
      ...(isTesting ? TESTING : RELEASE),
      ...(request.isForThisMachine
        ? { electronDist: electron.folder, electronVersion: electron.version }
        : {}),
      afterPack: ({ appOutDir, electronPlatformName }) => {
        packed.push({ folder: appOutDir, platform: electronPlatformName })
        // The fallback's own start-up code must not be found before the app's archive.
        rmSync(path.join(appOutDir, 'resources/app'), { recursive: true, force: true })
      },
    },
  })
  for (const { folder, platform } of packed) await checkPackage(folder, platform, isTesting)
  if (request.isTarball) packTarball(isTesting)
  return 0
}

/**
 * Reads the fuses back and looks at the native binaries: what was asked for is not yet what is there.
 *
 * @param {string} folder
 * @param {string} platform
 * @param {boolean} isTesting
 */
async function checkPackage(folder, platform, isTesting) {
  const { executableName, productName } = isTesting ? TESTING : RELEASE
  const program =
    platform === 'darwin'
      ? path.join(folder, `${productName}.app`)
      : path.join(folder, platform === 'win32' ? `${productName}.exe` : `${executableName}`)
  const wrong = await differingFuses(program, FUSES)
  if (wrong.length > 0) throw new SetupError(`Fuses are not set in ${program}: ${wrong.join(', ')}`)
  const natives = nativeBinaries(folder)
  const isRight = (/** @type {string} */ file) =>
    isTesting
      ? file.endsWith('build/Release/better_sqlite3.node')
      : path.basename(file).startsWith(`${platform}-`)
  if (natives.length === 0 || !natives.every(isRight)) {
    throw new SetupError(`The package holds the wrong native binaries: ${natives.join(', ')}`)
  }
  say(`checked ${path.relative(ROOT, folder)}: fuses set, native binary ${natives.join(', ')}`)
}

/** @param {string} folder */
function nativeBinaries(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.node'),
  )
}

/**
 * electron-builder would download a 7-Zip for this; tar is on every Linux.
 *
 * @param {boolean} isTesting
 */
function packTarball(isTesting) {
  const { version } = readJson(path.join(ROOT, 'package.json'))
  const name = `${isTesting ? 'beian-vault-test' : 'beian-vault'}-${version}-linux-${process.arch}`
  const unpacked = process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`
  const file = path.join('dist', `${name}.tar.gz`)
  must('tar', ['-czf', file, '-C', 'dist', `--transform=s,^${unpacked},${name},`, unpacked], 'tar')
  say(`packed dist/${unpacked}/ and ${file}`)
}
