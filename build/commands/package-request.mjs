import { SetupError } from '../setup/shell.mjs'

/** @typedef {Pick<import('electron-builder').CliOptions, 'linux' | 'win' | 'mac' | 'x64' | 'arm64' | 'universal' | 'dir'>} Targets */

/**
 * What `npm run package -- …` asks for.
 *
 * @typedef {object} PackageRequest
 * @property {boolean} isForTesting
 * @property {boolean} isTarball Pack the unpacked Linux folder ourselves.
 * @property {boolean} isForThisMachine The Electron at hand is the one to pack.
 * @property {Targets} targets
 */

const SYSTEMS = /** @type {const} */ (['linux', 'win', 'mac'])
const ARCHITECTURES = /** @type {const} */ (['x64', 'arm64', 'universal'])

/**
 * @param {readonly string[]} args Such as `--for-testing`, or `--win nsis portable --arm64`.
 * @param {string} platform As `process.platform`.
 * @returns {PackageRequest}
 * @throws {SetupError} for a word that is none of ours.
 */
export function packageRequest(args, platform) {
  /** @type {Targets} */
  const targets = {}
  let isForTesting = false
  /** @type {string[] | undefined} */
  let formats
  for (const word of args) {
    const flag = word.startsWith('--') ? word.slice(2) : undefined
    const system = SYSTEMS.find((name) => name === flag)
    const architecture = ARCHITECTURES.find((name) => name === flag)
    if (flag === 'for-testing') isForTesting = true
    else if (architecture !== undefined) targets[architecture] = true
    else if (system !== undefined) {
      formats = []
      targets[system] = formats
    } else if (flag === undefined && formats !== undefined) formats.push(word)
    else {
      throw new SetupError(
        `npm run package does not know "${word}". It takes --for-testing, --linux, --win and --mac (each with targets), --x64, --arm64, --universal.`,
      )
    }
  }
  const asked = SYSTEMS.filter((name) => targets[name] !== undefined)
  const isTarball = platform === 'linux' && asked.length === 0
  if (isTarball) targets.linux = ['dir']
  if (isForTesting && !isTarball) {
    throw new SetupError('--for-testing packs for this Linux only: give no other target with it.')
  }
  const isOtherArchitecture = ARCHITECTURES.some((name) => targets[name] === true)
  const isForThisMachine =
    platform === 'linux' &&
    !isOtherArchitecture &&
    targets.win === undefined &&
    targets.mac === undefined
  return { isForTesting, isTarball, isForThisMachine, targets }
}

/**
 * @param {boolean} isOfficial
 * @param {boolean} isForTesting
 * @throws {SetupError} unless the runtime may be packed.
 */
export function refuseFallback(isOfficial, isForTesting) {
  if (isOfficial && isForTesting) {
    throw new SetupError('--for-testing is for the fallback Electron; the official one is here.')
  }
  if (!isOfficial && !isForTesting) {
    throw new SetupError(
      'No package: only the fallback Electron is at hand, which is old, unofficial and not for passwords.\n' +
        'Let the official one be downloaded (ELECTRON_MIRROR, HTTPS_PROXY), or add `-- --for-testing` for a\n' +
        'package that is named so and says 测试运行时 in its window.',
    )
  }
}
