import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { app, type BrowserWindow } from 'electron'

const LIMIT_MS = 60_000
const LOOK_EVERY_MS = 50

/**
 * Waits until the first screen is usable (the page sets `data-ready` on its root), saves a picture of
 * it as `smoke.png` and ends the app with code 0; with code 1 and the reason when that does not come.
 */
export function runSmoke(window: BrowserWindow, folder: string): void {
  const fail = (reason: string) => {
    process.stderr.write(`smoke: ${reason}\n`)
    app.exit(1)
  }
  const limit = setTimeout(() => fail('the first screen was not usable within 60 s'), LIMIT_MS)
  window.webContents.on('preload-error', (_event, _path, error) =>
    fail(`preload: ${error.message}`),
  )
  window.webContents.on('did-fail-load', (_event, code, text) => fail(`page: ${text} (${code})`))

  savePicture(window, path.join(folder, 'smoke.png'))
    .then((file) => {
      clearTimeout(limit)
      process.stdout.write(`smoke: first screen usable, picture at ${file}\n`)
      app.quit()
    })
    .catch((error: unknown) => fail(String(error)))
}

/** Saves a picture of the first screen as `start.png`, for whoever started the app without a display. */
export function saveFirstScreen(window: BrowserWindow, folder: string): void {
  savePicture(window, path.join(folder, 'start.png'))
    .then((file) => process.stdout.write(`first screen usable, picture at ${file}\n`))
    .catch((error: unknown) => process.stderr.write(`no picture: ${String(error)}\n`))
}

/** Waits until the first screen is usable, then writes what it looks like. */
async function savePicture(window: BrowserWindow, file: string): Promise<string> {
  while (!(await isReady(window))) await wait(LOOK_EVERY_MS)
  const picture = await window.webContents.capturePage()
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, picture.toPNG())
  return file
}

async function isReady(window: BrowserWindow): Promise<boolean> {
  if (window.webContents.isLoading() || window.webContents.isCrashed()) return false
  const isSet: unknown = await window.webContents.executeJavaScript(
    `document.documentElement.hasAttribute('data-ready')`,
  )
  return isSet === true
}
