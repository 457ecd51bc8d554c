import { describe, expect, it } from 'vitest'
import { packageRequest, refuseFallback } from '../../../build/commands/package-request.mjs'

describe('refuseFallback', () => {
  it('packs no fallback Electron unless it is for testing', () => {
    expect(() => refuseFallback(false, false)).toThrow(/fallback Electron/)
    expect(() => refuseFallback(false, true)).not.toThrow()
  })

  it('packs the official Electron, and never as a test', () => {
    expect(() => refuseFallback(true, false)).not.toThrow()
    expect(() => refuseFallback(true, true)).toThrow(/--for-testing/)
  })
})

describe('packageRequest', () => {
  it('makes a folder and a tarball on Linux when nothing else is said', () => {
    expect(packageRequest([], 'linux')).toEqual({
      isForTesting: false,
      isTarball: true,
      isForThisMachine: true,
      targets: { linux: ['dir'] },
    })
  })

  it('leaves the targets of another system to the configuration', () => {
    expect(packageRequest([], 'win32').targets).toEqual({})
    expect(packageRequest(['--mac'], 'darwin').targets).toEqual({ mac: [] })
  })

  it('takes systems with their targets and an architecture', () => {
    const request = packageRequest(['--win', 'nsis', 'portable', '--arm64'], 'linux')
    expect(request.targets).toEqual({ win: ['nsis', 'portable'], arm64: true })
    expect(request.isForThisMachine).toBe(false)
  })

  it('makes a test package for this machine only', () => {
    expect(packageRequest(['--for-testing'], 'linux').isForTesting).toBe(true)
    expect(() => packageRequest(['--for-testing', '--win'], 'linux')).toThrow(/this Linux only/)
    expect(() => packageRequest(['--for-testing'], 'win32')).toThrow(/this Linux only/)
  })

  it('refuses a word it does not know rather than pack something else', () => {
    expect(() => packageRequest(['--for-test'], 'linux')).toThrow(/--for-test/)
    expect(() => packageRequest(['nsis'], 'linux')).toThrow(/nsis/)
  })
})
