import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { app } from 'electron'
import { DEMO_FILE_NAME } from '../../shared/demo.ts'

const DEMO_PREFIX = 'beian-demo-'
const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

export type Folders = {
  /** Preferences, recent vaults, anchors. */
  data: string
  preload: string
  vaultHost: string
  /** The process that looks into a vault for the tray. */
  dueHost: string
  renderer: string
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
    dueHost: path.join(out, 'electron/due-host.cjs'),
    renderer: path.join(out, 'renderer'),
    output: isFromSource ? out : path.join(process.cwd(), 'out'),
  }
}

/** A folder that is removed when this process ends. */
function throwAwayFolder(): string {
  removeLeftovers()
  const folder = mkdtempSync(path.join(tmpdir(), DEMO_PREFIX))
  process.on('exit', () => removeFolder(folder))
  return folder
}

/** Chromium writes its own settings once more after our last line ran; the next demo takes them away. */
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(DEMO_PREFIX)) continue
    const folder = path.join(tmpdir(), name)
    try {
      const ageMs = Date.now() - statSync(folder).mtimeMs
      const isEnded = ageMs > MINUTE_MS && !existsSync(path.join(folder, DEMO_FILE_NAME))
      if (isEnded || ageMs > DAY_MS) removeFolder(folder)
    } catch {
      // Another demo took it away first.
    }
  }
}

function removeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  } catch {
    // A child still holds a file open; the next demo tries again.
  }
}
