import { describe, expect, it } from 'vitest'
import { isInstalled } from '../../../build/setup/packages.mjs'

const wanted = {
  packages: {
    '': { version: '1.0.0' },
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/b-windows': { version: '2.0.0', integrity: 'sha512-b', optional: true },
  },
}
const a = wanted.packages['node_modules/a']

describe('isInstalled', () => {
  it('is content without the optional binaries of other systems', () => {
    expect(isInstalled(wanted, { packages: { 'node_modules/a': a } })).toBe(true)
  })

  it('misses a package that the lock names', () => {
    expect(isInstalled(wanted, { packages: {} })).toBe(false)
  })

  it('sees another version and another content of the same version', () => {
    const other = (change: object) => ({ packages: { 'node_modules/a': { ...a, ...change } } })
    expect(isInstalled(wanted, other({ version: '1.0.1' }))).toBe(false)
    expect(isInstalled(wanted, other({ integrity: 'sha512-other' }))).toBe(false)
  })

  it('sees an optional package that is there but different', () => {
    const other = { version: '2.0.1', integrity: 'sha512-c' }
    const installed = { packages: { 'node_modules/a': a, 'node_modules/b-windows': other } }
    expect(isInstalled(wanted, installed)).toBe(false)
  })
})
