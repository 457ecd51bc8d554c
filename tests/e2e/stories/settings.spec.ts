import { PASSPHRASE, StartPage } from '../support/start-page.ts'
import { expect, test } from '../support/test.ts'
import { SERVICE_NAME } from '../support/vault-file.ts'
import { WorkspacePage } from '../support/workspace-page.ts'

const NEXT = '春汛漫过石桥 nine copper bells 27'

test('language, theme and idle time are the person’s own, and stay', async ({
  launch,
  vaultFile,
}) => {
  const app = await launch({ args: [vaultFile] })
  const page = app.page()
  await new StartPage(page).unlock()
  const workspace = new WorkspacePage(page)

  await test.step('to English and back', async () => {
    await workspace.go('设置')
    await page.getByText('English', { exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
    await page.getByRole('navigation').getByRole('button', { name: 'Ledger' }).click()
    await expect(page.getByRole('table', { name: 'Ledger' })).toBeVisible()
    await page.getByRole('navigation').getByRole('button', { name: 'Settings' }).click()
    await page.getByText('中文', { exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: '设置' })).toBeVisible()
  })

  await test.step('dark, with ten minutes until it locks', async () => {
    await page.getByText('深色', { exact: true }).click()
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    await page.getByRole('combobox', { name: '空闲多久自动锁定' }).press('Enter')
    await page.getByTitle('10 分钟', { exact: true }).click()
  })

  await test.step('kept over a lock', async () => {
    await app.lockBy(() => page.getByRole('button', { name: '锁定' }).click())
    await expect(app.page().locator('html')).toHaveAttribute('data-theme', 'dark')
    await new StartPage(app.page()).unlock()
    await new WorkspacePage(app.page()).go('设置')
    await expect(app.page().getByText('10 分钟')).toBeVisible()
  })
})

test('the passphrase is changed, the old one opens no more, and the trail tells all', async ({
  openedApp: app,
}) => {
  const workspace = new WorkspacePage(app.page())
  const drawer = await workspace.openFiling(SERVICE_NAME)
  await drawer.getByRole('button', { name: '复制密码' }).click()
  await drawer.getByRole('button', { name: '显示密码' }).click()

  await test.step('with the present one', async () => {
    await workspace.go('设置')
    await app.page().getByRole('button', { name: '修改主口令' }).click()
    const dialog = workspace.dialog('修改主口令')
    await dialog.getByLabel('当前主口令').fill('记错了的口令')
    await dialog.getByLabel('新的主口令', { exact: true }).fill(NEXT)
    await dialog.getByLabel('再输入一次新的主口令').fill(NEXT)
    await dialog.getByRole('button', { name: '修改主口令' }).click()
    // The machine is measured first, for the cost of the new one.
    await expect(dialog.getByRole('alert')).toContainText('主口令不对', { timeout: 20_000 })
    await dialog.getByLabel('当前主口令').fill(PASSPHRASE)
    await dialog.getByRole('button', { name: '修改主口令' }).click()
    await expect(dialog).toBeHidden({ timeout: 20_000 })
  })

  await test.step('the old one is refused, the new one opens', async () => {
    await app.lockBy(() => app.page().getByRole('button', { name: '锁定' }).click())
    const start = new StartPage(app.page())
    await start.tryPassphrase(PASSPHRASE)
    await expect(start.alert).toContainText('主口令不对', { timeout: 20_000 })
    await start.unlock(NEXT)
  })

  await test.step('审计 lists what was done, and holds', async () => {
    const page = app.page()
    await new WorkspacePage(page).go('审计')
    const trail = page.getByRole('table', { name: '审计记录' })
    for (const action of ['查看密码', '复制密码', '修改主口令', '解锁失败', '锁定']) {
      await expect(trail.getByRole('row', { name: action }).first()).toBeVisible()
    }
    await page.getByRole('button', { name: '验证完整性' }).click()
    await expect(page.getByText(/条记录首尾相连，没有被删改/)).toBeVisible()
  })
})
