import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { app, type BrowserWindow } from 'electron'

const LIMIT_MS = 60_000
const LOOK_EVERY_MS = 50

/**
 * Ends the app with code 0 and a picture, `smoke.png`, once the first screen is usable; with code 1
 * and the reason on stderr when that does not come within 60 s.
 */
export function runSmoke(window: BrowserWindow, folder: string, isDemo: boolean): void {
  const fail = (reason: string) => {
    process.stderr.write(`smoke: ${reason}\n`)
    app.exit(1)
  }
  const { webContents } = window
  webContents.on('preload-error', (_event, _file, error) => fail(`preload: ${error.message}`))
  webContents.on('did-fail-load', (_event, code, text) => fail(`page: ${text} (${code})`))
  webContents.on('render-process-gone', (_event, { reason }) => fail(`page: ${reason}`))
  savePicture(window, path.join(folder, 'smoke.png'), isDemo).then(
    () => app.quit(),
    (error: unknown) => fail(error instanceof Error ? error.message : String(error)),
  )
}

/** Saves `start.png` once the first screen is usable: what there is to see where there is no display. */
export function takeScreenshot(window: BrowserWindow, folder: string, isDemo: boolean): void {
  savePicture(window, path.join(folder, 'start.png'), isDemo).catch((error: unknown) => {
    process.stderr.write(`screenshot: ${String(error)}\n`)
  })
}

/** @throws Error when the page did not set `data-ready` on its root within 60 s. */
async function savePicture(window: BrowserWindow, file: string, isDemo: boolean): Promise<void> {
  const startedAt = performance.now()
  while (!(await isReady(window, isDemo))) {
    if (performance.now() - startedAt > LIMIT_MS) {
      throw new Error('the first screen was not usable within 60 s')
    }
    await wait(LOOK_EVERY_MS)
  }
  const picture = await window.webContents.capturePage()
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, picture.toPNG())
  process.stdout.write(`first screen usable, picture: ${file}\n`)
}

/** Of the demo the first screen is the one after the unlock. True once a frame with it was painted. */
async function isReady({ webContents }: BrowserWindow, isDemo: boolean): Promise<boolean> {
  if (webContents.isLoading() || webContents.isCrashed()) return false
  const isSet: unknown = await webContents.executeJavaScript(
    `new Promise((resolve) => {
      const ready = document.documentElement.dataset.ready
      if (ready === undefined || (${isDemo} && ready === 'unlock')) return resolve(false)
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(true)))
    })`,
  )
  return isSet === true
}
