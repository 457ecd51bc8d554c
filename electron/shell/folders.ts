import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { app } from 'electron'

export type Folders = {
  /** Preferences, recent vaults, anchors. */
  data: string
  preload: string
  vaultHost: string
  renderer: string
  icon: string
  /** Where `--smoke` leaves its picture. */
  output: string
}

/**
 * Decides where everything lies. `--demo` gets a folder of its own, removed at the end, so that it
 * neither sees nor leaves anything of the real app.
 */
export function setupFolders(isDemo: boolean, isFromSource: boolean): Folders {
  if (!app.commandLine.hasSwitch('user-data-dir')) {
    app.setPath(
      'userData',
      isDemo ? throwAwayFolder() : path.join(app.getPath('appData'), 'beian-vault'),
    )
  }
  const out = path.join(app.getAppPath(), 'out')
  return {
    data: app.getPath('userData'),
    preload: path.join(out, 'electron/preload.cjs'),
    vaultHost: path.join(out, 'electron/vault-host.cjs'),
    renderer: path.join(out, 'renderer'),
    icon: path.join(out, 'renderer/icon.png'),
    output: isFromSource ? out : path.join(process.cwd(), 'out'),
  }
}

/** A folder that is removed when this process ends. */
export function throwAwayFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'beian-demo-'))
  process.on('exit', () => {
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
    } catch {
      // A child that still holds a file open: the system's own cleaning of the temp folder takes it.
    }
  })
  return folder
}
