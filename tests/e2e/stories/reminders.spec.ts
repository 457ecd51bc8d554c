import { expect, test } from '../support/test.ts'
import { WorkspacePage } from '../support/workspace-page.ts'

test('what is due comes first, can be put off with a reason, and comes back', async ({
  openedApp: app,
}) => {
  const page = app.page()
  const workspace = new WorkspacePage(page)
  const counted = workspace.navigation.getByTitle(/项须立即处理/)

  await test.step('总览 shows it before anything else', async () => {
    const now = page.getByRole('region', { name: '现在要办' })
    await expect(now.getByRole('listitem').first()).toContainText('密码已逾期未换')
    await expect(counted).toHaveText('2')
  })

  await test.step('a reason is asked for, and the count goes down', async () => {
    await workspace.go('提醒')
    const group = page.getByRole('region', { name: '须立即处理' })
    const line = group.getByRole('listitem').filter({ hasText: '密码已逾期未换' })
    await line.getByRole('button', { name: '推迟' }).click()
    const dialog = workspace.dialog('推迟提醒')
    await dialog.getByRole('button', { name: '推迟', exact: true }).click()
    await expect(dialog.getByRole('alert')).toContainText('请填写。')
    await dialog.getByLabel('原因').fill('管局系统维护，周五再办')
    await dialog.getByRole('button', { name: '推迟', exact: true }).click()
    await expect(dialog).toBeHidden()
    const snoozed = page.getByRole('region', { name: '已推迟' })
    await expect(snoozed).toContainText('管局系统维护，周五再办')
    await expect(counted).toHaveText('1')
  })

  await test.step('undone, it is there again', async () => {
    await workspace.undo()
    await expect(page.getByRole('region', { name: '已推迟' })).toBeHidden()
    await expect(counted).toHaveText('2')
  })

  await test.step('its button leads to what settles it', async () => {
    const line = page.getByRole('listitem').filter({ hasText: '密码已逾期未换' })
    await line.getByRole('button', { name: '登记新密码' }).click()
    await expect(workspace.dialog('登记新密码')).toBeVisible()
  })
})
