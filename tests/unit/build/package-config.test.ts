import { readdirSync } from 'node:fs'
import path from 'node:path'
import { FuseV1Options } from '@electron/fuses'
import { describe, expect, it } from 'vitest'
import { FUSES, RELEASE, TESTING } from '../../../build/package-config.mjs'

const SQLITE = 'node_modules/better-sqlite3'
const ROOT = path.resolve(import.meta.dirname, '../../..')
const PREBUILDS = readdirSync(path.join(ROOT, SQLITE, 'prebuilds')).map(
  (name) => `${SQLITE}/prebuilds/${name}`,
)
const REBUILT = `${SQLITE}/build/Release/better_sqlite3.node`

/** Which of the native binaries stay, as electron-builder reads the patterns: a `!` takes away. */
function keptBinaries(patterns: unknown, architecture: string): string[] {
  if (!Array.isArray(patterns)) throw new Error('no patterns')
  const exclusions = patterns
    .map((pattern) => String(pattern).replace('${' + 'arch}', architecture))
    .filter((pattern) => pattern.startsWith('!'))
    .map((pattern) => pattern.slice(1))
  return [...PREBUILDS, REBUILT].filter(
    (file) => !exclusions.some((pattern) => path.matchesGlob(file, pattern)),
  )
}

describe('a package', () => {
  it.each([
    ['linux', 'x64', ['linux-x64']],
    ['linux', 'arm64', ['linux-arm64']],
    ['win', 'x64', ['win32-x64']],
    ['win', 'arm64', ['win32-arm64']],
    ['mac', 'universal', ['darwin-arm64', 'darwin-x64']],
  ] as const)('for %s %s holds the native binary of that system only', (system, arch, names) => {
    expect(keptBinaries(RELEASE[system]?.files, arch)).toEqual(
      names.map((name) => `${SQLITE}/prebuilds/${name}.node`),
    )
  })

  it('for testing holds only the binding compiled for the fallback Electron', () => {
    expect(keptBinaries(TESTING.linux?.files, 'x64')).toEqual([REBUILT])
  })

  it('for testing shares no name with the app', () => {
    for (const key of ['appId', 'productName', 'executableName', 'artifactName'] as const) {
      expect(TESTING[key]).not.toBe(RELEASE[key])
    }
    expect(TESTING.productName).toContain('测试运行时')
  })

  it('says of every fuse that Electron has what it must be', () => {
    const names = Object.values(FuseV1Options)
      .filter((name) => typeof name === 'string')
      .map((name) => `${name[0]?.toLowerCase()}${name.slice(1)}`)
    expect(Object.keys(FUSES).sort()).toEqual(names.sort())
  })
})
