import path from 'node:path'
import { BrowserWindow, nativeTheme, screen } from 'electron'
import { z } from 'zod'
import { jsonFile } from './json-file.ts'
import type { PreferenceStore } from './preferences.ts'
import { START_URL } from './protocol.ts'
import { webPreferences } from './web-preferences.ts'

const DEFAULT_SIZE = { width: 1280, height: 800 }
const MIN_SIZE = { width: 960, height: 600 }
/** The page's own background, so that no white flashes before it paints. */
const BACKGROUND = { light: '#f7f6f3', dark: '#16181c' }

const WindowState = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().min(MIN_SIZE.width),
  height: z.int().min(MIN_SIZE.height),
  isMaximized: z.boolean(),
})
type WindowState = z.infer<typeof WindowState>

export type AppWindow = {
  window: BrowserWindow
  show(): void
  /** In the task bar only, where somebody looks for it. */
  showMinimized(): void
  /** Crashes the page's process, so that nothing of it stays in memory, and loads the page again. */
  wipe(): void
  setVaultName(fileName: string | undefined): void
}

/** The one window: sandboxed, no Node, no developer tools in a release, kept out of screen shots. */
export function openWindow(parts: {
  dataFolder: string
  preloadPath: string
  preferences: PreferenceStore
  devUrl: string | undefined
  isRelease: boolean
  /** Not shown before somebody asks for it. */
  isHidden: boolean
  title: () => string
  onPageLost: () => void
}): AppWindow {
  const stateFile = jsonFile<WindowState | null>(
    path.join(parts.dataFolder, 'window.json'),
    WindowState.nullable(),
    null,
  )
  const { theme } = parts.preferences.read()
  nativeTheme.themeSource = theme
  const bounds = visibleBounds(stateFile.read())
  const window = new BrowserWindow({
    ...(bounds ?? DEFAULT_SIZE),
    minWidth: MIN_SIZE.width,
    minHeight: MIN_SIZE.height,
    show: false,
    title: parts.title(),
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: webPreferences(parts.preloadPath, parts.isRelease),
  })
  if (bounds?.isMaximized) window.maximize()

  const load = () => void window.loadURL(parts.devUrl ?? START_URL).catch(() => undefined)
  let isWiping = false
  window.once('ready-to-show', () => {
    if (!parts.isHidden) window.show()
  })
  window.on('page-title-updated', (event) => event.preventDefault())
  window.on('close', () => {
    stateFile.write({ ...window.getNormalBounds(), isMaximized: window.isMaximized() })
  })
  window.webContents.on('will-prevent-unload', (event) => event.preventDefault())
  window.webContents.on('render-process-gone', () => {
    if (!isWiping) parts.onPageLost()
    isWiping = false
    if (!window.isDestroyed()) load()
  })
  parts.preferences.follow((preferences) => {
    nativeTheme.themeSource = preferences.theme
    window.setContentProtection(preferences.isContentProtected)
  })
  load()

  return {
    window,
    show() {
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
    },
    showMinimized() {
      if (window.isVisible()) return
      window.showInactive()
      window.minimize()
    },
    wipe() {
      if (window.isDestroyed() || window.webContents.isCrashed()) return
      isWiping = true
      window.webContents.forcefullyCrashRenderer()
    },
    setVaultName(fileName) {
      const title = parts.title()
      window.setTitle(fileName === undefined ? title : `${fileName} — ${title}`)
    },
  }
}

/** Where the window was, if that place is still on a screen. */
function visibleBounds(state: WindowState | null): WindowState | undefined {
  if (state === null) return undefined
  const { workArea } = screen.getDisplayMatching(state)
  const isVisible =
    state.x < workArea.x + workArea.width - 100 &&
    state.x + state.width > workArea.x + 100 &&
    state.y >= workArea.y - 10 &&
    state.y < workArea.y + workArea.height - 100
  return isVisible ? state : undefined
}
