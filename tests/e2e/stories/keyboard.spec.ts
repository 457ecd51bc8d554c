import { PASSPHRASE } from '../support/start-page.ts'
import { expect, test } from '../support/test.ts'
import { CANARY, SERVICE_NAME } from '../support/vault-file.ts'
import { WorkspacePage } from '../support/workspace-page.ts'

test('from the lock to a copied password without the mouse', async ({ launch, vaultFile }) => {
  const app = await launch({ args: [vaultFile] })
  const page = app.page()
  const workspace = new WorkspacePage(page)
  await expect(page.getByLabel('主口令', { exact: true })).toBeFocused()
  await page.keyboard.type(PASSPHRASE)
  await page.keyboard.press('Enter')
  await expect(workspace.navigation).toBeVisible({ timeout: 15_000 })

  await test.step('Ctrl+K finds the filing by its initials, Enter opens it', async () => {
    await page.keyboard.press('Control+k')
    const palette = page.getByRole('dialog', { name: '搜索全部' })
    await expect(palette.getByRole('combobox')).toBeFocused()
    await page.keyboard.type('ljslsc')
    await expect(palette.getByRole('option').first()).toContainText(SERVICE_NAME)
    await page.keyboard.press('Enter')
    await expect(palette).toBeHidden()
    await expect(workspace.drawer(SERVICE_NAME)).toBeVisible()
  })

  await test.step('Tab reaches its password, Enter copies it', async () => {
    const copy = workspace.drawer(SERVICE_NAME).getByRole('button', { name: '复制密码' })
    await expect
      .poll(
        async () => {
          if (await copy.evaluate((button) => button === document.activeElement)) return true
          await page.keyboard.press('Tab')
          return false
        },
        { intervals: [10], timeout: 10_000 },
      )
      .toBe(true)
    await page.keyboard.press('Enter')
    await expect(workspace.said(/已复制/)).toBeVisible()
    const copied = await app.electron.evaluate(async ({ clipboard }) => await clipboard.readText())
    expect(copied).toBe(CANARY)
  })

  await test.step('Esc closes, one thing at a time', async () => {
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('dialog', { name: '搜索全部' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog', { name: '搜索全部' })).toBeHidden()
    await expect(workspace.drawer(SERVICE_NAME)).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(workspace.drawer(SERVICE_NAME)).toBeHidden()
  })

  await test.step('in 台账 a slash searches, arrows choose, Enter opens, Delete throws away', async () => {
    await page.keyboard.press('/')
    await expect(workspace.search).toBeFocused()
    await page.keyboard.type('12345')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await expect(workspace.drawer(SERVICE_NAME)).toBeVisible()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Delete')
    await expect(workspace.row(SERVICE_NAME)).toBeHidden()
    await workspace.undo()
    await expect(workspace.row(SERVICE_NAME)).toBeVisible()
  })

  await test.step('a form closed gives the focus back to its button', async () => {
    const create = page.getByRole('button', { name: '新增备案' })
    await create.press('Enter')
    const form = workspace.dialog('新增备案')
    await form.getByRole('combobox', { name: '服务类型' }).press('Enter')
    await expect(page.getByTitle('小程序')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByTitle('小程序')).toBeHidden()
    await expect(form).toBeVisible()
    await form.getByRole('textbox', { name: '服务名称' }).press('Escape')
    await expect(form).toBeHidden()
    await expect(create).toBeFocused()
  })
})
