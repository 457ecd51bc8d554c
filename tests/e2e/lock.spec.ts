import type { Page } from '@playwright/test'
import type { VaultStatus } from '../../shared/views.ts'
import type { App } from './support/app.ts'
import { FormPage } from './support/form-page.ts'
import { callOver, takePort } from './support/port.ts'
import { StartPage } from './support/start-page.ts'
import { expect, test } from './support/test.ts'
import { WorkspacePage } from './support/workspace-page.ts'

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

// Other systems tell of it by an event.
if (process.platform === 'linux') {
  test('locks when the screen lock shows only in its state, as on Linux', async ({
    openedApp: app,
  }) => {
    const page = await app.lockBy(() =>
      app.electron.evaluate(({ powerMonitor }) => {
        powerMonitor.getSystemIdleState = () => 'locked'
      }),
    )
    await new StartPage(page).isShown()
  })
}

test('locks when the page asks', async ({ openedApp: app }) => {
  const page = await app.lockBy(() =>
    // The reply never comes: the page that asked is gone.
    callOver(app.page(), 'vault.lock').catch(() => undefined),
  )
  await new StartPage(page).isShown()
})

test('asks before a form is lost, and locks when told to', async ({ openedApp: app }) => {
  const page = app.page()
  await typeIntoForm(page)
  await answerQuestion(app, KEEP_EDITING)
  await CAUSES['person']?.(app)
  await expect.poll(() => asked(app)).toEqual(['有未保存的修改，锁定会丢掉它们。'])
  await expect(new FormPage(page, '新增联系人').field('姓名')).toHaveValue('江示例')

  await answerQuestion(app, LOCK)
  const locked = new StartPage(await app.lockBy(async () => CAUSES['person']?.(app)))
  await locked.isShown()
  await expect(locked.page.getByText(LOST)).toBeHidden()
})

test('does not ask when it locks for another reason, and says that a form was lost', async ({
  openedApp: app,
}) => {
  await typeIntoForm(app.page())
  await answerQuestion(app, KEEP_EDITING)
  const locked = new StartPage(await app.lockBy(async () => CAUSES['suspend']?.(app)))
  await expect(locked.page.getByText(LOST)).toBeVisible()
  expect(await asked(app)).toEqual([])

  await locked.unlock()
  const again = new StartPage(await app.lockBy(async () => CAUSES['person']?.(app)))
  await again.isShown()
  await expect(again.page.getByText(LOST)).toBeHidden()
})

test('asks before quitting throws a form away, and quits when told to', async ({
  openedApp: app,
}) => {
  const page = app.page()
  await typeIntoForm(page)
  await answerQuestion(app, KEEP_EDITING)
  await quit(app)
  await closeWindow(app)
  const question = '有未保存的修改，退出会丢掉它们。'
  await expect.poll(() => asked(app)).toEqual([question, question])
  await expect(new FormPage(page, '新增联系人').field('姓名')).toHaveValue('江示例')

  await answerQuestion(app, LOCK)
  const exited = new Promise((resolve) => app.electron.process().once('exit', resolve))
  await quit(app)
  expect(await exited).toBe(0)
})

const LOCK = 0
const KEEP_EDITING = 1
const LOST = '锁定时有一份表单未保存，它没有被保存。'

async function typeIntoForm(page: Page): Promise<void> {
  await new WorkspacePage(page).go('联系人')
  await page.getByRole('button', { name: '新增联系人' }).first().click()
  await new FormPage(page, '新增联系人').fill({ 姓名: '江示例' })
  // A call that main answers too: by then main has heard of the form.
  const { preferences } = await statusOf(page)
  await callOver(page, 'preferences.save', preferences)
}

async function statusOf(page: Page): Promise<VaultStatus> {
  const reply = await callOver(page, 'app.status')
  if (!('ok' in reply) || !reply.ok) throw new Error('app.status was refused')
  // As: the output of `app.status`, by the contract.
  return reply.value as VaultStatus
}

/** What the person presses from now on when main asks; what was asked is kept. */
function answerQuestion(app: App, button: number): Promise<void> {
  return app.electron.evaluate(({ app: electron, dialog }, response) => {
    const questions: string[] = []
    Object.assign(electron, { questions })
    Object.assign(dialog, {
      showMessageBox: (_window: unknown, { message }: { message: string }) => {
        questions.push(message)
        return Promise.resolve({ response, checkboxChecked: false })
      },
    })
  }, button)
}

function quit(app: App): Promise<void> {
  return app.electron.evaluate(({ app: electron }) => electron.quit())
}

function closeWindow(app: App): Promise<void> {
  return app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
}

function asked(app: App): Promise<string[]> {
  // As: `answerQuestion` put the list there.
  return app.electron.evaluate(
    ({ app: electron }) => (electron as unknown as { questions: string[] }).questions,
  )
}
