import type { WebPreferences } from 'electron'

/** What the window may do: only show our page. Named also where it is Electron's default, for defaults change. */
export function webPreferences(preloadPath: string, isRelease: boolean): WebPreferences {
  return {
    preload: preloadPath,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    spellcheck: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    devTools: !isRelease,
  }
}
