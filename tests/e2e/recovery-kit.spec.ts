import type { App } from './support/app.ts'
import { KitPage } from './support/kit-page.ts'
import { callOver } from './support/port.ts'
import { expect, test } from './support/test.ts'

type Printed = { html: string; hasScript: boolean; isSandboxed: boolean; isShown: boolean }

/** Stands in for the printer: notes what would have come out, and answers as the person would. */
async function fakePrinter(app: App, isPrinted: boolean): Promise<void> {
  await app.electron.evaluate(({ app: electronApp, BrowserWindow }, answer) => {
    const prints: unknown[] = []
    Object.assign(globalThis, { prints })
    electronApp.on('web-contents-created', (_event, contents) => {
      contents.print = (_options, callback) => {
        const { javascript, sandbox } = (
          contents as unknown as { getLastWebPreferences(): Record<string, unknown> }
        ).getLastWebPreferences()
        const facts = {
          isSandboxed: sandbox,
          hasScript: javascript,
          isShown: BrowserWindow.fromWebContents(contents)?.isVisible(),
        }
        // The page is served to its own window only: its session is asked for it again.
        void contents.session
          .fetch(contents.getURL())
          .then((page) => page.text())
          .then((html) => {
            prints.push({ html, ...facts })
            callback?.(answer, '')
          })
      }
    })
  }, isPrinted)
}

const printsOf = (app: App) =>
  app.electron.evaluate(() => (globalThis as unknown as { prints: Printed[] }).prints)

type Kit = {
  groups: string[]
  askedGroups: [number, number]
  checkWords: string[]
  vaultId: string
}

async function prepareKit(app: App): Promise<Kit> {
  const reply = await callOver(app.page(), 'kit.prepare')
  if (!reply.ok) throw new Error(reply.error.code)
  // `as`: what the contract says of this call.
  return reply.value as Kit
}

test('the kit is printed from a hidden window without script, which is gone afterwards', async ({
  openedApp: app,
}) => {
  await fakePrinter(app, true)
  const kit = await prepareKit(app)
  expect(await callOver(app.page(), 'kit.print')).toMatchObject({ ok: true, value: true })

  const [printed] = await printsOf(app)
  expect(printed).toMatchObject({ hasScript: false, isSandboxed: true, isShown: false })
  expect(printed?.html).toContain('恢复码二维码')
  for (const words of [...kit.groups, ...kit.checkWords, kit.vaultId, '林晓', '蓝鲸.beian']) {
    expect(printed?.html).toContain(words)
  }
  expect(printed?.html).not.toContain('<script')
  const windowCount = await app.electron.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows().length,
  )
  expect(windowCount).toBe(1)
})

test('a print that the person cancels is not in the trail', async ({ openedApp: app }) => {
  await fakePrinter(app, false)
  await prepareKit(app)
  expect(await callOver(app.page(), 'kit.print')).toMatchObject({ ok: true, value: false })
  const trail = await callOver(app.page(), 'audit.list', { limit: 50 })
  expect(JSON.stringify(trail)).not.toContain('kit.printed')
})

test('a kit counts once two of its groups were retyped, and then opens the vault for a new passphrase', async ({
  openedApp: app,
}) => {
  const kit = await prepareKit(app)
  const [first, second] = kit.askedGroups
  expect(
    await callOver(app.page(), 'kit.confirm', { groups: ['00000', kit.groups[second]] }),
  ).toMatchObject({ ok: false, error: { code: 'kit-mismatch' } })
  expect(
    await callOver(app.page(), 'kit.confirm', { groups: [kit.groups[first], kit.groups[second]] }),
  ).toMatchObject({ ok: true })

  const page = await app.lockBy(() =>
    app.electron.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend')),
  )
  await page.getByRole('button', { name: '改用恢复包' }).click()
  await page.getByLabel('恢复码').fill(kit.groups.join(' ').toLowerCase())
  await page.getByRole('button', { name: '解锁', exact: true }).click()
  await new KitPage(page).setNewPassphrase('栗子 窗台 铁轨 七月的雨')
})
