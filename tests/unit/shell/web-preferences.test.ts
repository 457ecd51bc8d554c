import { describe, expect, it } from 'vitest'
import { webPreferences } from '../../../electron/shell/web-preferences.ts'

describe('what the window may do', () => {
  it('has developer tools only where it is no release', () => {
    expect(webPreferences('/preload.cjs', true).devTools).toBe(false)
    expect(webPreferences('/preload.cjs', false).devTools).toBe(true)
  })

  it('is nothing but its page, in a release and elsewhere', () => {
    for (const isRelease of [true, false]) {
      expect(webPreferences('/preload.cjs', isRelease)).toMatchObject({
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        webviewTag: false,
        spellcheck: false,
      })
    }
  })
})
