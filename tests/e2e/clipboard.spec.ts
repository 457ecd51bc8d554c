import type { App } from './support/app.ts'
import { callOver } from './support/port.ts'
import { StartPage } from './support/start-page.ts'
import { expect, test } from './support/test.ts'
import { CANARY, IDS } from './support/vault-file.ts'

/** `await` works on both the synchronous clipboard of old Electrons and the asynchronous one of new. */
const readClipboard = ({ electron }: App) =>
  electron.evaluate(async ({ clipboard }) => await clipboard.readText())

/** What another program would do. */
const writeClipboard = ({ electron }: App, text: string) =>
  electron.evaluate(async ({ clipboard }, words) => await clipboard.writeText(words), text)

/** From now on a second of main's timers takes this many milliseconds. */
const hurryTimers = ({ electron }: App, secondMs: number) =>
  electron.evaluate((_electron, ms) => {
    const original = globalThis.setTimeout
    const hurried = (work: () => void, delayMs = 0) => original(work, (delayMs / 1000) * ms)
    globalThis.setTimeout = Object.assign(hurried, original)
  }, secondMs)

const copyPassword = (app: App) =>
  callOver(app.page(), 'credentials.copyPassword', { id: IDS.credential })

test.describe('a copied password', () => {
  test('goes to the clipboard, not through the page, and is cleared in time', async ({
    openedApp: app,
  }) => {
    await hurryTimers(app, 20)
    expect(await copyPassword(app)).toEqual({
      call: expect.any(Number),
      ok: true,
      value: { clearsAfterSeconds: 30 },
    })
    expect(await readClipboard(app)).toBe(CANARY)
    await expect.poll(() => readClipboard(app)).toBe('')
  })

  test('is cleared at lock', async ({ openedApp: app }) => {
    await copyPassword(app)
    expect(await readClipboard(app)).toBe(CANARY)
    await app.lockBy(() =>
      app.electron.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend')),
    )
    expect(await readClipboard(app)).toBe('')
  })

  test('is left alone when something else was copied since', async ({ openedApp: app }) => {
    await copyPassword(app)
    await writeClipboard(app, '一封信')
    const page = await app.lockBy(() =>
      app.electron.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend')),
    )
    expect(await readClipboard(app)).toBe('一封信')
    await new StartPage(page).isShown()
  })

  test('is cleared at quit', async ({ openedApp: app }) => {
    await copyPassword(app)
    const cleared = app.electron.evaluate(
      ({ app: electronApp, clipboard }) =>
        new Promise<string>((resolve) => {
          electronApp.once('will-quit', (event) => {
            // Holds the end up until the clipboard is read; what ends the test ends the app.
            event.preventDefault()
            void Promise.resolve(clipboard.readText()).then(resolve)
          })
          electronApp.quit()
        }),
    )
    expect(await cleared).toBe('')
  })
})
