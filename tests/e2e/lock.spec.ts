import type { App } from './support/app.ts'
import { callOver, takePort } from './support/port.ts'
import { StartPage } from './support/start-page.ts'
import { expect, test } from './support/test.ts'

/** What makes the app lock, each as the system would bring it about. */
const CAUSES: Record<string, (app: App) => Promise<unknown>> = {
  idle: ({ electron }) =>
    electron.evaluate(({ powerMonitor }) => {
      powerMonitor.getSystemIdleTime = () => 301
    }),
  suspend: ({ electron }) => electron.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend')),
  'screen-lock': ({ electron }) =>
    electron.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen')),
  'user-switch': ({ electron }) =>
    electron.evaluate(({ powerMonitor }) => powerMonitor.emit('user-did-resign-active')),
  'clock-jump': ({ electron }) =>
    electron.evaluate(() => {
      const now = Date.now
      Date.now = () => now() + 3_600_000
    }),
  person: ({ electron }) =>
    electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.sendInputEvent({
        type: 'keyDown',
        keyCode: 'L',
        modifiers: [process.platform === 'darwin' ? 'meta' : 'control'],
      }),
    ),
}

for (const [reason, cause] of Object.entries(CAUSES)) {
  test(`locks an open vault: ${reason}`, async ({ openedApp: app }) => {
    const vaultBefore = await app.vaultProcessId()

    const page = await app.lockBy(() => cause(app))

    await new StartPage(page).isShown()
    expect(await app.vaultProcessId()).not.toBe(vaultBefore)
    await takePort(page)
    expect(await callOver(page, 'app.status')).toMatchObject({
      ok: true,
      value: { state: 'locked', lockedBy: reason, vault: { fileName: '蓝鲸.beian' } },
    })
    await new StartPage(page).unlock()
  })
}

test('locks when the screen lock shows only in its state, as on Linux', async ({
  openedApp: app,
}) => {
  test.skip(process.platform !== 'linux', 'other systems tell of it by an event')
  const page = await app.lockBy(() =>
    app.electron.evaluate(({ powerMonitor }) => {
      powerMonitor.getSystemIdleState = () => 'locked'
    }),
  )
  await new StartPage(page).isShown()
})

test('locks when the page asks', async ({ openedApp: app }) => {
  const page = await app.lockBy(() =>
    // The reply never comes: the page that asked is gone.
    callOver(app.page(), 'vault.lock').catch(() => undefined),
  )
  await new StartPage(page).isShown()
})
