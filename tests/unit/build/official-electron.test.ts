import { describe, expect, it } from 'vitest'
import { downloadDoor } from '../../../build/setup/official-electron.mjs'

describe('downloadDoor', () => {
  it('is the release host when nothing else is set', () => {
    expect(downloadDoor({}).hostname).toBe('github.com')
  })

  it('is the mirror that the environment or npm names', () => {
    expect(downloadDoor({ ELECTRON_MIRROR: 'https://mirror.example/e/' }).host).toBe(
      'mirror.example',
    )
    expect(downloadDoor({ npm_config_electron_mirror: 'http://m.example:81/' }).host).toBe(
      'm.example:81',
    )
  })

  it('is the proxy where there is one', () => {
    const env = { HTTPS_PROXY: 'http://proxy.example:3128', ELECTRON_MIRROR: 'https://m.example/' }
    expect(downloadDoor(env).host).toBe('proxy.example:3128')
  })
})
