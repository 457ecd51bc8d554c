import { describe, expect, it } from 'vitest'
import { readArguments, vaultPathIn } from '../../../electron/shell/argv.ts'

const FROM_SOURCE = { isDefaultApp: true, isRelease: false, cwd: '/home/lin' }
const RELEASE = { isDefaultApp: false, isRelease: true, cwd: '/home/lin' }

describe('the command line', () => {
  it('takes the app folder of a run from source for no vault', () => {
    expect(readArguments(['electron', '.', '--demo', '--smoke'], FROM_SOURCE)).toEqual({
      launch: { isDemo: true, picture: 'smoke' },
    })
  })

  it('takes a vault, relative to where the person is', () => {
    expect(readArguments(['app', '台账.beian'], RELEASE)).toEqual({
      launch: { isDemo: false, vaultPath: '/home/lin/台账.beian' },
    })
    expect(readArguments(['app', '/srv/A.BEIAN'], RELEASE)).toEqual({
      launch: { isDemo: false, vaultPath: '/srv/A.BEIAN' },
    })
  })

  it('refuses a file that is no vault', () => {
    expect(readArguments(['app', 'notes.txt'], RELEASE)).toEqual({ refused: 'notes.txt' })
  })

  it.each([
    '--remote-debugging-port=9222',
    '--inspect',
    '--no-sandbox',
    '--user-data-dir=elsewhere',
    '--disable-web-security',
    '--load-extension=elsewhere',
    '--js-flags=--expose-gc',
    '--host-resolver-rules=MAP * 127.0.0.1',
    '--proxy-server=127.0.0.1:1',
    '--demo=1',
    '-r',
  ])('refuses %s in a release', (word) => {
    expect(readArguments(['app', word], RELEASE)).toEqual({ refused: word })
  })

  it('lets tests drive a run from source, and no more than that', () => {
    const driven = ['electron', '--inspect=0', '--remote-debugging-port=0', '--no-sandbox', '.']
    expect(readArguments(driven, FROM_SOURCE)).toEqual({ launch: { isDemo: false } })
    expect(readArguments([...driven, '--disable-web-security'], FROM_SOURCE)).toEqual({
      refused: '--disable-web-security',
    })
  })

  it('lets a keyring be picked in a release', () => {
    expect(readArguments(['app', '--password-store=gnome-libsecret'], RELEASE)).toEqual({
      launch: { isDemo: false },
    })
  })

  it('starts hidden at login, and only by that very word', () => {
    expect(readArguments(['app', '--hidden'], RELEASE)).toEqual({
      launch: { isDemo: false, isHidden: true },
    })
    expect(readArguments(['app', '--hidden=1'], RELEASE)).toEqual({ refused: '--hidden=1' })
  })

  it('finds the vault among the words of a second start, whatever else is there', () => {
    const argv = ['app', '--allow-file-access-from-files', 'C:\\x', '公司.beian']
    expect(vaultPathIn(argv, '/home/lin')).toBe('/home/lin/公司.beian')
    expect(vaultPathIn(['app', '--demo'], '/home/lin')).toBeUndefined()
  })
})
